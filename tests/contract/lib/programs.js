// SPDX-License-Identifier: ISC
'use strict';
// The programs under test and beside it: each on a port of its own, stopped when we end, whatever
// happens.

const { spawn } = require('node:child_process');

const START_LIMIT_MS = 60000;
const running = new Set();

// Starts a program and waits for the line that names its address; gives { url, output(), stop() }.
function start(name, command, args, env = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env } });
  let output = '', stopping = false;

  running.add(child);
  return new Promise((resolve, reject) => {
    const giveUp = (why) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`${name} ${why}\n${output}`));
    };
    const timer = setTimeout(() => giveUp('did not say that it listens'), START_LIMIT_MS);
    const read = (text) => {
      output += text;
      const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output);
      if (found) {
        clearTimeout(timer);
        resolve({ name, url: found[1], output: () => output,
          stop: () => { stopping = true; return stop(child); } });
      }
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', (error) => giveUp(`cannot be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      running.delete(child);
      if (!stopping)
        console.log(`# ${name} ended (${signal || code}):\n${output}`.replaceAll('\n', '\n# '));
      giveUp(`ended (${signal || code})`);
    });
  });
}

function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

// Runs a program to its end, with input (text) to read if there is any, in cwd or where we are; gives
// { status, out, err }.
function run(command, args, env, input, cwd) {
  const child = spawn(command, args, { stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'], env, cwd });
  let out = '', err = '';

  running.add(child);
  child.stdout.setEncoding('utf8').on('data', (text) => { out += text; });
  child.stderr.setEncoding('utf8').on('data', (text) => { err += text; });
  if (input)
    child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      running.delete(child);
      resolve({ status, out, err });
    });
  });
}

process.on('exit', () => {
  for (const child of running)
    child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => process.exit(1));

module.exports = { start, run };

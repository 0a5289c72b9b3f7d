// SPDX-License-Identifier: ISC
'use strict';
// Every operation of the contract, good and bad, through a proxy that knows the contract: neither
// what we send nor what nymble-sandbox answers may break it. Started by run.sh, which sets the
// variables.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { Tap } = require('./lib/tap');
const { exchange } = require('./lib/exchange');
const { start } = require('./lib/programs');
const { logIn, credentials } = require('./lib/logins');
const { clientCases, violations } = require('./client');
const { screenCases } = require('./screens');

const tables = ['auth', 'customers', 'customer', 'products', 'organization'];

const prism = path.join(process.env.NYMBLE_CONTRACT_TOOLS, 'node_modules', '@stoplight',
  'prism-cli', 'dist', 'index.js');
const contract = path.join(process.env.NYMBLE_CONTRACT, 'nymble.openapi.yaml');
const programs = path.join(process.env.TOP_BUILDDIR, 'src');

function startProxy(name, upstream, more) {
  return start(name, process.execPath, [prism, 'proxy', '-h', '127.0.0.1', '-p', '0', ...more,
    contract, upstream.url]);
}

// strict refuses what breaks the contract, so nothing but good requests gets through it; lenient
// passes everything on and tells: it alone shows what the sandbox says to a bad request.
async function startAll(folder) {
  const sandbox = await start('nymble-sandbox', path.join(programs, 'nymble-sandbox'),
    ['--port', '0', '--db', path.join(folder, 'sandbox.db'), '--customers', '120', '--products',
      '80', '--seed', '1']);
  const [strict, lenient] = await Promise.all([
    startProxy('the strict proxy', sandbox, ['--errors']),
    startProxy('the lenient proxy', sandbox, []),
  ]);
  return { sandbox, strict, lenient };
}

function pathOf(row) {
  if (!row.query)
    return row.path;
  const pairs = Object.entries(row.query).map((pair) => pair.map(encodeURIComponent).join('='));
  return `${row.path}?${pairs.join('&')}`;
}

function describe(violation) {
  return `${violation.location.join('.')}: ${violation.message}`;
}

// What is wrong with the answer to a row; nothing: [].
function judge(row, answer, world) {
  const problems = [];
  const expected = [].concat(row.status);
  const ofAnswer = answer.violations.filter((violation) => violation.location[0] === 'response');
  const ofRequest = answer.violations.filter((violation) => violation.location[0] !== 'response');

  if (!expected.includes(answer.status))
    problems.push(`expected ${expected.join(' or ')}, got ${answer.status}: ${answer.text}`);
  if (!row.undocumented)
    problems.push(...ofAnswer.map(describe));
  if (!row.breaks)
    problems.push(...ofRequest.map(describe));
  else if (!ofRequest.length && !row.unseen)
    problems.push('the proxy finds nothing wrong with this request');
  if (!problems.length && row.check) {
    const problem = row.check(answer, world);
    if (problem)
      problems.push(problem);
  }
  return problems;
}

async function runRow(row, world) {
  const base = row.breaks || row.undocumented ? world.lenient.url : world.strict.url;
  const headers = { ...credentials(world, row.as), ...row.headers };

  try {
    return judge(row, await exchange(base, { ...row, path: pathOf(row), headers }), world);
  } catch (error) {
    return [error.stack];
  }
}

async function main(folder) {
  const tap = new Tap();
  const world = await startAll(folder);

  world.tokens = await logIn(world);
  for (const table of tables)
    for (const row of require(`./cases/${table}`))
      tap.report(`${table}: ${row.name}`, await runRow(row, world));
  await clientCases(tap, world, folder, path.join(programs, 'nymble-tui'));
  await screenCases(tap, world, folder, path.join(programs, 'nymble-tui'));
  await Promise.all([world.strict, world.lenient].map((proxy) => proxy.stop()));
  await world.sandbox.stop();
  tap.report('the strict proxy saw nothing that breaks the contract',
    violations(world.strict.output()));
  return tap.end();
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nymble-contract-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
main(folder).then((passed) => process.exit(passed ? 0 : 1), (error) => {
  console.log(`Bail out! ${error.message.split('\n').join('\n# ')}`);
  process.exit(1);
});

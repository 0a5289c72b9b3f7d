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
const { Coverage } = require('./lib/coverage');
const { clientCases, violations } = require('./client');
const { screenCases } = require('./screens');

// Each contract, where the sandbox serves it, who logs in, and the tables of cases.
const services = [
  { name: 'nymble', contract: 'nymble.openapi.yaml', base: '', logins: require('./lib/logins'),
    tables: ['auth', 'customers', 'customer', 'products', 'organization'],
    client: require('./client'), screens: require('./screens') },
  { name: 'flow', contract: 'flow.openapi.yaml', base: '/v2', logins: require('./lib/flow_logins'),
    tables: ['flow/account', 'flow/list', 'flow/search', 'flow/external', 'flow/groups',
      'flow/customer', 'flow/create', 'flow/update', 'flow/extensions', 'flow/batch', 'flow/delete'],
    client: require('./flow_client'), screens: require('./flow_screens') },
];

const prism = path.join(process.env.NYMBLE_CONTRACT_TOOLS, 'node_modules', '@stoplight',
  'prism-cli', 'dist', 'index.js');
const programs = path.join(process.env.TOP_BUILDDIR, 'src');

const contractOf = (service) => path.join(process.env.NYMBLE_CONTRACT, service.contract);

function startSandbox(folder, ...more) {
  return start('nymble-sandbox', path.join(programs, 'nymble-sandbox'),
    ['--port', '0', '--db', path.join(folder, 'sandbox.db'), ...more]);
}

function startProxy(name, service, sandbox, more) {
  return start(`${service.name}: ${name}`, process.execPath, [prism, 'proxy', '-h', '127.0.0.1', '-p',
    '0', ...more, contractOf(service), sandbox.url + service.base]);
}

// strict refuses what breaks the contract, so nothing but good requests gets through it; lenient
// passes everything on and tells: it alone shows what the sandbox says to a bad request. hasty shares
// the file of sandbox, and its tokens are soon over.
async function startWorld(service, sandbox, hasty) {
  const [strict, lenient] = await Promise.all([
    startProxy('the strict proxy', service, sandbox, ['--errors']),
    startProxy('the lenient proxy', service, sandbox, []),
  ]);
  const world = { service, sandbox, strict, lenient, hasty: hasty.url + service.base };

  world.tokens = await service.logins.logIn(world);
  return world;
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
  const headers = { ...world.service.logins.credentials(world, row.as), ...row.headers };

  try {
    return judge(row, await exchange(base, { ...row, path: pathOf(row), headers }), world);
  } catch (error) {
    return [error.stack];
  }
}

async function runTables(tap, world) {
  const coverage = new Coverage(contractOf(world.service));

  for (const table of world.service.tables)
    for (const row of require(`./cases/${table}`)) {
      const problems = await runRow(row, world);
      tap.report(`${table}: ${row.name}`, problems);
      coverage.add(row, problems.length === 0);
    }
  tap.note(`${world.service.name}: ${coverage.summary()}`);
  tap.report(`${world.service.name}: every operation works, and refuses`, coverage.missing());
}

async function main(folder) {
  const tap = new Tap();
  const sandbox = await startSandbox(folder, '--customers', '120', '--products', '80', '--seed', '1');
  const hasty = await startSandbox(folder, '--expire-tokens', '1');
  const worlds = {};

  for (const service of services) {
    worlds[service.name] = await startWorld(service, sandbox, hasty);
    await runTables(tap, worlds[service.name]);
  }
  for (const world of Object.values(worlds)) {
    const { client, screens } = world.service;
    await clientCases(tap, world, folder, path.join(programs, 'nymble-tui'), client);
    await screenCases(tap, world, folder, path.join(programs, 'nymble-tui'), screens, client);
  }
  for (const world of Object.values(worlds)) {
    await Promise.all([world.strict.stop(), world.lenient.stop()]);
    tap.report(`${world.service.name}: the strict proxy saw nothing that breaks the contract`,
      violations(world.strict.output()));
  }
  await Promise.all([sandbox.stop(), hasty.stop()]);
  return tap.end();
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nymble-contract-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
main(folder).then((passed) => process.exit(passed ? 0 : 1), (error) => {
  console.log(`Bail out! ${error.message.split('\n').join('\n# ')}`);
  process.exit(1);
});

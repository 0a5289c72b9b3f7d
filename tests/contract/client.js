// SPDX-License-Identifier: ISC
'use strict';
// nymble-tui's verbs with the strict proxy as their service: what the client sends must keep the
// contract, or the proxy answers for the sandbox and writes a violation to its log.

const fs = require('node:fs');
const path = require('node:path');

const { run } = require('./lib/programs');
const { logins } = require('./lib/logins');

// {} in a word is a folder for files.
// [name, words, who logs in ('key', 'token' or one of logins), exit status, what standard output
// must match]
const rows = [
  ['list customers', 'list customers --format json', 'admin', 0, /^\[.*"HRB-1042".*\]\s*$/s],
  ['list a few', 'list customers --limit 3 --format csv', 'admin', 0, /^customerNumber,/],
  ['list, sorted by name turned round', 'list customers --sort -companyName --limit 30', 'admin', 0,
    /./],
  ['list, sorted by number', 'list customers --sort customerNumber --limit 30', 'admin', 0, /./],
  ['list, sorted by terms', 'list customers --sort terms', 'admin', 0, /./],
  ['list, searched', 'list customers --search harborline --format csv', 'admin', 0, /HRB-1042/],
  ...['startswith:Har', 'contains:&=?#', 'notcontains:a b', 'endswith:Supply', 'equals:Ærø',
    'notequals:x', 'gt:M', 'gte:M', 'lt:M', 'lte:M'].map((test) => (
    [`list, companyName:${test}`, ['list', 'customers', '--filter', `companyName:${test}`],
      'admin', 0, /^/])),
  ['list, two filters',
    'list customers --filter active:equals:true --filter pricing:equals:Wholesale', 'admin', 0,
    /HRB-1042/],
  ['list, nothing matches', 'list customers --filter companyName:equals:nobody --format json',
    'admin', 0, /^\[\]\s*$/],
  ['list as a rep', 'list customers --format csv', 'rep', 0, /SR-207/],
  ['list as a customer', 'list customers', 'otherCustomer', 1, /^$/],
  ['list with a key', 'list customers --limit 1', 'key', 0, /./],
  ['list with a token', 'list customers --limit 1', 'token', 0, /./],
  ['list price tiers', 'list price-tiers --format json', 'admin', 0, /"Wholesale"/],
  ['count a price tier', 'get price-tiers Wholesale --format json', 'admin', 0, /"Customers": \d+/],
  ['list sales reps', 'list sales-reps --format csv', 'admin', 0, /SR-207/],
  ['list products', 'list products --format json', 'admin', 0, /"ROPE-BRD-12"/],
  ['list products, searched', ['list', 'products', '--search', 'dock line', '--format', 'csv'],
    'admin', 0, /ROPE-BRD-12/],
  ...['startswith', 'contains', 'notcontains', 'endswith', 'equals', 'notequals'].map((op) => (
    [`list products, name:${op}`,
      ['list', 'products', '--filter', `name:${op}:line`, '--sort', '-price'], 'admin', 0, /^/])),
  ['get a customer', 'get customers HRB-1042 --format json', 'admin', 0,
    /"Harborline Marine Supply"/],
  ['get one whose number has signs', ['get', 'customers', 'A/B 1%'], 'admin', 0, /Slashed/],
  ['get a product', 'get products ROPE-BRD-12', 'admin', 0, /Braided dock line/],
  ['get what is not there', 'get customers HRB-9999', 'admin', 1, /^$/],
  ['deactivate', 'deactivate customers HRB-1042', 'admin', 0, /HRB-1042/],
  ['activate', 'activate customers HRB-1042', 'admin', 0, /HRB-1042/],
  ['deactivate two', ['deactivate', 'customers', 'TST-REP', 'A/B 1%'], 'admin', 0, /TST-REP/],
  ['activate what is not there', 'activate customers HRB-9999', 'admin', 1, /^$/],
  ['list, filters as JSON',
    'list customers --profile json --filter companyName:startswith:Har --filter active:equals:true',
    'admin', 0,
    /HRB-1042/],
  ['list products, filters as JSON', 'list products --profile json --filter category:equals:Rope',
    'admin', 0, /ROPE-BRD-12/],
  ['list, token in x-api-key', 'list customers --profile header --limit 1', 'admin', 0, /./],
  ['deactivate a product', 'deactivate products ROPE-BRD-12', 'admin', 0, /is not active any more/],
  ['activate a product', 'activate products ROPE-BRD-12', 'admin', 0, /is active again/],
  ['deactivate a product as a rep', 'deactivate products ROPE-BRD-12', 'rep', 1, /^$/],
  ['activate as a customer', 'activate customers HRB-1042', 'otherCustomer', 1, /^$/],
];

// Where no tolerance is possible the contract has switches (N1, N3, N9, N18, N21).
const config = `
profile json { filter-style = json }
profile header { auth-header = x-api-key }
profile array { price-update-shape = array }
profile guide { create-method = post key-style = guide }
`;

// Nothing of the user's own: neither home nor environment.
function bareEnvironment(world, folder, who, config) {
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', NYMBLE_URL: world.strict.url };

  for (const name of ['HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'XDG_DATA_HOME',
    'XDG_RUNTIME_DIR']) {
    env[name] = path.join(folder, `client-${who}`, name);
    fs.mkdirSync(env[name], { recursive: true, mode: 0o700 });
  }
  fs.mkdirSync(path.join(env.XDG_CONFIG_HOME, 'nymble-tui'), { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(env.XDG_CONFIG_HOME, 'nymble-tui', 'config'), config);
  for (const name of ['ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'])
    if (process.env[name])
      env[name] = process.env[name];
  return env;
}

function environment(world, folder, who) {
  const env = bareEnvironment(world, folder, who, config);

  if (who === 'key')
    env.NYMBLE_API_KEY = 'sandbox-key-northpoint-admin';
  else if (who === 'token')
    env.NYMBLE_TOKEN = world.tokens.admin;
  else
    Object.assign(env, { NYMBLE_ORG_CODE: logins[who].OrgCode,
      NYMBLE_CLIENT_ID: logins[who].ClientId,
      NYMBLE_CLIENT_SECRET: logins[who].ClientSecret });
  return env;
}

// Prism colours its lines.
function violations(log) {
  return log.replace(/\x1b\[[0-9;]*m/g,
    '').split('\n').filter((line) => line.includes('Violation:'));
}

async function clientCases(tap, world, folder, program, client) {
  for (const [name, words, who, status, pattern] of client.rows) {
    const before = violations(world.strict.output()).length;
    const args = (Array.isArray(words) ? words : words.split(' ')).map((word) => word.replace('{}', folder));
    const ended = await run(program, args, client.environment(world, folder, who));
    const problems = violations(world.strict.output()).slice(before);
    if (ended.status !== status)
      problems.push(`expected exit status ${status}, got ${ended.status}: ${ended.err}`);
    else if (!pattern.test(ended.out))
      problems.push(`standard output is not as expected: ${ended.out.slice(0, 400)}`);
    tap.report(`${world.service.name}: nymble-tui: ${name}`, problems);
  }
}

module.exports = { clientCases, bareEnvironment, violations, rows, environment };

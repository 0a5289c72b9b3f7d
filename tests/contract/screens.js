// SPDX-License-Identifier: ISC
'use strict';
// nymble-tui's screens with the strict proxy as their service: what is edited there goes out as the
// contract wants it, or the proxy answers for the sandbox and writes a violation to its log.

const fs = require('node:fs');
const path = require('node:path');

const { run } = require('./lib/programs');
const { violations } = require('./client');

// Every script begins at the customer list and ends there with Q.
const opening = ['wait 1 of'];
const ending = ['keys Q'];

const open = (number) => [`keys : ${number} Enter`, 'wait Read at'];

const save = ['wait 1 change', 'keys F2', 'wait Review', 'keys s', 'wait Saved 1 change'];

const create = (number) => ['keys a', 'wait New customer', `type ${number}`, 'keys Tab', 'type New one',
  'keys Tab Enter', 'wait type to narrow', 'type Wholesale', 'keys Enter', 'wait Wholesale',
  'keys Tab Tab Tab Tab', 'type new@one.example', 'wait new@one', 'keys F2', 'wait Review', 'keys s',
  'wait Saved'];

const products = ['keys 2', 'wait >  ADHS-EPX-10'];

const openProduct = (sku) => [...products, `keys : ${sku} Enter`, 'wait Read at'];

// All that it has, by the call for prices alone (N21).
const replacePrices = [...openProduct('ROPE-BRD-12'), 'keys 2', 'wait Retail', 'keys e', 'wait Esc back',
  'type 4', 'keys 3 Enter', ...save];

// [name, who logs in, lines of the script (tests/contract/typist.c), words of the command line]
const rows = [
  ['deactivate', 'admin', [...open('HRB-1043'), 'keys x 2', 'wait y/n', 'keys y', 'wait is not active']],
  ['activate', 'admin', [...open('HRB-1043'), 'keys x 1', 'wait y/n', 'keys y', 'wait is active again']],
  ['change a member', 'admin', [...open('HRB-1043'), 'keys e', 'wait Edit', 'keys Tab Tab Tab Ctrl-u',
    'type NET44', 'wait NET44', 'keys F2', 'wait Review', 'keys s', 'wait Saved 1 change']],
  ['change an address', 'admin', [...open('HRB-1042'), 'keys 2', 'wait Line 1', 'keys Enter',
    'wait > 14 Chandlery', 'keys e', 'wait Edit > Address 1', 'keys Tab Tab End', 'type  B', ...save]],
  ['change an attribute', 'admin', [...open('HRB-1042'), 'keys e', 'wait Edit', 'keys Tab End Up Up Enter',
    'wait [Gold', 'type x', ...save]],
  ['choose a sales rep', 'admin', [...open('HRB-1042'), 'keys e', 'wait Teodor', 'keys Tab Tab Enter',
    'wait type to narrow', 'type 311', 'wait 1 of', 'keys Enter', ...save]],
  ['set the external id', 'admin', [...open('HRB-1042'), 'keys e', 'wait Edit',
    'keys Tab Tab Tab Tab Tab Tab Tab Ctrl-u', 'type erp-1', ...save]],
  ['undo it', 'admin', [...open('HRB-1042'), 'keys e', 'wait Edit', 'keys Tab Tab Tab Ctrl-u', 'type NET45',
    ...save, 'keys z', 'wait Review', 'keys s', 'wait Saved 1 change']],
  ['deactivate two', 'admin', ['keys Space Space', 'wait 2 marked', 'keys x 2', 'wait Type 2', 'keys 2 Enter',
    'wait 2 done, 0 failed', 'keys q']],
  ['delete', 'admin', [...open('HRB-1043'), 'keys x 3', 'wait Type HRB-1043', 'type HRB-1043', 'keys Enter',
    'wait is deleted']],
  ['create', 'admin', create('NEW-1')],
  ['create as the guide has it', 'admin', create('NEW-2'), ['--profile', 'guide']],
  ['change a product', 'admin', [...openProduct('ROPE-BRD-12'), 'keys e', 'wait Edit', 'keys Tab Ctrl-u',
    'type Ropes', ...save]],
  ['add an image', 'admin', [...openProduct('ROPE-BRD-12'), 'keys 4', 'wait .jpg', 'keys a', 'wait Image 2',
    'type side.jpg', ...save]],
  ['replace a price list', 'admin', replacePrices],
  ['replace it as an array', 'admin', replacePrices.map((line) => line.replace('keys 3', 'keys 5')),
    ['--profile', 'array']],
  ['create a product', 'admin', [...products, 'keys a', 'wait New product', 'type NEW-SKU', 'keys Tab',
    'type New one', 'keys F2', 'wait Review', 'keys s', 'wait Saved NEW-SKU']],
  ['create a product, whatever customers want', 'admin', [...products, 'keys a', 'wait New product',
    'type NEW-SKU-2', 'keys Tab', 'type New one', 'keys F2', 'wait Review', 'keys s', 'wait Saved NEW-SKU-2'],
    ['--profile', 'guide']],
  ['deactivate a product', 'admin', [...openProduct('ROPE-BRD-12'), 'keys x 2', 'wait y/n', 'keys y',
    'wait is not active']],
  ['activate it', 'admin', [...openProduct('ROPE-BRD-12'), 'keys x 1', 'wait y/n', 'keys y',
    'wait is active again']],
  ['count what is in each price tier', 'admin', ['keys 3', 'wait organization', 'keys n', 'wait Counted']],
  ['the catalog in a price tier', 'admin', ['keys 3', 'wait organization', 'keys Enter', 'wait Base price',
    'wait %', 'keys A', 'wait all price tiers', 'keys /', 'type line', 'keys Enter', 'wait search=line',
    'keys f', 'wait type to narrow', 'type category:equals:Rope', 'keys Enter', 'keys o 2']],
  ['deactivate two products', 'admin', [...products, 'keys Space Space', 'wait 2 marked', 'keys x 2',
    'wait Type 2', 'keys 2 Enter', 'wait 2 done, 0 failed', 'keys q']],
];

async function screenCases(tap, world, folder, program, screens, client) {
  const typist = path.join(process.env.TOP_BUILDDIR, 'tests', 'contract', 'typist');

  for (const [name, who, script, words = []] of screens.rows) {
    const before = violations(world.strict.output()).length;
    const lines = [...screens.opening, ...script, ...screens.ending].join('\n') + '\n';
    const env = client.environment(world, folder, who);
    env.XDG_STATE_HOME = fs.mkdtempSync(path.join(folder, 'state-')); // no draft of the row before
    if (process.env.NYMBLE_TEST_PATIENCE_S)
      env.NYMBLE_TEST_PATIENCE_S = process.env.NYMBLE_TEST_PATIENCE_S;
    // Where it writes files, they are taken away with the rest.
    const ended = await run(typist, [program, ...words], env, lines, env.XDG_STATE_HOME);
    const problems = violations(world.strict.output()).slice(before);
    if (ended.status !== 0)
      problems.push(`exit status ${ended.status}: ${ended.out}${ended.err}`);
    tap.report(`${world.service.name}: screens: ${name}`, problems);
  }
}

module.exports = { screenCases, opening, ending, rows };

// SPDX-License-Identifier: ISC
'use strict';
// nymble-tui's screens for Flow Retail with the strict proxy as their service (screens.js).

const open = (uid) => [`keys : ${uid} Enter`, 'wait Read at'];
const save = ['wait 1 change', 'keys F2', 'wait Review', 'keys s', 'wait Saved 1 change'];
const tabs = (count) => `keys ${Array(count).fill('Tab').join(' ')}`;

const edit = (uid, count, text) => [...open(uid), 'keys e', 'wait Edit', tabs(count), 'keys Ctrl-u',
  `type ${text}`, ...save];

// A new record's form begins at the first name, which a private person has to have.
const company = ['keys Up Up Enter', 'wait type to narrow', 'type Company', 'keys Enter', 'wait Company name *',
  'keys Tab', 'type Skjermhuset AS', 'wait Skjermhuset'];
const person = ['type Even', 'keys Tab', 'type Moe', 'wait Moe'];
const create = (lines) => ['keys a', 'wait New customer', ...lines, 'keys F2', 'wait Review', 'keys s',
  'wait Saved cus-'];

// An action that wants a store, the first one that is offered.
const inStore = (uid, number, done) => [...open(uid), 'keys x', 'wait TWO_INVOICE', `keys ${number}`,
  'wait type to narrow', 'keys Enter', 'wait y/n', 'keys y', `wait ${done}`];

// As in screens.js.
module.exports = {
  opening: ['wait 1 of'],
  ending: ['keys Q'],
  rows: [
    ['open, a company', 'integration', [...open('cus-1001'), 'wait Fjordtek', 'keys 2', 'wait Laksev',
      'keys 3', 'wait Lars', 'keys 4', 'wait Credit limit', 'keys 6', 'wait Trade accounts']],
    ['open, by device', 'backoffice', open('cus-1002')],
    ['open, by user token', 'auth', open('cus-1002')],
    ['search', 'integration', ['keys /', 'type fjordtek', 'keys Enter', 'wait search=fjordtek',
      'wait Fjordtek AS']],
    ['search fields', 'integration', ['keys f', 'wait type to narrow', 'type email:contains:sunniva',
      'keys Enter', 'wait Sunniva']],
    ['change a member', 'integration', edit('cus-1002', 6, 'Oslo')],
    ['change a number', 'integration', edit('cus-1002', 8, '+4755501999')],
    ['change the payment terms', 'integration', [...open('cus-1001'), 'keys 4', 'wait Credit limit',
      'keys e',
      'wait Edit', 'keys Ctrl-u', 'type 28', ...save]],
    ['change electronic invoices', 'integration', [...open('cus-1001'), 'keys 4', 'wait Credit limit',
      'keys e',
      'wait Edit', 'keys Tab Tab Space', ...save]],
    ['change a group', 'integration', [...open('cus-1002'), 'keys 6', 'wait Club', 'keys e', 'wait Group 1',
      'keys Ctrl-u', 'type cg-trade', ...save]],
    ['undo it', 'integration', [...edit('cus-1001', 6, 'Voss'), 'keys z', 'wait Review', 'keys s',
      'wait Saved 1 change']],
    ['create a person', 'integration', create(person)],
    ['create a company', 'clerk', create(company)],
    ['add an extension', 'integration', inStore('cus-1002', 2, 'has TWO_INVOICE now')],
    ['remove an extension', 'integration', inStore('cus-1002', 3, 'has no TWO_INVOICE any more')],
    ['write personal data to a file', 'integration', [...open('cus-1002'), 'keys x', 'wait TWO_INVOICE',
      'keys 1', 'wait json', 'keys Enter', 'wait SHA-256']],
    ['delete', 'backoffice', [...open('cus-2005'), 'keys x', 'wait TWO_INVOICE', 'keys 4',
      'wait Type cus-2005',
      'type cus-2005', 'keys Enter', 'wait is deleted']],
    ['delete two', 'integration', ['keys Space Space', 'wait 2 marked', 'keys x', 'wait Delete', 'keys 4',
      'wait Type 2', 'keys 2 Enter', 'wait 2 done, 0 failed', 'keys q']],
    ['delete two, without the permission', 'clerk', ['keys Space Space', 'wait 2 marked', 'keys x',
      'wait Delete', 'keys 4', 'wait Type 2', 'keys 2 Enter', 'wait 0 done, 2 failed', 'keys q']],
    ['set a field of two', 'integration', ['keys Space Space', 'wait 2 marked', 'keys x', 'wait Delete',
      'keys 5',
      'wait type to narrow', 'type City', 'keys Enter', 'wait City', 'type Bergen', 'keys Enter',
      'wait 2 change.',
      'keys g', 'wait Type 2', 'keys 2 Enter', 'wait 2 done, 0 failed', 'keys q']],
    ['search the register', 'integration', ['keys 2', 'wait External register', 'keys /', 'type fjordtek',
      'keys Enter', 'wait Fjordtek Offshore AS']],
    ['take a hit over', 'integration', ['keys 2', 'wait External register', 'keys /', 'type offshore',
      'keys Enter', 'wait Fjordtek Offshore AS', 'keys a', 'wait New customer', 'keys F2', 'wait Review',
      'keys s',
      'wait Saved cus-']],
    ['a store\'s view', 'integration', [...open('cus-1001'), 'wait store-oslo'], ['--store', 'store-oslo']],
  ],
};

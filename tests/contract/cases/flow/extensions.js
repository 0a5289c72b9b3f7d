// SPDX-License-Identifier: ISC
'use strict';
const { refused, outsiders, noObjects, has } = require('../../lib/flow_rows');
const { customers, otherTenant, person, stores, otherStore } = require('../../lib/flow_sample');

const path = `${customers}/${person}/extensions/TWO_INVOICE`;
const add = { method: 'POST', path, as: 'backoffice' };
const remove = { method: 'DELETE', path, as: 'backoffice' };
const get = { method: 'GET', path: `${customers}/${person}`, as: 'backoffice' };
const body = { storeUid: stores[0] };
const there = has({ extensions: [{ extensionCode: 'TWO_INVOICE', organizationUid: 'org-nordlys' }] });
const gone = has({ extensions: [] });

const wrongBodies = (row) => [
  refused({ ...row, name: `${row.name}, no store`, body: {}, breaks: true }, 400, 'storeUid'),
  refused({ ...row, name: `${row.name}, store is a number`, body: { storeUid: 5 }, breaks: true }, 400,
    'storeUid'),
  refused({ ...row, name: `${row.name}, store with a blank`, body: { storeUid: 'store bergen' },
    breaks: true }, 400, 'storeUid'),
  refused({ ...row, name: `${row.name}, empty store`, body: { storeUid: '' }, breaks: true }, 400,
    'storeUid'),
  refused({ ...row, name: `${row.name}, unknown store`, body: { storeUid: 'store-nowhere' } }, 400,
    'storeUid'),
  refused({ ...row, name: `${row.name}, another tenant's store`, body: { storeUid: otherStore } }, 400,
    'storeUid'),
  refused({ ...row, name: `${row.name}, unknown customer`, body,
    path: `${customers}/cus-0/extensions/TWO_INVOICE` }, 404),
  refused({ ...row, name: `${row.name}, another tenant's customer`, as: 'other',
    body: { storeUid: otherStore },
    path: `${otherTenant}/customers/${person}/extensions/TWO_INVOICE` }, 404),
  refused({ ...row, name: `${row.name}, unknown code`, body, breaks: true,
    path: `${customers}/${person}/extensions/THREE_INVOICE` }, 404),
  ...noObjects({ ...row, name: row.name }),
  ...outsiders({ ...row, name: row.name, body }),
];

module.exports = [
  refused({ ...remove, name: 'remove what is not there', body }, 404),
  ...wrongBodies({ ...add, name: 'add' }),
  { ...add, name: 'add', body, status: 200, check: there },
  { ...get, name: 'add, the record says so', status: 200, check: there },
  refused({ ...add, name: 'add again', body }, 409),
  ...wrongBodies({ ...remove, name: 'remove' }),
  { ...get, name: 'it is there still', status: 200, check: there },
  { ...remove, name: 'remove', body, status: 204 },
  { ...get, name: 'remove, the record says so', status: 200, check: gone },
  { ...add, name: 'add as clerk', as: 'clerk', body, status: 200, check: there },
  { ...remove, name: 'remove, store in the query alone', query: body, breaks: true, status: 204 },
  refused({ ...remove, name: 'remove again', body }, 404),
];

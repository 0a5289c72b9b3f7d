// SPDX-License-Identifier: ISC
'use strict';
// One customer: as the tenant has it, as a store sees it, and all that is stored.
const { refused, outsiders, has } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { tenant, customers, otherTenant, company, person, stores,
  otherStore } = require('../../lib/flow_sample');

const get = { method: 'GET', path: `${customers}/${company}`, as: 'backoffice' };
const dump = { ...get, path: `${customers}/${person}/export` };
const inStore = (store, uid = company) => ({ ...get, path: `${tenant}/stores/${store}/customers/${uid}` });

const differs = (answer, world) => {
  const member = ['pricelistUid', 'paymentTerms', 'defaultStoreUid'].find((name) => (
    answer.json[name] !== world.record[name]));
  return member ? undefined : 'the store sees nothing of its own';
};

module.exports = [
  { ...get, name: 'get', status: 200,
    check: (answer, world) => {
      world.record = answer.json;
      return has({ customerUid: company, customerType: 'COMPANY', companyName: 'Fjordtek AS',
        ledgerNumber: '0010472', ehfEnabled: true, ehf: { enabled: true } })(answer) ||
        same([answer.json.addresses.length, answer.json.contacts.length, answer.json.extensions.length],
          [1, 1, 1], 'lists');
    } },
  { ...get, name: 'get a private person', path: `${customers}/${person}`, status: 200,
    check: has({ customerUid: person, firstname: 'Sunniva', lastname: 'Dahl',
    displayName: 'Sunniva Dahl' }) },
  ...['clerk', 'integration', 'user'].map((as) => ({ ...get, name: `get, as ${as}`, as, status: 200 })),
  refused({ ...get, name: 'get, unknown', path: `${customers}/cus-0` }, 404),
  refused({ ...get, name: 'get, no Uid', path: `${customers}/cus%201001`, breaks: true }, 404),
  refused({ ...get, name: 'get, another tenant\'s record', as: 'other',
    path: `${otherTenant}/customers/${person}` }, 404),
  ...outsiders({ ...get, name: 'get' }),

  { ...inStore(stores[1]), name: 'store view', status: 200,
    check: (answer, world) => has({ customerUid: company, companyName: 'Fjordtek AS' })(answer) ||
      differs(answer, world) },
  { ...inStore(stores[1]), name: 'store view, the same again', status: 200, check: differs },
  { ...inStore(stores[0], person), name: 'store view, a private person', as: 'clerk', status: 200,
    check: has({ customerUid: person }) },
  refused({ ...inStore('store-nowhere'), name: 'store view, unknown store' }, 404),
  refused({ ...inStore(otherStore), name: 'store view, another tenant\'s store' }, 404),
  refused({ ...inStore('store%20bergen'), name: 'store view, no Uid', breaks: true }, 404),
  refused({ ...inStore(stores[0], 'cus-0'), name: 'store view, unknown customer' }, 404),
  ...outsiders({ ...inStore(stores[0]), name: 'store view' }),

  { ...dump, name: 'export', status: 200,
    check: (answer) => same([answer.json.customer.customerUid, answer.json.customer.email,
      Array.isArray(answer.json.orders)], [person, 'sunniva@mail.example', true], 'document') },
  { ...dump, name: 'export, the same bytes again', as: 'integration', status: 200 },
  refused({ ...dump, name: 'export, unknown', path: `${customers}/cus-0/export` }, 404),
  refused({ ...dump, name: 'export, another tenant\'s record', as: 'other',
    path: `${otherTenant}/customers/${person}/export` }, 404),
  ...outsiders({ ...dump, name: 'export' }),
];

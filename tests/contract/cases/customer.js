// SPDX-License-Identifier: ISC
'use strict';
// /api/customers/{customerNumber}: one record and its actions.
const { unauthorized, forbidden, noObjects, hasErrors, names, same } = require('../lib/rows');

const own = '/api/customers/HRB-1042'; // SR-207's
const others = '/api/customers/PNC-0088'; // SR-311's
const gone = '/api/customers/HRB-9999';

const get = { method: 'GET', path: own, as: 'admin' };
const patch = { method: 'PUT', path: own, as: 'admin' };
const remove = { method: 'DELETE', path: '/api/customers/TST-2', as: 'admin' };
const change = { companyPhone: '207-555-0199', pricing: 'Distributor' };

const slashed = { customerNumber: 'A/B 1%', companyName: 'Slashed',
  companyEmail: 'a@slashed.example', pricing: 'Retail' };

function actions(verb, active) {
  const act = { method: 'POST', path: `${own}/${verb}`, as: 'admin' };
  return [
    { ...act, name: verb, status: 204 },
    { ...act, name: `${verb} again`, status: 204 },
    { ...get, name: `${verb}, the record says so`, status: 200,
      check: (answer) => same(answer.json.active, active, 'active') },
    { ...act, name: `${verb}, a rep's own`, as: 'rep', status: 204 },
    { ...act, name: `${verb}, another rep's`, as: 'rep', path: `${others}/${verb}`, status: 404 },
    { ...act, name: `${verb}, unknown`, path: `${gone}/${verb}`, status: 404 },
    { ...act, name: `${verb}, another organization's`, as: 'otherAdmin', status: 404 },
    ...unauthorized({ ...act, name: verb }),
  ];
}

module.exports = [
  { ...get, name: 'get', status: 200,
    check: (answer) => same([answer.json.companyName, answer.json.addresses.length,
      answer.json.contacts[0].lastName],
      ['Harborline Marine Supply', 2, 'Barrow'], 'record') },
  { ...get, name: 'get by key', as: 'repKey', status: 200 },
  { ...get, name: 'get, unknown', path: gone, status: 404 },
  { ...get, name: 'get, another organization\'s', as: 'otherAdmin', status: 404 },
  { ...get, name: 'get, a rep\'s own', as: 'rep', status: 200 },
  { ...get, name: 'get, another rep\'s', as: 'rep', path: others, status: 404 },
  { method: 'PUT', path: '/api/customers', as: 'admin', name: 'a number with signs that URLs need',
    body: slashed, status: 201 },
  { ...get, name: 'get it, percent-encoded', path: '/api/customers/A%2FB%201%25', status: 200,
    check: (answer) => same(answer.json.customerNumber, 'A/B 1%', 'number') },
  ...unauthorized({ ...get, name: 'get' }),
  ...forbidden({ ...get, name: 'get' }, 'customer'),

  { ...patch, name: 'update', body: change, status: 200,
    check: (answer) => same([answer.json.companyPhone, answer.json.pricing, answer.json.terms],
      ['207-555-0199', 'Distributor', 'NET30'], 'record') },
  { ...patch, name: 'update back, clears a text', body: { pricing: 'wholesale', companyFax: '' },
    status: 200,
    check: (answer) => same([answer.json.pricing.toLowerCase(), answer.json.companyFax || ''],
      ['wholesale', ''], 'record') },
  { ...patch, name: 'update, lists are replaced', status: 200,
    body: { addresses: [{ line1: '14 Chandlery Wharf', country: 'US', addressType: 'Billing',
      isPrimary: true, dockHours: '7-15' }] },
    check: (answer) => same([answer.json.addresses.length, answer.json.addresses[0].dockHours],
      [1, '7-15'], 'addresses') },
  { ...patch, name: 'update, a rep\'s own', as: 'rep', body: { terms: 'NET60' }, status: 200 },
  { ...patch, name: 'update, a rep changes the rep', as: 'rep', body: { repNumber: 'SR-311' },
    status: 403 },
  { ...patch, name: 'update, another rep\'s', as: 'rep', path: others, body: { terms: 'NET60' },
    status: 404 },
  { ...patch, name: 'update, unknown', path: gone, body: change, status: 404 },
  { ...patch, name: 'update, another organization\'s', as: 'otherAdmin', body: change,
    status: 404 },
  { ...patch, name: 'update, externalId of another', body: { externalId: 'erp-cust-7730' },
    status: 409 },
  { ...patch, name: 'update, another number', body: { customerNumber: 'HRB-1', terms: 'COD' },
    status: 400, check: names('customerNumber') },
  { ...patch, name: 'update, unknown tier', body: { pricing: 'Platinum' }, status: 400,
    check: names('pricing') },
  { ...patch, name: 'update, empty name', body: { companyName: '' }, breaks: true, status: 400,
    check: names('companyName') },
  { ...patch, name: 'update, a number for a text', body: { companyPhone: 5 }, breaks: true,
    status: 400, check: names('companyPhone') },
  { ...patch, name: 'update, nothing', body: {}, breaks: true, status: 400, check: hasErrors },
  { ...patch, name: 'update, wrong kind of address', body: { addresses: [{ addressType: 'Home' }] },
    breaks: true, status: 400,
    check: hasErrors },
  ...noObjects({ ...patch, name: 'update' }),
  ...unauthorized({ ...patch, name: 'update', body: change }),
  ...forbidden({ ...patch, name: 'update', body: change }, 'customer'),

  ...actions('deactivate', false),
  { method: 'GET', path: '/api/products', name: 'deactivation ended the sessions', as: 'customer',
    status: 401 },
  ...actions('activate', true),
  { method: 'GET', path: '/api/products', name: 'activation brings no session back', as: 'customer',
    status: 401 },
  ...forbidden({ method: 'POST', path: `${own}/activate`, name: 'activate' }, 'otherCustomer'),
  ...forbidden({ method: 'POST', path: `${own}/deactivate`, name: 'deactivate' }, 'otherCustomer'),

  ...forbidden({ ...remove, name: 'delete' }, 'rep', 'otherCustomer'),
  ...unauthorized({ ...remove, name: 'delete' }),
  { ...remove, name: 'delete, another organization\'s', as: 'otherAdmin', status: 404 },
  { ...remove, name: 'delete', status: 204 },
  { ...remove, name: 'delete again', status: 404 },
  { ...get, name: 'get what was deleted', path: '/api/customers/TST-2', status: 404 },
];

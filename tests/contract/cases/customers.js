// SPDX-License-Identifier: ISC
'use strict';
// /api/customers: the list and the two ways to create.
const { unauthorized, forbidden, noObjects, hasErrors, names, same } = require('../lib/rows');

const list = { method: 'GET', path: '/api/customers', as: 'admin' };
const put = { method: 'PUT', path: '/api/customers', as: 'admin' };
const post = { method: 'POST', path: '/api/customers', as: 'admin' };

const full = {
  customerNumber: 'TST-1', companyName: 'Testhaven Rope & Rigging',
    companyEmail: 'orders@testhaven.example',
  companyPhone: '207-555-0100', companyFax: '', pricing: 'Wholesale', active: true,
    repNumber: 'SR-207', terms: 'NET30',
  externalId: 'ext-1',
  addresses: [
    { line1: '1 Quay', city: 'Portland', state: 'ME', postalCode: '04101', country: 'US',
      addressType: 'Billing', isPrimary: true },
    { line1: '2 Quay', line2: '', city: 'Portland', country: 'US', addressType: 'Shipping',
      isPrimary: true },
  ],
  contacts: [{ firstName: 'Odile', lastName: 'Barrow', email: 'odile@testhaven.example',
    isPrimary: true, contactType: 'Purchasing' }],
  customerAttributes: { region: 'Northeast', creditLimit: 2500, vip: true },
};
const guide = {
  CustomerNumber: 'TRL-2210', CompanyName: 'Trillium Garden Centers',
    CompanyEmail: 'orders@trillium.example',
  CompanyPhone: '416-555-0170', Pricing: 'Wholesale', Active: true, RepNumber: 'SR-311',
    Terms: 'Net30',
  ExternalId: 'erp-cust-7730',
  Addresses: [{ Address1: '77 Orchard Park Drive', City: 'Toronto', StateProvince: 'ON',
    ZipPostalCode: 'M4C 1B5',
    Country: 'CA', AddressType: 'Shipping', Code: 'WHSE-1', Default: true }],
  Contacts: [{ FirstName: 'Priya', LastName: 'Raman', Email: 'priya@trillium.example',
    ContactType: 'Primary' }],
};

const clause = (field, operator, value, i = 0) => ({
  [`filters[${i}].field`]: field, [`filters[${i}].operator`]: operator,
    [`filters[${i}].value`]: value,
});

const operators = [
  ['startswith', 'companyName', 'Har', (row) => row.companyName.startsWith('Har')],
  ['contains', 'companyName', 'LINE', (row) => row.companyName.toLowerCase().includes('line')],
  ['notcontains', 'companyName', 'a', (row) => !row.companyName.toLowerCase().includes('a')],
  ['endswith', 'companyName', 'supply', (row) => row.companyName.toLowerCase().endsWith('supply')],
  ['equals', 'customerNumber', 'hrb-1042', (row) => row.customerNumber === 'HRB-1042'],
  ['notequals', 'pricing', 'Retail', (row) => row.pricing !== 'Retail'],
  ['gt', 'customerNumber', 'P', (row) => row.customerNumber.toUpperCase() > 'P'],
  ['gte', 'customerNumber', 'PNC-0088', (row) => row.customerNumber.toUpperCase() >= 'PNC-0088'],
  ['lt', 'customerNumber', 'P', (row) => row.customerNumber.toUpperCase() < 'P'],
  ['lte', 'customerNumber', 'PNC-0088', (row) => row.customerNumber.toUpperCase() <= 'PNC-0088'],
];

function allRows(test) {
  return (answer) => {
    const wrong = answer.json.data.find((row) => !test(row));
    if (wrong)
      return `not expected: ${wrong.customerNumber} ${wrong.companyName}`;
    return answer.json.data.length ? undefined : 'no rows at all';
  };
}

const paging = (total, page, pages, rows) => (answer) => same(
  [answer.json.totalRecords, answer.json.currentPage, answer.json.totalPages,
    answer.json.data.length],
  [total, page, pages, rows], 'total, page, pages, rows');

module.exports = [
  { ...list, name: 'list', status: 200, check: paging(120, 1, 5, 25) },
  { ...list, name: 'list by key', as: 'adminKey', status: 200, check: paging(120, 1, 5, 25) },
  { ...list, name: 'list, last page', query: { pageNumber: 3, pageSize: 50 }, status: 200,
    check: paging(120, 3, 3, 20) },
  { ...list, name: 'list, page of one', query: { pageNumber: 120, pageSize: 1 }, status: 200,
    check: paging(120, 120, 120, 1) },
  { ...list, name: 'list, page behind the last', query: { pageNumber: 9, pageSize: 50 },
    status: 200, check: paging(120, 9, 3, 0) },
  ...['Name', 'CustomerNumber', 'CompanyEmail', 'name', 'terms', 'repNumber'].flatMap((sortOn) =>
    ['asc', 'desc'].map((sortDirection) => (
      { ...list, name: `list by ${sortOn} ${sortDirection}`,
        query: { sortOn, sortDirection, pageSize: 100 }, status: 200 }))),
  ...operators.map(([operator, field, value, test]) => (
    { ...list, name: `list, ${field} ${operator} ${value}`,
      query: { ...clause(field, operator, value), pageSize: 100 },
      status: 200, check: allRows(test) })),
  { ...list, name: 'list, two clauses', status: 200,
    query: { ...clause('companyName', 'startswith', 'Har'),
      ...clause('active', 'equals', 'true', 1) },
    check: allRows((row) => row.active && row.companyName.startsWith('Har')) },
  { ...list, name: 'list, clauses as JSON', status: 200,
    query: { filters: JSON.stringify([{ field: 'companyName', operator: 'startswith',
      value: 'Harbor' }]) },
    check: allRows((row) => row.companyName.startsWith('Harbor')) },
  { ...list, name: 'list, nothing matches', query: clause('companyName', 'equals', 'nobody'),
    status: 200, check: paging(0, 1, 0, 0) },
  { ...list, name: 'list, page 0', query: { pageNumber: 0 }, breaks: true, status: 400,
    check: names('pageNumber') },
  { ...list, name: 'list, page x', query: { pageNumber: 'x' }, breaks: true, status: 400,
    check: names('pageNumber') },
  { ...list, name: 'list, page size 0', query: { pageSize: 0 }, breaks: true, status: 400,
    check: names('pageSize') },
  { ...list, name: 'list, page size -5', query: { pageSize: -5 }, breaks: true, status: 400,
    check: names('pageSize') },
  { ...list, name: 'list, direction up', query: { sortDirection: 'up' }, breaks: true, status: 400,
    check: names('sortDirection') },
  { ...list, name: 'list, operator like', query: clause('companyName', 'like', 'a'), breaks: true,
    status: 400, check: hasErrors },
  { ...list, name: 'list, unknown field', query: clause('shoeSize', 'equals', '44'), status: 400,
    check: hasErrors },
  { ...list, name: 'list, unknown sort', query: { sortOn: 'shoeSize' }, status: 400,
    check: names('sortOn') },
  { ...list, name: 'list, clause without an operator',
    query: { 'filters[0].field': 'terms', 'filters[0].value': 'x' },
    status: 400, check: hasErrors },
  { ...list, name: 'list, broken JSON clauses', query: { filters: '[{"field":' }, breaks: true,
    unseen: true, status: 400, check: hasErrors },
  ...unauthorized({ ...list, name: 'list' }),
  ...forbidden({ ...list, name: 'list' }, 'customer'),
  { ...list, name: 'list, a rep sees its own', as: 'rep', query: { pageSize: 100 }, status: 200,
    check: allRows((row) => row.repNumber === 'SR-207') },
  { ...list, name: 'list, another organization sees its own', as: 'otherAdmin',
    query: { pageSize: 100 }, status: 200,
    check: allRows((row) => row.currencyCode === 'EUR') },

  { ...put, name: 'upsert creates', body: full, status: 201,
    check: (answer) => same(answer.json.addresses.length, 2, 'addresses') },
  { ...put, name: 'upsert updates', body: { ...full, terms: 'NET60' }, status: 200,
    check: (answer) => same(answer.json.terms, 'NET60', 'terms') },
  { ...put, name: 'upsert keeps what is left out', status: 200,
    body: { customerNumber: 'TST-1', companyName: 'Testhaven', companyEmail: 'a@testhaven.example',
      pricing: 'retail' },
    check: (answer) => same([answer.json.terms, answer.json.contacts.length], ['NET60', 1],
      'kept') },
  { ...put, name: 'upsert renumbers by externalId', body: { ...full, customerNumber: 'TST-2' },
    status: 200,
    check: (answer) => same(answer.json.customerNumber, 'TST-2', 'number') },
  { ...put, name: 'upsert, number and externalId of two records',
    body: { ...full, customerNumber: 'PNC-0088' }, status: 409 },
  { ...put, name: 'upsert, no name', body: { ...full, companyName: undefined }, breaks: true,
    status: 400, check: names('companyName') },
  { ...put, name: 'upsert, empty name', body: { ...full, companyName: '' }, breaks: true,
    status: 400, check: names('companyName') },
  { ...put, name: 'upsert, a number for a text', body: { ...full, terms: 30 }, breaks: true,
    status: 400, check: names('terms') },
  { ...put, name: 'upsert, a text for yes or no', body: { ...full, active: 'yes' }, breaks: true,
    status: 400, check: names('active') },
  { ...put, name: 'upsert, e-mail too short', body: { ...full, companyEmail: 'a' }, breaks: true,
    status: 400, check: names('companyEmail') },
  { ...put, name: 'upsert, unknown tier', body: { ...full, pricing: 'Platinum' }, status: 400,
    check: names('pricing') },
  { ...put, name: 'upsert, unknown kind of address', breaks: true, status: 400, check: hasErrors,
    body: { ...full, addresses: [{ ...full.addresses[0], addressType: 'Home' }] } },
  { ...put, name: 'upsert, addresses are no list', body: { ...full, addresses: {} }, breaks: true,
    status: 400, check: names('addresses') },
  { ...put, name: 'upsert, attributes are no map', body: { ...full, customerAttributes: ['a'] },
    breaks: true, status: 400,
    check: names('customerAttributes') },
  ...noObjects({ ...put, name: 'upsert' }),
  ...unauthorized({ ...put, name: 'upsert', body: full }),
  ...forbidden({ ...put, name: 'upsert', body: full }, 'customer'),
  { ...put, name: 'upsert, a rep gets its own number', as: 'rep', status: 201,
    body: { customerNumber: 'TST-REP', companyName: 'Rep Made', companyEmail: 'a@repmade.example',
      pricing: 'Retail' },
    check: (answer) => same(answer.json.repNumber, 'SR-207', 'repNumber') },

  { ...post, name: 'create, guide form', body: guide, status: 201,
    check: (answer) => same([answer.json.customerNumber, answer.json.addresses[0].line1,
      answer.json.addresses[0].isPrimary],
      ['TRL-2210', '77 Orchard Park Drive', true], 'reference spelling') },
  { ...post, name: 'create, reference form', body: { ...full, customerNumber: 'TST-3',
    externalId: 'ext-3' }, status: 201 },
  { ...post, name: 'create, number in use', body: { ...full, customerNumber: 'HRB-1042',
    externalId: 'ext-4' }, status: 409 },
  { ...post, name: 'create, no e-mail', body: { ...full, customerNumber: 'TST-5',
    companyEmail: undefined }, breaks: true, status: 400,
    check: names('companyEmail') },
  { ...post, name: 'create, no number', body: { ...full, customerNumber: undefined }, breaks: true,
    status: 400,
    check: names('customerNumber') },
  { ...post, name: 'create, unknown tier', body: { ...full, customerNumber: 'TST-6',
    externalId: 'ext-6', pricing: 'X' }, status: 400,
    check: names('pricing') },
  ...noObjects({ ...post, name: 'create' }),
  ...unauthorized({ ...post, name: 'create', body: guide }),
  ...forbidden({ ...post, name: 'create', body: guide }, 'customer'),
];

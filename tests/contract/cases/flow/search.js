// SPDX-License-Identifier: ISC
'use strict';
// The search: a text over many members, and members on their own.
const { refused, outsiders, noObjects, badPages, allItems, only, none } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { customers, otherTenant, company, person, stores } = require('../../lib/flow_sample');

const search = { method: 'POST', path: `${customers}/search`, as: 'backoffice' };
const wide = { pageSize: 100 };

const has = (item, names, text) => names.some((name) => String(item[name] ?? '').toLowerCase()
  .includes(text));
const searched = ['firstname', 'lastname', 'city', 'postalCode', 'companyName', 'mobile', 'email',
  'vatNumber'];

const finds = (uid) => (answer) => (answer.json.items.some((item) => item.customerUid === uid)
  ? undefined : `${uid} is not found`);

// What a text finds a customer by.
const texts = [['first name', 'sunniva', person], ['last name', 'DAHL', person],
  ['company', 'fjordtek', company], ['postal code', '5013', person], ['mobile', '55501777', person],
  ['e-mail', 'innkjop@fjord', company], ['VAT number', '999555111', company]];

const wrong = [['exactMatch', 'yes'], ['query', 7], ['mobile', 7], ['email', ['a']], ['vatNumber', {}],
  ['storeUid', 'store bergen'], ['storeUid', 5], ['createdAt', 'yesterday'], ['createdAt', 2026]];

module.exports = [
  { ...search, name: 'search', body: { query: 'bergen' }, query: wide, status: 200,
    check: allItems((item) => has(item, searched, 'bergen')) },
  ...texts.map(([what, query, uid]) => (
    { ...search, name: `search by ${what}`, body: { query }, query: wide, status: 200,
      check: finds(uid) })),
  { ...search, name: 'search, nothing asked finds all', body: {}, status: 200,
    check: (answer, world) => same(answer.json.paging.totalCount, world.total, 'total') },
  { ...search, name: 'search, nothing matches', body: { query: 'zzzqqq' }, status: 200, check: none },
  { ...search, name: 'search, whole values', body: { query: 'Fjordtek AS', exactMatch: true },
    status: 200, check: finds(company) },
  { ...search, name: 'search, whole values, part of one', body: { query: 'Fjordte', exactMatch: true },
    status: 200, check: none },
  { ...search, name: 'search, mobile', body: { mobile: '+4755501777' }, status: 200, check: only(person) },
  { ...search, name: 'search, e-mail', body: { email: 'sunniva@mail.example' }, status: 200,
    check: only(person) },
  { ...search, name: 'search, VAT number', body: { vatNumber: '999555111' }, status: 200,
    check: only(company) },
  { ...search, name: 'search, a member is taken out of the text', status: 200,
    body: { query: 'sunniva', email: 'sunniva@mail.example' }, check: only(person) },
  { ...search, name: 'search, text and member of two records', status: 200,
    body: { query: 'fjordtek', email: 'sunniva@mail.example' }, check: none },
  { ...search, name: 'search, store', body: { storeUid: stores[0] }, query: wide, status: 200,
    check: allItems((item) => item.defaultStoreUid === stores[0]) },
  { ...search, name: 'search, created since', body: { createdAt: '2026-02-03T10:20:30.000Z' },
    query: wide, status: 200,
    check: allItems((item) => item.createdAt >= '2026-02-03T10:20:30.000Z') },
  { ...search, name: 'search, created since the far future', body: { createdAt: '2999-01-01T00:00:00Z' },
    status: 200, check: none },
  { ...search, name: 'search, a scope is of no account', body: { query: 'fjordtek', scope: 'x' },
    query: wide, status: 200, check: finds(company) },
  { ...search, name: 'search, sorted and paged', body: { query: 'a' }, status: 200,
    query: { pageNumber: 2, pageSize: 3, sortBy: 'city', sortDirection: 'DESC' },
    check: (answer) => same([answer.json.items.length, answer.json.paging.pageNumber], [3, 2], 'page') },
  ...['clerk', 'integration', 'user'].map((as) => (
    { ...search, name: `search, as ${as}`, as, body: { query: 'fjordtek' }, status: 200 })),
  { ...search, name: 'search, another tenant\'s', path: `${otherTenant}/customers/search`, as: 'other',
    body: { email: 'sunniva@mail.example' }, status: 200, check: none },
  ...wrong.map(([name, value]) => (
    refused({ ...search, name: `search, ${name} ${JSON.stringify(value)}`, body: { [name]: value },
      breaks: true }, 400, name))),
  ...badPages({ ...search, name: 'search', body: { query: 'a' } }),
  ...noObjects({ ...search, name: 'search' }),
  ...outsiders({ ...search, name: 'search', body: { query: 'a' } }),
];

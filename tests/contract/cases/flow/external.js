// SPDX-License-Identifier: ISC
'use strict';
// The external register: its hits are no customers yet.
const { refused, outsiders, noObjects, badPages, allItems } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { customers, otherTenant } = require('../../lib/flow_sample');

const search = { method: 'POST', path: `${customers}/search/external`, as: 'backoffice' };
const ask = { query: 'fjordtek' };

module.exports = [
  { ...search, name: 'external', body: ask, status: 200,
    check: allItems((item) => !item.customerUid && /fjordtek/i.test(item.companyName)) },
  { ...search, name: 'external, as clerk', as: 'clerk', body: ask, status: 200 },
  { ...search, name: 'external, nothing matches', body: { query: 'zzzqqq' }, status: 200,
    check: (answer) => same(answer.json.items, [], 'items') },
  { ...search, name: 'external, paged', body: { query: 'a' }, query: { pageNumber: 2, pageSize: 1 },
    status: 200,
    check: (answer) => same([answer.json.items.length, answer.json.paging.pageNumber], [1, 2], 'page') },
  { ...search, name: 'external, sorted', body: { query: 'a' }, status: 200,
    query: { sortBy: 'companyName', sortDirection: 'DESC' },
    check: (answer) => {
      const found = answer.json.items.map((item) => item.companyName.toLowerCase());
      return same(found, [...found].sort().reverse(), 'order');
    } },
  { ...search, name: 'external finds no customers', body: { query: 'sunniva@mail.example' }, status: 200,
    check: (answer) => same(answer.json.items, [], 'items') },
  refused({ ...search, name: 'external, the tenant has no such extension', as: 'other',
    path: `${otherTenant}/customers/search/external`, body: ask }, 403),
  refused({ ...search, name: 'external, a number for a text', body: { query: 7 }, breaks: true }, 400,
    'query'),
  ...badPages({ ...search, name: 'external', body: ask }),
  ...noObjects({ ...search, name: 'external' }),
  ...outsiders({ ...search, name: 'external', body: ask }),
];

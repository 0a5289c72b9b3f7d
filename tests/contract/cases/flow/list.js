// SPDX-License-Identifier: ISC
'use strict';
// The list of a tenant's customers.
const { refused, outsiders, badPages, allItems, only, none } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { customers, otherTenant, company, person } = require('../../lib/flow_sample');

const list = { method: 'GET', path: customers, as: 'backoffice' };

const page = (number, size, rows) => (answer, world) => {
  world.total ??= answer.json.paging.totalCount;
  return same([answer.json.paging, answer.json.items.length],
    [{ pageNumber: number, pageSize: size, totalCount: world.total }, rows], 'page');
};

const sorted = (name, direction) => (answer) => {
  const texts = answer.json.items.map((item) => String(item[name] ?? '').toLowerCase());
  const wrong = texts.findIndex((text, i) => i > 0 && text !== texts[i - 1] &&
    (direction === 'ASC') === (text < texts[i - 1]));
  return wrong < 0 ? undefined : `${texts[wrong - 1]} stands before ${texts[wrong]}`;
};

const sorts = ['customerUid', 'displayName', 'companyName', 'city', 'createdAt', 'externalId'];

module.exports = [
  { ...list, name: 'list', status: 200, check: page(1, 25, 25) },
  { ...list, name: 'list, page of one', query: { pageNumber: 2, pageSize: 1 }, status: 200,
    check: page(2, 1, 1) },
  { ...list, name: 'list, page of a hundred', query: { pageNumber: 1, pageSize: 100 }, status: 200,
    check: page(1, 100, 100) },
  { ...list, name: 'list, page behind the last', query: { pageNumber: 999, pageSize: 50 }, status: 200,
    check: page(999, 50, 0) },
  ...['clerk', 'integration', 'user'].map((as) => (
    { ...list, name: `list, as ${as}`, as, status: 200, check: page(1, 25, 25) })),
  { ...list, name: 'list, another tenant sees its own', path: `${otherTenant}/customers`, as: 'other',
    query: { pageSize: 100 }, status: 200,
    check: allItems((item) => item.customerUid !== person && item.displayName !== 'Fjordtek AS') },
  ...sorts.flatMap((sortBy) => ['ASC', 'DESC'].map((sortDirection) => (
    { ...list, name: `list by ${sortBy} ${sortDirection}`, query: { sortBy, sortDirection, pageSize: 100 },
      status: 200, check: sorted(sortBy, sortDirection) }))),
  ...['lastname', 'firstname', 'countryCode', 'paymentTerms', 'customerType'].map((sortBy) => (
    { ...list, name: `list by ${sortBy}, no direction`, query: { sortBy }, status: 200 })),
  { ...list, name: 'list by external id', query: { customerExternalId: 'pos-4471' }, status: 200,
    check: only(person) },
  { ...list, name: 'list by external id, sorted and paged', status: 200,
    query: { customerExternalId: 'erp-2203', pageNumber: 1, pageSize: 10, sortBy: 'city',
      sortDirection: 'DESC' },
    check: only(company) },
  { ...list, name: 'list by external id, part of one', query: { customerExternalId: 'pos-447' },
    status: 200, check: none },
  { ...list, name: 'list by external id, another tenant\'s', path: `${otherTenant}/customers`, as: 'other',
    query: { customerExternalId: 'pos-4471' }, status: 200, check: none },
  ...badPages({ ...list, name: 'list' }),
  refused({ ...list, name: 'list by a list', query: { sortBy: 'addresses' } }, 400, 'sortBy'),
  ...outsiders({ ...list, name: 'list' }),
];

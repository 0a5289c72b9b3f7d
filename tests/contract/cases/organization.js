// SPDX-License-Identifier: ISC
'use strict';
const { unauthorized, forbidden, names, same } = require('../lib/rows');

const organization = { method: 'GET', path: '/api/organization', as: 'admin' };
const reps = { method: 'GET', path: '/api/organizations/salesreps', as: 'admin' };

const numbers = (answer) => answer.json.data.map((row) => row.repNumber);

module.exports = [
  { ...organization, name: 'organization', status: 200,
    check: (answer) => same([answer.json.Organization.Name,
      answer.json.Organization.PriceTiers.map((tier) => tier.Name)],
      ['Northpoint Trade Supply', ['Retail', 'Wholesale', 'Distributor']], 'organization') },
  { ...organization, name: 'organization, the other one', as: 'otherAdmin', status: 200,
    check: (answer) => same(answer.json.Organization.PriceTiers.length, 5, 'tiers') },
  ...unauthorized({ ...organization, name: 'organization' }),
  ...forbidden({ ...organization, name: 'organization' }, 'rep', 'otherCustomer'),

  { ...reps, name: 'sales reps', status: 200,
    check: (answer) => same(answer.json.totalRecords, 7, 'total') },
  { ...reps, name: 'sales reps, paged', query: { pageNumber: 2, pageSize: 3 }, status: 200,
    check: (answer) => same([answer.json.data.length, answer.json.totalPages], [3, 3],
      'rows, pages') },
  { ...reps, name: 'sales reps, turned round',
    query: { sortOn: 'RepNumber', sortDirection: 'desc' }, status: 200,
    check: (answer) => same(numbers(answer), [...numbers(answer)].sort().reverse(), 'order') },
  { ...reps, name: 'sales reps, the other organization\'s', as: 'otherAdmin', status: 200,
    check: (answer) => same(answer.json.totalRecords, 3, 'total') },
  // The contract gives this operation no 400, and pageNumber a minimum: what it says of all others
  // is expected.
  { ...reps, name: 'sales reps, page 0', query: { pageNumber: 0 }, breaks: true, undocumented: true,
    status: 400,
    check: names('pageNumber') },
  ...unauthorized({ ...reps, name: 'sales reps' }),
  ...forbidden({ ...reps, name: 'sales reps' }, 'rep', 'otherCustomer'),
];

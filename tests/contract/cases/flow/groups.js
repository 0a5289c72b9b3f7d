// SPDX-License-Identifier: ISC
'use strict';
const { outsiders, badPages } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { tenant, otherTenant } = require('../../lib/flow_sample');

const groups = { method: 'GET', path: `${tenant}/customer-groups`, as: 'backoffice' };
const uids = (answer) => answer.json.items.map((item) => item.customerGroupUid);

module.exports = [
  { ...groups, name: 'groups', status: 200,
    check: (answer) => (['cg-club', 'cg-trade'].every((uid) => uids(answer).includes(uid))
      ? undefined : `groups are ${uids(answer)}`) },
  ...['clerk', 'integration', 'user'].map((as) => ({ ...groups, name: `groups, as ${as}`, as,
    status: 200 })),
  { ...groups, name: 'groups, page of one', query: { pageNumber: 2, pageSize: 1 }, status: 200,
    check: (answer) => same([uids(answer).length, answer.json.paging.pageNumber], [1, 2], 'page') },
  { ...groups, name: 'groups by name', query: { sortBy: 'name', sortDirection: 'DESC' }, status: 200,
    check: (answer) => {
      const found = answer.json.items.map((item) => item.name.toLowerCase());
      return same(found, [...found].sort().reverse(), 'order');
    } },
  { ...groups, name: 'groups, another tenant sees its own', path: `${otherTenant}/customer-groups`,
    as: 'other', status: 200,
    check: (answer) => (uids(answer).includes('cg-trade') ? 'another tenant\'s group' : undefined) },
  ...badPages({ ...groups, name: 'groups' }),
  ...outsiders({ ...groups, name: 'groups' }),
];

// SPDX-License-Identifier: ISC
'use strict';
// Four lists in one call; each item comes to something of its own.
const { refused, outsiders, noObjects, has, none } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { badMembers } = require('../../lib/flow_bodies');
const { customers, otherTenant, company, person } = require('../../lib/flow_sample');

const batch = { method: 'POST', path: `${customers}/batch`, as: 'backoffice' };
const even = (i) => ({ customerUid: `cus-batch-${i}`, firstname: 'Even', lastname: `Moe ${i}`,
  externalId: `bat-${i}` });
const lists = ['create', 'update', 'delete', 'upsert'];

// The statuses of each list, in the order of the request; indexes count up.
const statuses = (expected) => (answer) => {
  const found = {};
  for (const name of lists) {
    const results = answer.json[name] || [];
    if (results.some((result, i) => result.index !== i))
      return `${name} is out of order: ${answer.text}`;
    if (results.some((result) => (result.status < 300) === Boolean(result.error)))
      return `an error too few or too many: ${answer.text}`;
    if (results.length)
      found[name] = results.map((result) => result.status);
  }
  return same(found, expected, 'statuses');
};

const one = (list, item, status, field) => ({
  ...batch, name: `batch, ${list} ${JSON.stringify(item)} is ${status}`, body: { [list]: [item] },
  status: status < 300 ? 200 : 207,
  check: (answer) => statuses({ [list]: [status] })(answer) || namesField(answer.json[list][0], field),
});

function namesField(result, field) {
  const fields = ((result.error || {}).details || []).map((detail) => detail.field);
  return !field || fields.includes(field) ? undefined : `details name ${fields}, not ${field}`;
}

const many = Array.from({ length: 100 }, (_, i) => even(100 + i));

// A bad item is bad input, whatever the call comes to.
const badItem = (list, item, status, field, breaks) => ({ ...one(list, item, status, field), breaks,
  bad: true });

module.exports = [
  { ...batch, name: 'batch, one of each', status: 200,
    body: { create: [even(1)], update: [{ customerUid: company, city: 'Bergen' }],
      upsert: [{ externalId: 'pos-4471', email: 'sunniva@mail.example' }] },
    check: (answer) => statuses({ create: [201], update: [200], upsert: [200] })(answer) ||
      same([answer.json.create[0].customerUid, answer.json.create[0].externalId,
        answer.json.upsert[0].customerUid], ['cus-batch-1', 'bat-1', person], 'results') },
  { method: 'GET', path: `${customers}/cus-batch-1`, as: 'clerk', name: 'batch, it is stored', status: 200,
    check: has({ displayName: 'Even Moe 1', externalId: 'bat-1' }) },
  { ...batch, name: 'batch, create without a Uid', status: 200,
    body: { create: [{ firstname: 'Even', lastname: 'Moe' }, { firstname: 'Even', lastname: 'Moe' }] },
    check: (answer) => statuses({ create: [201, 201] })(answer) ||
      (answer.json.create[0].customerUid && answer.json.create[0].customerUid !== answer.json.create[1].customerUid
        ? undefined : 'no Uids of their own') },
  { ...batch, name: 'batch, upsert creates', status: 200, body: { upsert: [even(2)] },
    check: statuses({ upsert: [201] }) },
  { ...batch, name: 'batch, upsert by Uid', status: 200,
    body: { upsert: [{ customerUid: 'cus-batch-2', externalId: 'bat-2b', city: 'Oslo' }] },
    check: statuses({ upsert: [200] }) },
  { ...batch, name: 'batch, upsert by external id, the Uid stays', status: 200,
    body: { upsert: [{ customerUid: 'cus-batch-x', externalId: 'bat-2b', city: 'Voss' }] },
    check: (answer) => same(answer.json.upsert[0].customerUid, 'cus-batch-2', 'Uid') },
  { ...batch, name: 'batch as clerk', as: 'clerk', status: 200, body: { upsert: [even(2)],
    create: [even(3)] },
    check: statuses({ create: [201], upsert: [200] }) },
  { ...batch, name: 'batch, delete as clerk', as: 'clerk', status: 207, bad: true,
    body: { update: [{ customerUid: 'cus-batch-3', city: 'Oslo' }],
    delete: [{ customerUid: 'cus-batch-2' }] },
    check: statuses({ update: [200], delete: [403] }) },
  { ...batch, name: 'batch, a failing item stops no other', status: 207, bad: true,
    body: { create: [even(4), even(1), even(5), { firstname: 'Even' }],
      update: [{ customerUid: 'cus-0', city: 'Oslo' }, { customerUid: 'cus-batch-3', city: 'Voss' }],
      delete: [{ customerUid: 'cus-00' }, { customerUid: 'cus-batch-2' }],
      upsert: [{ externalId: 'erp-2203', paymentTerms: 21 }, { externalId: 'bat-9', firstname: 'Even' }] },
    check: statuses({ create: [201, 409, 201, 400], update: [404, 200], delete: [404, 204],
      upsert: [200, 400] }) },
  { method: 'GET', path: `${customers}/cus-batch-3`, as: 'clerk', name: 'batch, what worked is stored',
    status: 200, check: has({ city: 'Voss' }) },
  refused({ method: 'GET', path: `${customers}/cus-batch-2`, as: 'clerk',
    name: 'batch, what was deleted is gone' },
    404),
  { ...batch, name: 'batch, what an item made, the next one finds', status: 207, bad: true,
    body: { create: [{ firstname: 'Even', lastname: 'Moe', externalId: 'bat-6' },
      { firstname: 'Odd', lastname: 'Moe', externalId: 'bat-6' }] },
    check: statuses({ create: [201, 409] }) },
  { ...batch, name: 'batch of a hundred', status: 200, body: { create: many },
    check: statuses({ create: many.map(() => 201) }) },
  { ...batch, name: 'batch, the total follows', method: 'GET', path: customers, status: 200,
    query: { sortBy: 'externalId', sortDirection: 'DESC', pageSize: 1 },
    check: (answer, world) => { world.before = answer.json.paging.totalCount; } },
  { ...batch, name: 'batch, a hundred are deleted', status: 200,
    body: { delete: many.map(({ customerUid }) => ({ customerUid })) },
    check: statuses({ delete: many.map(() => 204) }) },
  { method: 'GET', path: customers, as: 'backoffice', name: 'batch, the total follows again', status: 200,
    query: { sortBy: 'externalId', sortDirection: 'DESC', pageSize: 1 },
    check: (answer, world) => same(answer.json.paging.totalCount, world.before - 100, 'total') },
  { method: 'GET', path: customers, as: 'backoffice', name: 'batch, none of them is found', status: 200,
    query: { customerExternalId: 'bat-142' }, check: none },

  badItem('create', 'cus-1', 400, 'item', true),
  badItem('update', { city: 'Oslo' }, 400, 'customerUid', true),
  badItem('update', { customerUid: 5, city: 'Oslo' }, 400, 'customerUid', true),
  badItem('update', { customerUid: company }, 400),
  badItem('update', { customerUid: 'cus-0', city: 'Oslo' }, 404),
  badItem('update', { customerUid: company, externalId: 'pos-4471' }, 409),
  badItem('delete', {}, 400, 'customerUid', true),
  badItem('delete', { customerUid: 'cus 1' }, 400, 'customerUid', true),
  badItem('create', {}, 400, 'firstname', true),
  badItem('create', { ...even(7), customerUid: company }, 409),
  badItem('create', { ...even(7), externalId: 'erp-2203' }, 409),
  badItem('upsert', { customerUid: company, externalId: 'pos-4471' }, 409),
  badItem('upsert', { customerUid: 'cus-new', city: 'Oslo' }, 400, 'firstname'),
  ...badMembers.flatMap(({ field, members, breaks }) => [
    badItem('create', { ...even(8), ...members }, 400, field, breaks),
    badItem('upsert', { customerUid: company, ...members }, 400, field, breaks),
  ]),
  refused({ ...batch, name: 'batch, nothing', body: {}, breaks: true }, 400),
  refused({ ...batch, name: 'batch, empty lists', body: { create: [], update: [] } }, 400),
  refused({ ...batch, name: 'batch, another list', body: { create: [even(7)], replace: [even(8)] },
    breaks: true }, 400, 'replace'),
  refused({ ...batch, name: 'batch, a list is an object', body: { create: even(7) }, breaks: true }, 400,
    'create'),
  refused({ ...batch, name: 'batch, an item in two lists',
    body: { update: [{ customerUid: company, city: 'Oslo' }], delete: [{ customerUid: company }] } }, 400,
    'delete[0]'),
  { ...batch, name: 'batch, an item twice in one list', status: 207, bad: true,
    body: { delete: [{ customerUid: 'cus-0' }, { customerUid: 'cus-0' }] },
    check: statuses({ delete: [404, 404] }) },
  refused({ ...batch, name: 'batch, too many items',
    body: { delete: Array.from({ length: 1001 }, (_, i) => ({ customerUid: `cus-none-${i}` })) } }, 400),
  { ...batch, name: 'batch, another tenant\'s records', as: 'other', path: `${otherTenant}/customers/batch`,
    status: 207, bad: true,
    body: { update: [{ customerUid: person, city: 'Oslo' }], delete: [{ customerUid: 'cus-1003' }] },
    check: statuses({ update: [404], delete: [404] }) },
  ...noObjects({ ...batch, name: 'batch' }),
  ...outsiders({ ...batch, name: 'batch', body: { create: [even(7)] } }),
];

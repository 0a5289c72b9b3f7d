// SPDX-License-Identifier: ISC
'use strict';
const { refused, outsiders, noObjects, has } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { badMembers } = require('../../lib/flow_bodies');
const { customers, otherTenant, company, person } = require('../../lib/flow_sample');

const update = { method: 'PUT', path: `${customers}/${company}`, as: 'backoffice' };
const get = { method: 'GET', path: `${customers}/${company}`, as: 'clerk' };
const change = { paymentTerms: 21, internalNote: 'Moved to 21 days after review.' };

const groups = (...expected) => (answer) => (
  same(answer.json.customerGroups.map((group) => group.customerGroupUid), expected, 'groups'));

module.exports = [
  { ...update, name: 'update', body: change, status: 200,
    check: (answer, world) => has({ ...change, companyName: 'Fjordtek AS',
    ehf: { enabled: true } })(answer) ||
      same([answer.json.addresses, answer.json.contacts, answer.json.extensions, answer.json.createdAt],
        [world.record.addresses, world.record.contacts, world.record.extensions, world.record.createdAt],
        'kept') ||
      (answer.json.lastModifiedAt > world.record.lastModifiedAt ? undefined : 'lastModifiedAt stays') },
  { ...get, name: 'update, it is stored', status: 200, check: has(change) },
  { ...update, name: 'update as clerk', as: 'clerk', body: { city: 'Bergen' }, status: 200 },
  { ...update, name: 'update, groups are replaced', body: { customerGroupUids: ['cg-club'] }, status: 200,
    check: groups('cg-club') },
  { ...update, name: 'update, groups are left out', body: { city: 'Bergen' }, status: 200,
    check: groups('cg-club') },
  { ...update, name: 'update, no group', body: { customerGroupUids: [] }, status: 200, check: groups() },
  { ...update, name: 'update, one group twice', body: { customerGroupUids: ['cg-trade', 'cg-trade'] },
    status: 200, check: groups('cg-trade') },
  { ...update, name: 'update, ehf off', body: { ehf: { enabled: false } }, status: 200,
    check: has({ ehf: { enabled: false }, ehfEnabled: false }) },
  { ...update, name: 'update, ehfEnabled on', body: { ehfEnabled: true }, status: 200,
    check: has({ ehf: { enabled: true }, ehfEnabled: true }) },
  { ...update, name: 'update, both, ehf counts', body: { ehf: { enabled: true }, ehfEnabled: false },
    status: 200, check: has({ ehf: { enabled: true }, ehfEnabled: true }) },
  { ...update, name: 'update, ehf is null', body: { ehf: null }, status: 200,
    check: has({ ehf: { enabled: true } }) },
  { ...update, name: 'update, the name for display follows', body: { companyName: 'Fjordtek Nord AS' },
    status: 200, check: has({ companyName: 'Fjordtek Nord AS', displayName: 'Fjordtek Nord AS' }) },
  { ...update, name: 'update, it cannot be set', body: { displayName: 'X', companyName: 'Fjordtek AS' },
    status: 200, check: has({ displayName: 'Fjordtek AS', shoeSize: undefined }) },
  { ...update, name: 'update, members of the service alone', body: { createdAt: '2020-01-01T00:00:00.000Z' },
    status: 200,
    check: (answer, world) => same(answer.json.createdAt, world.record.createdAt, 'createdAt') },
  { ...update, name: 'update, texts are cleared', status: 200,
    body: { internalNote: '', pricelistUid: '', mobile: '' },
    check: has({ internalNote: '', pricelistUid: '', mobile: '' }) },
  { ...update, name: 'update, its own Uid and external id', status: 200,
    body: { customerUid: company, externalId: 'erp-2203' } },
  { ...update, name: 'update, country in small letters', body: { countryCode: 'no' }, status: 200 },
  { ...update, name: 'update, a person becomes a company', path: `${customers}/${person}`, status: 200,
    body: { customerType: 'COMPANY', companyName: 'Dahl AS' }, check: has({ displayName: 'Dahl AS' }) },
  { ...update, name: 'update, and a person again', path: `${customers}/${person}`, status: 200,
    body: { customerType: 'PRIVATE', companyName: '' }, check: has({ displayName: 'Sunniva Dahl' }) },
  refused({ ...update, name: 'update, a company without a name', path: `${customers}/${person}`,
    body: { customerType: 'COMPANY' } }, 400, 'companyName'),
  refused({ ...update, name: 'update, a person without a name', body: { customerType: 'PRIVATE' } }, 400,
    'firstname'),
  refused({ ...update, name: 'update, a name is cleared', body: { companyName: '' } }, 400, 'companyName'),
  refused({ ...update, name: 'update, a postal code of another country', body: { countryCode: 'SE' } }, 400,
    'postalCode'),
  refused({ ...update, name: 'update, another Uid', body: { customerUid: person, city: 'Oslo' } }, 400,
    'customerUid'),
  refused({ ...update, name: 'update, external id of another', body: { externalId: 'POS-4471' } }, 409),
  refused({ ...update, name: 'update, nothing', body: {}, breaks: true }, 400),
  refused({ ...update, name: 'update, unknown', path: `${customers}/cus-0`, body: change }, 404),
  refused({ ...update, name: 'update, another tenant\'s record', as: 'other', body: change,
    path: `${otherTenant}/customers/${person}` }, 404),
  ...badMembers.map(({ field, members, breaks }) => (
    refused({ ...update, name: `update, ${JSON.stringify(members)}`, body: members, breaks }, 400, field))),
  ...noObjects({ ...update, name: 'update' }),
  ...outsiders({ ...update, name: 'update', body: change }),
  { ...get, name: 'update, what was refused is not stored', status: 200,
    check: has({ companyName: 'Fjordtek AS', city: 'Bergen', countryCode: 'no', paymentTerms: 21 }) },
];

// SPDX-License-Identifier: ISC
'use strict';
const { refused, outsiders, noObjects, has, only } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { badMembers } = require('../../lib/flow_bodies');
const { customers, otherTenant, company } = require('../../lib/flow_sample');

const create = { method: 'POST', path: customers, as: 'backoffice' };
const person = { firstname: 'Even', lastname: 'Moe' };
const firm = { customerType: 'COMPANY', companyName: 'Testhaven Rigg AS' };

const full = { ...firm, customerUid: 'cus-test-1', address: 'Kaia 1', city: 'Bergen', postalCode: '5003',
  countryCode: 'NO', email: 'post@testhaven.example', externalId: 'tst-1', firstname: 'Odd',
    lastname: 'Barrow',
  ledgerNumber: '0000017', mobile: '+4755509001', vatNumber: '999000111', pricelistUid: 'pl-trade',
  origin: 'WEB', loyaltyId: 'l-1', paymentTerms: 0, internalNote: 'Test\nof two lines',
    ehf: { enabled: true },
  customerGroupUids: ['cg-trade', 'cg-club'], defaultStoreUid: 'store-bergen' };

const incomplete = [['companyName', { customerType: 'COMPANY' }],
  ['companyName', { ...person, customerType: 'COMPANY' }], ['companyName', { ...firm, companyName: '' }],
  ['companyName', { ...firm, companyName: '  ' }], ['firstname', { lastname: 'Moe' }],
  ['lastname', { firstname: 'Even' }], ['lastname', { ...person, lastname: '' }],
  ['firstname', { companyName: 'Testhaven Rigg AS' }],
  ['lastname', { customerType: 'PRIVATE', companyName: 'Testhaven Rigg AS', firstname: 'Even' }]];

const uidMade = (answer, world) => {
  world.made = answer.json.customerUid;
  return /^[A-Za-z0-9_-]+$/.test(world.made) ? undefined : `customerUid is ${world.made}`;
};

module.exports = [
  { ...create, name: 'create a private person', body: person, status: 201,
    check: (answer, world) => uidMade(answer, world) ||
      has({ displayName: 'Even Moe', firstname: 'Even', customerGroups: [], extensions: [] })(answer) },
  { ...create, name: 'create another of that name', body: person, status: 201,
    check: (answer, world) => (answer.json.customerUid === world.made ? 'the same customerUid' : undefined) },
  { ...create, name: 'create a company with all members', body: full, status: 201,
    check: (answer) => has({ customerUid: 'cus-test-1', displayName: 'Testhaven Rigg AS', paymentTerms: 0,
      ledgerNumber: '0000017', ehf: { enabled: true }, ehfEnabled: true,
      internalNote: 'Test\nof two lines' })(answer) ||
      same(answer.json.customerGroups.map((group) => [group.customerGroupUid, group.name]),
        [['cg-trade', 'Trade accounts'], ['cg-club', 'Club members']], 'groups') ||
      same([answer.json.customerGroupUids, answer.json.createdAt], [undefined, answer.json.lastModifiedAt],
        'times') },
  { method: 'GET', path: customers, as: 'clerk', name: 'create, it is in the list', status: 200,
    query: { customerExternalId: 'tst-1' }, check: only('cus-test-1') },
  { ...create, name: 'create as clerk', as: 'clerk', body: { ...person, customerType: 'PRIVATE' },
    status: 201 },
  { ...create, name: 'create as integration', as: 'integration', status: 201,
    body: { ...firm, ehfEnabled: true },
    check: has({ ehf: { enabled: true }, ehfEnabled: true }) },
  { ...create, name: 'create, another word for private', body: { ...person, customerType: 'PERSON' },
    status: 201, check: has({ customerType: 'PERSON', displayName: 'Even Moe' }) },
  { ...create, name: 'create, the service\'s own members are left out', status: 201,
    body: { ...person, displayName: 'X', createdAt: 'never', credit: { limit: 1 }, addresses: [{}],
      extensions: [{ extensionCode: 'TWO_INVOICE' }], shoeSize: 44 },
    check: (answer) => has({ displayName: 'Even Moe', addresses: [], extensions: [] })(answer) ||
      same([answer.json.shoeSize, (answer.json.credit || {}).limit], [undefined, undefined], 'others') },
  { ...create, name: 'create, texts that are empty', status: 201,
    body: { ...person, email: '', mobile: '', ledgerNumber: '', externalId: '', pricelistUid: '',
    postalCode: '' } },
  { ...create, name: 'create, a postal code of elsewhere', status: 201,
    body: { ...person, countryCode: 'GB', postalCode: 'SW1A 1AA' } },
  { ...create, name: 'create, a postal code of Sweden', status: 201,
    body: { ...person, countryCode: 'SE', postalCode: '114 55' } },
  { ...create, name: 'create, the external id that another tenant has', as: 'other', status: 201,
    path: `${otherTenant}/customers`, body: { ...person, externalId: 'tst-1' } },
  { ...create, name: 'create, the Uid that another tenant has', as: 'other', status: [201, 409],
    path: `${otherTenant}/customers`, body: { ...person, customerUid: 'cus-test-1' } },
  refused({ ...create, name: 'create, Uid in use', body: { ...person, customerUid: company } }, 409),
  refused({ ...create, name: 'create, external id in use', body: { ...person, externalId: 'erp-2203' } },
    409),
  refused({ ...create, name: 'create again', body: full }, 409),
  refused({ ...create, name: 'create, Uid with a blank', body: { ...person, customerUid: 'cus 1' },
    breaks: true }, 400, 'customerUid'),
  refused({ ...create, name: 'create, empty Uid', body: { ...person, customerUid: '' }, breaks: true },
    400, 'customerUid'),
  refused({ ...create, name: 'create, Uid is a number', body: { ...person, customerUid: 5 }, breaks: true },
    400, 'customerUid'),
  refused({ ...create, name: 'create, nothing', body: {}, breaks: true }, 400, 'firstname'),
  ...incomplete.map(([field, body]) => (
    refused({ ...create, name: `create, ${JSON.stringify(body)}`, body }, 400, field))),
  ...badMembers.map(({ field, members, breaks }) => (
    refused({ ...create, name: `create, ${JSON.stringify(members)}`, body: { ...person, ...members },
      breaks },
      400, field))),
  refused({ ...create, name: 'create, two members wrong, the second is told too', breaks: true,
    body: { ...person, paymentTerms: -1, countryCode: 'NOR' } }, 400, 'countryCode'),
  ...noObjects({ ...create, name: 'create' }),
  ...outsiders({ ...create, name: 'create', body: person }),
];

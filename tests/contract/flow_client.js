// SPDX-License-Identifier: ISC
'use strict';
// nymble-tui's verbs for Flow Retail with the strict proxy as their service (client.js).

const fs = require('node:fs');
const path = require('node:path');

const { bareEnvironment } = require('./client');
const { lasting, logins } = require('./lib/flow_logins');

const list = 'list customers --format csv';

// As in client.js; who logs in is one of flow_logins, by the way that is theirs.
const rows = [
  ['list customers', 'list customers --format json', 'integration', 0, /^\[.*"cus-1001".*\]\s*$/s],
  ['list a few', `${list} --limit 3`, 'integration', 0, /^customerUid,/],
  ['list, sorted by name', `${list} --sort displayName --limit 30`, 'integration', 0, /./],
  ['list, sorted by name turned round', `${list} --sort -displayName --limit 30`, 'integration', 0, /./],
  ['list, sorted by city', `${list} --sort city --limit 3`, 'integration', 0, /./],
  ['list, searched', `${list} --search fjordtek`, 'integration', 0, /cus-1001/],
  ['list, nothing found', 'list customers --search zzzqqq --format json', 'integration', 0, /^\[\]\s*$/],
  ['list, e-mail', `${list} --filter email:contains:sunniva`, 'integration', 0, /cus-1002/],
  ['list, mobile', `${list} --filter mobile:contains:55501777`, 'integration', 0, /cus-1002/],
  ['list, VAT number', `${list} --filter vatNumber:contains:999555111`, 'integration', 0, /cus-1001/],
  ['list, store', `${list} --filter storeUid:equals:store-bergen --limit 5`, 'integration', 0,
    /store-bergen/],
  ['list, created since', `${list} --filter createdAt:gte:2026-01-31 --limit 5`, 'integration', 0, /./],
  ['list, whole values', `${list} --search sunniva --filter exactMatch:equals:true`, 'integration', 0, /./],
  ['list, text and fields', `${list} --search sunniva --filter email:contains:mail --sort city`,
    'integration', 0,
    /cus-1002/],
  ['list, external id', `${list} --filter externalId:equals:pos-4471`, 'integration', 0, /cus-1002/],
  ['list customer groups', 'list customer-groups --format json', 'integration', 0, /"cg-trade"/],
  ['search the register', 'list external-customers --search fjordtek --format json', 'integration', 0,
    /999555444/],
  ['search a register that is not there', 'list external-customers --search fjordtek', 'other', 1, /^$/],
  ['list by device', `${list} --limit 1`, 'backoffice', 0, /./],
  ['list by device, as clerk', `${list} --limit 1`, 'clerk', 0, /./],
  ['list by user token', `${list} --limit 1`, 'auth', 0, /./],
  ['get a customer', 'get customers cus-1001 --format json', 'integration', 0, /"Fjordtek AS"/],
  ['get what is not there', 'get customers cus-0', 'integration', 1, /^$/],
  ['get another tenant\'s', 'get customers cus-1002', 'other', 1, /^$/],
  ['export', 'export customers -', 'integration', 0, /cus-1002/],
  ['export as JSON', ['export', 'customers', '{}/all.json'], 'integration', 0, /^/],
  ['import new ones and changes', ['import', 'customers', '{}/new.csv'], 'integration', 0,
    /2 new, 1 changed/],
  ['import nothing new', ['import', 'customers', '{}/all.json'], 'integration', 0, / same/],
];

const ways = {
  backoffice: { FLOW_DEVICE_TOKEN: lasting.device, FLOW_USER_CODE: logins.backoffice.userCode,
    FLOW_PASSWORD: logins.backoffice.password },
  clerk: { FLOW_DEVICE_TOKEN: lasting.device, FLOW_USER_CODE: logins.clerk.userCode,
    FLOW_PASSWORD: logins.clerk.password },
  auth: { FLOW_TOKEN: lasting.auth },
};
const words = { backoffice: 'device', clerk: 'device', auth: 'user' };

const csv = `customerUid,customerType,companyName,firstname,lastname,city,externalId,paymentTerms
,COMPANY,Importhuset AS,,,Bergen,imp-1,14
,,,Even,Moe,Oslo,imp-2,
cus-1003,COMPANY,Harstad Skipshandel AS,,,Tromsø,erp-cust-5530,30
`;

function environment(world, folder, who) {
  const config = words[who] ? `profile default { api = flow flow-auth = ${words[who]} }\n` : '';

  fs.writeFileSync(path.join(folder, 'new.csv'), csv);
  return { ...bareEnvironment(world, folder, `flow-${who}`, config), NYMBLE_API: 'flow',
    FLOW_TENANT: who === 'other' ? 'tnt-fjellheim' : 'tnt-nordlys',
    ...(ways[who] || { FLOW_TOKEN: lasting[who] }) };
}

module.exports = { rows, environment };

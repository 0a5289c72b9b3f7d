// SPDX-License-Identifier: ISC
'use strict';
// Who is logged in, and the three ways to a token.
const { refused, wrongTokens, noObjects } = require('../../lib/flow_rows');
const { same } = require('../../lib/rows');
const { logins } = require('../../lib/flow_logins');
const { tenant, otherTenant, unknownTenant } = require('../../lib/flow_sample');

const account = { method: 'GET', path: '/account', as: 'backoffice' };
const login = { method: 'POST', path: '/account', as: 'device' };
const exchange = { method: 'POST', path: `${tenant}/account`, as: 'auth' };

const permissions = (...expected) => (answer) => {
  const user = answer.json.tenants ? answer.json.tenants[0] : answer.json.tenantUser;
  return same([user.tenantUid, user.permissions], ['tnt-nordlys', expected], 'tenant and permissions');
};
const backoffice = permissions('TENANT.ACCESS', 'TENANT.BACKOFFICE');

const badLogins = [['userCode', { password: 'x' }], ['password', { userCode: '118' }],
  ['userCode', { ...logins.backoffice, userCode: '' }], ['password', { userCode: '118', password: '' }],
  ['userCode', { ...logins.backoffice, userCode: 118 }], ['password', { userCode: '118', password: null }]];

module.exports = [
  { ...account, name: 'account', status: 200, check: backoffice },
  { ...account, name: 'account, as clerk', as: 'clerk', status: 200, check: permissions('TENANT.ACCESS') },
  { ...account, name: 'account, a user of several tenants', as: 'auth', status: 200,
    check: (answer) => (answer.json.tenants.length > 1 ? undefined : 'one tenant only') },
  { ...account, name: 'account, an integration', as: 'integration', status: 200 },
  { ...account, name: 'account, another tenant\'s', as: 'other', status: 200,
    check: (answer) => same(answer.json.defaultTenantUid, 'tnt-fjellheim', 'tenant') },
  refused({ ...account, name: 'account of a device', as: 'device' }, 401),
  ...wrongTokens({ ...account, name: 'account' }),

  { ...login, name: 'login', body: logins.backoffice, status: 200, check: backoffice },
  { ...login, name: 'login, clerk', body: logins.clerk, status: 200, check: permissions('TENANT.ACCESS') },
  refused({ ...login, name: 'login, wrong password', body: { ...logins.backoffice, password: 'x' } }, 401),
  refused({ ...login, name: 'login, unknown code', body: { ...logins.backoffice, userCode: '999' } }, 401),
  refused({ ...login, name: 'login with an access token', as: 'backoffice', body: logins.backoffice }, 401),
  refused({ ...login, name: 'login with an integration token', as: 'integration', body: logins.clerk },
    401),
  ...badLogins.map(([field, body]) => (
    refused({ ...login, name: `login, ${JSON.stringify(body)}`, body, breaks: true }, 400, field))),
  ...noObjects({ ...login, name: 'login' }),
  ...wrongTokens({ ...login, name: 'login', body: logins.backoffice }),

  { ...exchange, name: 'exchange', status: 200, check: backoffice },
  { ...exchange, name: 'exchange, the user\'s other tenant', path: `${otherTenant}/account`, status: 200,
    check: (answer) => same(answer.json.tenantUser.tenantUid, 'tnt-fjellheim', 'tenant') },
  refused({ ...exchange, name: 'exchange, unknown tenant', path: `${unknownTenant}/account` }, 403),
  refused({ ...exchange, name: 'exchange of a device\'s token', as: 'device' }, 401),
  refused({ ...exchange, name: 'exchange of an integration token', as: 'integration' }, 401),
  ...wrongTokens({ ...exchange, name: 'exchange' }),
];

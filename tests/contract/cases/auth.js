// SPDX-License-Identifier: ISC
'use strict';
const { unauthorized, noObjects, hasErrors, names, same } = require('../lib/rows');
const { logins } = require('../lib/logins');

const login = { method: 'POST', path: '/api/auth/login' };
const access = { method: 'POST', path: '/api/auth/access', as: 'admin' };
const user = { OrganizationId: 'org_7d21c0e4', UserId: 'usr_51b8' };

function isToken(answer) {
  const parts = String(answer.json.AccessToken).split('.');
  const claims = JSON.parse(Buffer.from(parts[1], 'base64url'));
  return same([parts.length, claims.OrgCode, claims.OrganizationId],
    [3, 'harborline', 'org_7d21c0e4'], 'token') ||
    (answer.json.ExpiresIn > 0 ? undefined : 'ExpiresIn is not positive');
}

// The limit is 10 a minute for one ClientId: these use one that no other row needs.
const tooMany = Array.from({ length: 11 }, (_, i) => ({
  ...login, name: `login, wrong secret, try ${i + 1}`,
  body: { OrgCode: 'harborline', ClientId: 'nobody-in-a-hurry', ClientSecret: 'guess' },
  status: i < 10 ? 401 : 429,
  check: (answer) => (i < 10 || answer.headers['retry-after'] > 0 ? undefined : 'no Retry-After'),
}));

module.exports = [
  { ...login, name: 'login', body: logins.admin, status: 200, check: isToken },
  { ...login, name: 'login, wrong secret', body: { ...logins.rep, ClientSecret: 'x' },
    status: 401 },
  { ...login, name: 'login, unknown organization', body: { ...logins.admin, OrgCode: 'nowhere' },
    status: 401 },
  { ...login, name: 'login, client of another organization',
    body: { ...logins.admin, OrgCode: 'aurorabaltic' }, status: 401 },
  { ...login, name: 'login, no secret', body: { OrgCode: 'harborline', ClientId: 'a' },
    breaks: true, status: 400,
    check: names('ClientSecret') },
  { ...login, name: 'login, empty organization', body: { ...logins.admin, OrgCode: '' },
    breaks: true, status: 400,
    check: names('OrgCode') },
  { ...login, name: 'login, a number for a text', body: { ...logins.admin, ClientId: 7 },
    breaks: true, status: 400,
    check: names('ClientId') },
  ...noObjects({ ...login, name: 'login' }),
  ...tooMany,

  { ...access, name: 'access', body: user, status: 200,
    check: (answer) => same([answer.json.CustomerNumber, answer.json.PriceTier,
      answer.json.CurrencyCode],
      ['HRB-1042', 'Wholesale', 'USD'], 'context') },
  { ...access, name: 'access, unknown user', body: { ...user, UserId: 'usr_0000' }, status: 404 },
  { ...access, name: 'access, another organization',
    body: { ...user, OrganizationId: 'org_2f90b6aa' }, status: 404 },
  { ...access, name: 'access, no user', body: { OrganizationId: 'org_7d21c0e4' }, breaks: true,
    status: 400,
    check: names('UserId') },
  { ...access, name: 'access, a number for a text', body: { ...user, UserId: 5 }, breaks: true,
    status: 400, check: hasErrors },
  ...noObjects({ ...access, name: 'access' }),
  ...unauthorized({ ...access, name: 'access', body: user }),
];

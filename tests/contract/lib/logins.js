// SPDX-License-Identifier: ISC
'use strict';
// The sample logins of nymble-sandbox (it prints them at start), and the headers that come of them.

const { exchange } = require('./exchange');

const SECRET = 'sandbox-secret';

const logins = {
  admin: { OrgCode: 'harborline', ClientId: 'backoffice-terminal', ClientSecret: SECRET },
  rep: { OrgCode: 'harborline', ClientId: 'rep-207', ClientSecret: SECRET },
  customer: { OrgCode: 'harborline', ClientId: 'portal-hrb-1042', ClientSecret: SECRET },
  otherCustomer: { OrgCode: 'aurorabaltic', ClientId: 'portal-tmr-1001', ClientSecret: SECRET },
  otherAdmin: { OrgCode: 'aurorabaltic', ClientId: 'backoffice-aurora', ClientSecret: SECRET },
};
const keys = { adminKey: 'sandbox-key-northpoint-admin', repKey: 'sandbox-key-northpoint-rep' };

async function logIn(world) {
  const tokens = {};

  for (const [who, body] of Object.entries(logins)) {
    const answer = await exchange(world.strict.url,
      { method: 'POST', path: '/api/auth/login', body });
    if (answer.status !== 200 || answer.violations.length)
      throw new Error(`login of ${who}: ${answer.status} ${answer.text}`);
    tokens[who] = answer.json.AccessToken;
  }
  return tokens;
}

// who: one of logins or keys, or undefined for nobody.
function credentials(world, who) {
  if (!who)
    return {};
  return keys[who] ? { 'x-api-key': keys[who] } : { authorization: `Bearer ${world.tokens[who]}` };
}

module.exports = { logins, logIn, credentials };

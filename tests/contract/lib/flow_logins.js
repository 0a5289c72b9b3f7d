// SPDX-License-Identifier: ISC
'use strict';
// The sample logins of nymble-sandbox's Flow side (it prints them at start): tokens that last, and those
// that users get for theirs.

const { exchange } = require('./exchange');
const { tenant } = require('./flow_sample');

const lasting = {
  device: 'sandbox-flow-device-bergen',
  integration: 'sandbox-flow-integration-nordlys',
  other: 'sandbox-flow-integration-fjellheim',
  auth: 'sandbox-flow-auth-ingrid', // exchanged for a token of a tenant
};
const logins = {
  backoffice: { userCode: '118', password: 'sandbox-secret' },
  clerk: { userCode: '131', password: 'sandbox-secret' },
};

const bearer = (token) => ({ authorization: `Bearer ${token}` });

async function tokenOf(base, path, token, body) {
  const answer = await exchange(base, { method: 'POST', path, headers: bearer(token), body });

  if (answer.status !== 200 || answer.violations.length)
    throw new Error(`${path}: ${answer.status} ${answer.text} ${JSON.stringify(answer.violations)}`);
  return answer.json.accessToken;
}

// A token of a service whose tokens end after a second, once it is over there.
async function expired(base) {
  const token = await tokenOf(base, `${new URL(base).pathname}/account`, lasting.device, logins.backoffice);
  const ask = { method: 'GET', path: `${new URL(base).pathname}/account`, headers: bearer(token) };

  while ((await exchange(base, ask)).status === 200)
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  return token;
}

async function logIn(world) {
  const url = world.strict.url;

  return { ...lasting,
    backoffice: await tokenOf(url, '/account', lasting.device, logins.backoffice),
    clerk: await tokenOf(url, '/account', lasting.device, logins.clerk),
    user: await tokenOf(url, `${tenant}/account`, lasting.auth),
    expired: await expired(world.hasty) };
}

// who: one of the tokens, or undefined for nobody.
const credentials = (world, who) => (who ? bearer(world.tokens[who]) : {});

module.exports = { lasting, logins, logIn, credentials };

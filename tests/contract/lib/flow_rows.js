// SPDX-License-Identifier: ISC
'use strict';
// Rows that every operation of Flow Retail has alike, and small checks of its answers.

const { same } = require('./rows');
const sample = require('./flow_sample');

const codes = { 400: 'VALIDATION_FAILED', 401: 'UNAUTHORIZED', 403: 'FORBIDDEN', 404: 'NOT_FOUND',
  409: 'DUPLICATE' };

// An error says its status, a stable word and a sentence; with field, details are about that one.
function refusal(status, field) {
  return (answer) => {
    const error = answer.json || {};
    const fields = (error.details || []).map((detail) => detail.field);
    if (error.status !== status || error.code !== codes[status] || !error.message)
      return `not the error of a ${status}: ${answer.text}`;
    if (field && !fields.includes(field))
      return `details name ${fields.join(', ') || 'nothing'}, not ${field}`;
    return undefined;
  };
}

// The row, refused with that status, and for 400 with a word about that field.
function refused(row, status, field) {
  return { ...row, status, check: refusal(status, field) };
}

function wrongTokens(row) {
  const variant = (name, more) => refused({ ...row, name: `${row.name}, ${name}`, ...more }, 401);

  return [
    variant('without a token', { as: undefined, breaks: true }),
    variant('with a token that is none', { as: undefined,
      headers: { authorization: 'Bearer e30.e30.e30' } }),
    variant('with a token that is over', { as: 'expired' }),
  ];
}

// Who is nobody, or nobody here.
function outsiders(row) {
  const variant = (name, more) => refused({ ...row, name: `${row.name}, ${name}`, ...more }, 403);

  return [
    ...wrongTokens(row),
    refused({ ...row, name: `${row.name}, with a device's token`, as: 'device' }, 401),
    variant('with another tenant\'s token', { as: 'other' }),
    variant('of an unknown tenant', { path: row.path.replace(sample.tenant, sample.unknownTenant) }),
  ];
}

// Bodies that are no JSON object. The proxy keeps the length of a null in a DELETE and drops the null.
function noObjects(row) {
  const bodies = { 'an array': '["x"]', 'a text': '"x"', 'null': 'null', 'nothing': '' };
  const sent = Object.entries(bodies).filter(([, body]) => row.method !== 'DELETE' || body !== 'null');
  return sent.map(([what, body]) => (
    refused({ ...row, name: `${row.name}, body is ${what}`, body, breaks: true, unseen: true }, 400)));
}

function badPages(row) {
  const wrong = [['pageNumber', 0], ['pageNumber', -1], ['pageNumber', 'x'], ['pageNumber', '1.5'],
    ['pageSize', 0], ['pageSize', -5], ['pageSize', 'x'], ['sortDirection', 'up']];
  return wrong.map(([name, value]) => (
    refused({ ...row, name: `${row.name}, ${name} ${value}`, query: { [name]: value }, breaks: true },
      400, name))).concat(refused({ ...row, name: `${row.name}, unknown sort`,
    query: { sortBy: 'shoeSize' } }, 400, 'sortBy'));
}

// Every row of the page passes, and there is one.
function allItems(test) {
  return (answer) => {
    const wrong = answer.json.items.find((item) => !test(item));
    if (wrong)
      return `not expected: ${JSON.stringify(wrong)}`;
    return answer.json.items.length ? undefined : 'no items at all';
  };
}

const uids = (answer) => answer.json.items.map((item) => item.customerUid);
const only = (uid) => (answer) => same([uids(answer), answer.json.paging.totalCount], [[uid], 1], 'found');
const none = (answer) => same([answer.json.items.length, answer.json.paging.totalCount], [0, 0], 'found');

// The members of the record that expected names, as it has them.
function has(expected) {
  return (answer) => {
    const actual = Object.keys(expected).map((name) => [name, answer.json[name]]);
    return same(actual, Object.entries(expected), 'record');
  };
}

module.exports = { refusal, refused, wrongTokens, outsiders, noObjects, badPages, allItems, only, none,
  has };

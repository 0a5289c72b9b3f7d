// SPDX-License-Identifier: ISC
'use strict';
// Rows that every operation has alike, and small checks of answers.

// The three ways to come without a valid token. undefined token: none at all.
function unauthorized(row) {
  return [
    { ...row, name: `${row.name}, without a token`, as: undefined, breaks: true, status: 401,
      check: undefined },
    { ...row, name: `${row.name}, with a token that is none`, as: undefined, status: 401,
      check: undefined,
      headers: { authorization: 'Bearer e30.e30.e30' } },
    { ...row, name: `${row.name}, with a wrong key`, as: undefined, status: 401, check: undefined,
      headers: { 'x-api-key': 'not-a-key' } },
  ];
}

function forbidden(row, ...roles) {
  return roles.map((as) => ({ ...row, name: `${row.name}, as ${as}`, as, status: 403,
    check: undefined }));
}

// Bodies that are no JSON object; breaks the contract whatever the operation. What is no JSON at
// all never gets past the proxy: tests/e2e/sandbox_input.c has those.
function noObjects(row) {
  const bodies = { 'an array': '["x"]', 'a text': '"x"', 'null': 'null', 'nothing': '' };
  return Object.entries(bodies).map(([what, body]) => (
    { ...row, name: `${row.name}, body is ${what}`, body, breaks: true, unseen: true, status: 400,
      check: hasErrors }));
}

function hasErrors(answer) {
  const errors = answer.json && answer.json.errors;
  return errors && Object.keys(errors).length ? undefined : `no errors in ${answer.text}`;
}

// Names are compared without case, and may carry an index (ValidationProblem).
function names(field) {
  return (answer) => {
    const found = Object.keys((answer.json && answer.json.errors) || {});
    return found.some((name) => name.toLowerCase() === field.toLowerCase())
      ? undefined : `errors name ${found.join(', ') || 'nothing'}, not ${field}`;
  };
}

function same(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  return a === b ? undefined : `${what}: expected ${b}, got ${a}`;
}

module.exports = { unauthorized, forbidden, noObjects, hasErrors, names, same };

// SPDX-License-Identifier: ISC
'use strict';
// One request through a validating proxy, and what the proxy said about it.

const http = require('node:http');

const agent = new http.Agent({ keepAlive: true });

// request: { method, path, headers, body }; body: text or bytes as they are, anything else as JSON.
function exchange(base, request) {
  const raw = typeof request.body === 'string' || Buffer.isBuffer(request.body);
  const body = request.body === undefined || raw ? request.body : JSON.stringify(request.body);
  const headers = { ...request.headers };

  if (body !== undefined)
    headers['content-type'] ??= 'application/json';
  headers['content-length'] = body === undefined ? 0 : Buffer.byteLength(body);
  if (request.method === 'GET')
    delete headers['content-length'];
  return new Promise((resolve, reject) => {
    const call = http.request(new URL(request.path, base),
      { method: request.method, headers, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => resolve(read(answer, Buffer.concat(parts).toString('utf8'))));
    });
    call.on('error', reject);
    call.end(body);
  });
}

// The proxy's list; where it is too long for a header it is no JSON, and its beginning has to do.
function readViolations(header) {
  try {
    return JSON.parse(header);
  } catch {
    const location = [/"(response|request)"/.exec(header)?.[1] || 'response'];
    return [{ location, message: header.slice(0, 200) }];
  }
}

function read(answer, text) {
  const violations = readViolations(answer.headers['sl-violations'] || '[]');
  let json;

  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: answer.statusCode, headers: answer.headers, text, json, violations };
}

module.exports = { exchange };

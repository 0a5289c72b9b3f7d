// SPDX-License-Identifier: ISC
'use strict';
const { refused, outsiders, none } = require('../../lib/flow_rows');
const { customers, otherTenant } = require('../../lib/flow_sample');

const path = `${customers}/cus-test-1`; // made in create
const remove = { method: 'DELETE', path, as: 'backoffice' };

module.exports = [
  refused({ ...remove, name: 'delete as clerk', as: 'clerk' }, 403),
  refused({ ...remove, name: 'delete as a user of the tenant', as: 'clerk', path: `${customers}/cus-0` },
    403),
  refused({ ...remove, name: 'delete, unknown', path: `${customers}/cus-0` }, 404),
  refused({ ...remove, name: 'delete, another tenant\'s record', as: 'other',
    path: `${otherTenant}/customers/cus-1002` }, 404),
  ...outsiders({ ...remove, name: 'delete' }),
  { ...remove, name: 'delete', status: 204 },
  refused({ ...remove, name: 'delete again' }, 404),
  refused({ method: 'GET', path, as: 'backoffice', name: 'get what was deleted' }, 404),
  { method: 'GET', path: customers, as: 'backoffice', name: 'list what was deleted', status: 200,
    query: { customerExternalId: 'tst-1' }, check: none },
  { method: 'POST', path: customers, as: 'integration', name: 'its Uid and external id are free',
    status: 201,
    body: { customerUid: 'cus-test-1', externalId: 'tst-1', firstname: 'Even', lastname: 'Moe' } },
  { ...remove, name: 'delete as integration', as: 'integration', status: 204 },
];

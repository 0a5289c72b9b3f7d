// SPDX-License-Identifier: ISC
'use strict';
// What nymble-sandbox's Flow side has in every file, whatever its size.

module.exports = {
  tenant: '/tenants/tnt-nordlys',
  customers: '/tenants/tnt-nordlys/customers',
  otherTenant: '/tenants/tnt-fjellheim', // without EXTERNAL_CUSTOMER_SEARCH
  unknownTenant: '/tenants/tnt-nowhere',
  company: 'cus-1001',
  person: 'cus-1002', // not in the other tenant, which has another cus-1001
  stores: ['store-bergen', 'store-oslo'],
  otherStore: 'store-goteborg', // of the other tenant
};

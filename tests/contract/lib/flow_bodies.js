// SPDX-License-Identifier: ISC
'use strict';
// What members of a customer may not say. breaks: the contract says so itself; of the others only the
// service knows.

const breaking = [
  ['countryCode', 'NOR'], ['countryCode', 'N1'], ['countryCode', ''], ['countryCode', 47],
  ['ledgerNumber', '10-472'], ['ledgerNumber', 10472],
  ['paymentTerms', -1], ['paymentTerms', 1.5], ['paymentTerms', '14 days'], ['paymentTerms', null],
  ['pricelistUid', 'pl trade'], ['pricelistUid', 7],
  ['defaultStoreUid', ''], ['defaultStoreUid', 'store bergen'], ['defaultStoreUid', null],
  ['customerGroupUids', 'cg-trade'], ['customerGroupUids', ['cg trade']], ['customerGroupUids', [7]],
  ['customerGroupUids', [{ customerGroupUid: 'cg-trade' }]], ['customerGroupUids', null],
  ['ehfEnabled', 'yes'], ['ehf', true], ['ehf.enabled', { enabled: 'yes' }, {}, 'ehf'],
  ['companyName', 7], ['firstname', null], ['lastname', ['Dahl']], ['address', {}], ['city', false],
  ['email', 7], ['externalId', 4471], ['mobile', 4755501777], ['postalCode', 5003], ['vatNumber', null],
  ['origin', 1], ['loyaltyId', 88121], ['internalNote', {}], ['customerType', 1],
];
const others = [
  ['email', 'sunniva'], ['email', 'sunniva@'], ['email', 'a b@mail.example'], ['email', '@mail.example'],
  ['mobile', 'none'], ['mobile', '555 01 777'], ['mobile', '47+555'],
  ['postalCode', '50', { countryCode: 'NO' }], ['postalCode', 'N-5003', { countryCode: 'no' }],
  ['postalCode', '1234', { countryCode: 'SE' }], ['postalCode', '123', { countryCode: 'DK' }],
  ['postalCode', '001', { countryCode: 'FI' }],
  ['defaultStoreUid', 'store-nowhere'], ['defaultStoreUid', 'store-goteborg'],
  ['customerGroupUids', ['cg-nowhere']], ['customerGroupUids', ['cg-trade', 'cg-nowhere']],
  ['customerType', ''],
];

// [field that the answer names, value, members beside it, the member that has the value]
const rows = (list, breaks) => list.map(([field, value, more, member = field]) => (
  { field, members: { ...more, [member]: value }, breaks }));
const all = [...rows(breaking, true), ...rows(others, false)];

module.exports = { badMembers: all };

// SPDX-License-Identifier: ISC
'use strict';
// /api/products: list, search, one, upsert and prices.
const { unauthorized, forbidden, noObjects, hasErrors, names, same } = require('../lib/rows');

const list = { method: 'GET', path: '/api/products', as: 'admin' };
const search = { method: 'GET', path: '/api/products/search', as: 'admin' };
const get = { method: 'GET', path: '/api/products/ROPE-BRD-12', as: 'admin' };
const put = { method: 'PUT', path: '/api/products', as: 'admin' };
const prices = { method: 'PUT', path: '/api/products/prices', as: 'admin' };

const full = {
  sku: 'TST-ROPE-1', name: 'Test line', description: 'For tests.', category: 'Rope', price: 12.5,
  prices: [
    { tier: 'Retail', price: 12.5, atQuantity: 1 },
    { tier: 'Wholesale', price: 9.75 },
    { tier: 'Wholesale', price: 9.1, atQuantity: 24 },
  ],
  quantityOnHand: 3, minimumOrderQuantity: 1, quantityIncrement: 1, weight: 3.4, weightUnit: 'lb',
    dimensions: '12x12x6',
  dimensionsUnit: 'in', upc: '071234500018', active: true, images: ['test-line.jpg'],
    externalId: 'test-item-1',
  productAttributes: { color: 'navy' },
};
const newPrices = [
  { sku: 'ROPE-BRD-12', prices: [
    { tier: 'Retail', price: 44, atQuantity: 1 }, { tier: 'Wholesale', price: 32.9, atQuantity: 1 },
    { tier: 'Wholesale', price: 30.25, atQuantity: 24 }] },
  { sku: 'FNDR-G4-WHT', prices: [{ tier: 'Retail', price: 27.95, atQuantity: 1 }] },
];
const priced = (entries) => ({ products: [{ sku: 'TST-ROPE-1', prices: entries }] });

const clause = (field, operator, value) => ({
  'filters[0].field': field, 'filters[0].operator': operator, 'filters[0].value': value,
});
const operators = [
  ['startswith', 'sku', 'rope', (row) => row.sku.startsWith('ROPE')],
  ['contains', 'name', 'line', (row) => row.name.toLowerCase().includes('line')],
  ['notcontains', 'name', 'a', (row) => !row.name.toLowerCase().includes('a')],
  ['endswith', 'sku', '-12', (row) => row.sku.endsWith('-12')],
  ['equals', 'category', 'Rope', (row) => row.category === 'Rope'],
  ['notequals', 'category', 'Rope', (row) => row.category !== 'Rope'],
];

function allRows(test) {
  return (answer) => {
    const wrong = answer.json.data.find((row) => !test(row));
    if (wrong)
      return `not expected: ${JSON.stringify(wrong)}`;
    return answer.json.data.length ? undefined : 'no rows at all';
  };
}

const onlyTrade = (row) => (row.prices || []).every((entry) => entry.tier === 'Trade');
const found = (sku) => (answer) => (
  answer.json.data.some((row) => row.sku === sku) ? undefined : `${sku} is not found`);
const total = (count) => (answer) => same(answer.json.totalRecords, count, 'total');

module.exports = [
  { ...list, name: 'list', status: 200, check: total(80) },
  { ...list, name: 'list, page 2', query: { pageNumber: 2, pageSize: 50 }, status: 200,
    check: (answer) => same([answer.json.data.length, answer.json.totalPages], [30, 2],
      'rows, pages') },
  ...['Sku', 'Name', 'Price', 'category', 'quantityOnHand'].flatMap((sortOn) => ['asc',
    'desc'].map((sortDirection) => (
    { ...list, name: `list by ${sortOn} ${sortDirection}`,
      query: { sortOn, sortDirection, pageSize: 80 }, status: 200 }))),
  ...operators.map(([operator, field, value, test]) => (
    { ...list, name: `list, ${field} ${operator} ${value}`,
      query: { ...clause(field, operator, value), pageSize: 100 },
      status: 200, check: allRows(test) })),
  { ...list, name: 'list, clauses as JSON', query: { filters: JSON.stringify([{ field: 'category',
    operator: 'equals', value: 'Rope' }]) },
    status: 200, check: allRows((row) => row.category === 'Rope') },
  { ...list, name: 'list, as a rep', as: 'rep', status: 200, check: total(80) },
  { ...list, name: 'list, a customer sees its own tier', as: 'otherCustomer',
    query: { pageSize: 100 }, status: 200,
    check: allRows(onlyTrade) },
  ...['gt', 'gte', 'lt', 'lte', 'like'].map((operator) => (
    { ...list, name: `list, operator ${operator}`, query: clause('name', operator, 'a'),
      breaks: true, status: 400, check: hasErrors })),
  { ...list, name: 'list, page 0', query: { pageNumber: 0 }, breaks: true, status: 400,
    check: names('pageNumber') },
  { ...list, name: 'list, page size 1.5', query: { pageSize: '1.5' }, breaks: true, status: 400,
    check: names('pageSize') },
  { ...list, name: 'list, direction 7', query: { sortDirection: '7' }, breaks: true, status: 400,
    check: names('sortDirection') },
  { ...list, name: 'list, unknown field', query: clause('shoeSize', 'equals', '44'), status: 400,
    check: hasErrors },
  { ...list, name: 'list, unknown sort', query: { sortOn: 'shoeSize' }, status: 400,
    check: names('sortOn') },
  ...unauthorized({ ...list, name: 'list' }),

  { ...search, name: 'search', query: { query: 'dock line' }, status: 200,
    check: found('ROPE-BRD-12') },
  { ...search, name: 'search by UPC', query: { query: '071234500018' }, status: 200,
    check: found('ROPE-BRD-12') },
  { ...search, name: 'search, paged', query: { query: 'e', pageNumber: 2, pageSize: 10 },
    status: 200,
    check: (answer) => same(answer.json.currentPage, 2, 'page') },
  { ...search, name: 'search, nothing found', query: { query: 'zzzzzz' }, status: 200,
    check: total(0) },
  { ...search, name: 'search, signs that mean something to a database',
    query: { query: '"%_\' OR 1=1 --' }, status: 200, check: total(0) },
  { ...search, name: 'search, as a rep', as: 'rep', query: { query: 'rope' }, status: 200 },
  { ...search, name: 'search, as a customer', as: 'otherCustomer', query: { query: 'line' },
    status: 200 },
  ...['search', 'searchTerm', 'keyword', 'term', 'q'].map((name) => (
    { ...search, name: `search by ${name} (N20)`, query: { [name]: 'dock line' }, breaks: true,
      status: 200, check: found('ROPE-BRD-12') })),
  { ...search, name: 'search for nothing', breaks: true, status: 400, check: names('query') },
  { ...search, name: 'search for an empty text', query: { query: '' }, breaks: true, status: 400,
    check: names('query') },
  { ...search, name: 'search, page -1', query: { query: 'a', pageNumber: -1 }, breaks: true,
    status: 400, check: names('pageNumber') },
  ...unauthorized({ ...search, name: 'search', query: { query: 'a' } }),

  { ...get, name: 'get', status: 200,
    check: (answer) => same([answer.json.name, answer.json.price],
      ['Braided dock line 12 mm', 42.5], 'product') },
  { ...get, name: 'get, unknown', path: '/api/products/NO-SUCH-1', status: 404 },
  { ...get, name: 'get, another organization\'s', as: 'otherAdmin', status: 404 },
  { ...get, name: 'get, as a rep by key', as: 'repKey', status: 200 },
  ...unauthorized({ ...get, name: 'get' }),

  { ...put, name: 'upsert creates', body: full, status: 201,
    check: (answer) => same([answer.json.sku, answer.json.prices.length], ['TST-ROPE-1', 3],
      'product') },
  { ...put, name: 'upsert updates', body: { ...full, quantityOnHand: 7 }, status: 200,
    check: (answer) => same(answer.json.quantityOnHand, 7, 'stock') },
  { ...put, name: 'upsert keeps what is left out',
    body: { sku: 'TST-ROPE-1', name: 'Test line two' }, status: 200,
    check: (answer) => same([answer.json.category, answer.json.prices.length], ['Rope', 3],
      'kept') },
  { ...put, name: 'upsert, images by name come back as objects (N23)', status: 200,
    body: { ...full, images: ['a b.jpg', 'c.jpg'] },
    check: (answer) => same(answer.json.images.map((image) => image.name), ['a b.jpg', 'c.jpg'],
      'images') },
  { ...put, name: 'upsert, no prices and no images any more', status: 200,
    body: { ...full, prices: [], images: [] },
    check: (answer) => same([answer.json.prices.length, answer.json.images.length], [0, 0], 'left') },
  { ...put, name: 'upsert, not in the catalog (N24)', body: { ...full, active: false }, status: 200,
    check: (answer) => same(answer.json.active, false, 'active') },
  { ...put, name: 'upsert, a new sku for the same externalId', status: 200,
    body: { ...full, sku: 'TST-ROPE-9' },
    check: (answer) => same(answer.json.sku, 'TST-ROPE-9', 'sku') },
  { ...get, name: 'get, by the sku it had', path: '/api/products/TST-ROPE-1', status: 404 },
  { ...put, name: 'upsert, and back', body: { ...full }, status: 200 },
  { ...put, name: 'upsert, an image as an object', body: { ...full, images: [{ name: 'a.jpg' }] },
    breaks: true, status: 200 },
  { ...put, name: 'upsert, an image as a number', body: { ...full, images: [7] }, breaks: true,
    status: 400, check: hasErrors },
  { ...put, name: 'upsert, order step below 0', body: { ...full, quantityIncrement: -1 },
    breaks: true, status: 400, check: names('quantityIncrement') },
  { ...put, name: 'upsert, weight as text', body: { ...full, weight: '3' }, breaks: true,
    status: 400, check: names('weight') },
  { ...put, name: 'upsert, sku and externalId of two products',
    body: { ...full, sku: 'FNDR-G4-WHT' }, status: 409 },
  { ...put, name: 'upsert, percent-encoded sku', body: { sku: 'T/1 %', name: 'Slashed' },
    status: 201 },
  { ...get, name: 'get it', path: '/api/products/T%2F1%20%25', status: 200 },
  { ...put, name: 'upsert, no name', body: { sku: 'TST-2' }, breaks: true, status: 400,
    check: names('name') },
  { ...put, name: 'upsert, no sku', body: { name: 'x' }, breaks: true, status: 400,
    check: names('sku') },
  { ...put, name: 'upsert, price below 0', body: { ...full, price: -1 }, breaks: true, status: 400,
    check: names('price') },
  { ...put, name: 'upsert, price as text', body: { ...full, price: '12.50' }, breaks: true,
    status: 400, check: names('price') },
  { ...put, name: 'upsert, half a piece', body: { ...full, quantityOnHand: 1.5 }, breaks: true,
    status: 400, check: names('quantityOnHand') },
  { ...put, name: 'upsert, unknown tier', body: { ...full,
    prices: [{ tier: 'Platinum', price: 1 }] }, status: 400, check: hasErrors },
  { ...put, name: 'upsert, tier without a price', body: { ...full, prices: [{ tier: 'Retail' }] },
    breaks: true, status: 400, check: hasErrors },
  { ...put, name: 'upsert, the same tier and quantity twice', status: 400, check: hasErrors,
    body: { ...full, prices: [{ tier: 'Retail', price: 1 },
      { tier: 'retail', price: 2, atQuantity: 1 }] } },
  ...noObjects({ ...put, name: 'upsert' }),
  ...unauthorized({ ...put, name: 'upsert', body: full }),
  ...forbidden({ ...put, name: 'upsert', body: full }, 'rep', 'otherCustomer'),

  { ...prices, name: 'prices', body: { products: newPrices }, status: [200, 204] },
  { ...get, name: 'prices are replaced', status: 200,
    check: (answer) => same(answer.json.prices.map(
      (entry) => `${entry.tier} ${entry.price} ${entry.atQuantity}`),
      ['Retail 44 1', 'Wholesale 32.9 1', 'Wholesale 30.25 24'], 'prices') },
  { ...prices, name: 'prices as an array', body: newPrices, status: [200, 204] },
  ...['prices', 'items', 'productPrices'].map((wrapper) => (
    { ...prices, name: `prices in ${wrapper} (N21)`, body: { [wrapper]: newPrices }, breaks: true,
      status: [200, 204] })),
  { ...prices, name: 'prices, unknown sku changes nothing', status: 400, check: hasErrors,
    body: { products: [{ sku: 'FNDR-G4-WHT', prices: [{ tier: 'Retail', price: 1 }] },
      { sku: 'NO-SUCH-1', prices: [] }] } },
  { ...get, name: 'prices of the other are as they were', path: '/api/products/FNDR-G4-WHT',
    status: 200,
    check: (answer) => same(answer.json.prices[0].price, 27.95, 'price') },
  { ...prices, name: 'prices, an empty list takes them all away', status: [200, 204], body: priced([]) },
  { ...get, name: 'no prices are left', path: '/api/products/TST-ROPE-1', status: 200,
    check: (answer) => same(answer.json.prices, [], 'prices') },
  { ...prices, name: 'prices, six decimals', status: [200, 204],
    body: priced([{ tier: 'Retail', price: 0.123456 }]) },
  { ...prices, name: 'prices, the same sku twice', status: 400, check: hasErrors,
    body: { products: [{ sku: 'TST-ROPE-1', prices: [] }, { sku: 'tst-rope-1', prices: [] }] } },
  { ...prices, name: 'prices, no sku', body: { products: [{ prices: [] }] }, breaks: true,
    status: 400, check: hasErrors },
  { ...prices, name: 'prices, no list', body: { products: [{ sku: 'TST-ROPE-1' }] }, breaks: true,
    status: 400, check: hasErrors },
  { ...prices, name: 'prices, none at all', body: { products: [] }, breaks: true, status: 400,
    check: hasErrors },
  { ...prices, name: 'prices, below 0', body: priced([{ tier: 'Retail', price: -0.01 }]),
    breaks: true, status: 400, check: hasErrors },
  { ...prices, name: 'prices, as text', body: priced([{ tier: 'Retail', price: '1' }]),
    breaks: true, status: 400, check: hasErrors },
  { ...prices, name: 'prices, from quantity 0',
    body: priced([{ tier: 'Retail', price: 1, atQuantity: 0 }]), breaks: true, status: 400,
    check: hasErrors },
  { ...prices, name: 'prices, unknown tier', body: priced([{ tier: 'Platinum', price: 1 }]),
    status: 400, check: hasErrors },
  { ...prices, name: 'prices, the same tier and quantity twice', status: 400, check: hasErrors,
    body: priced([{ tier: 'Retail', price: 1 }, { tier: 'Retail', price: 2 }]) },
  ...unauthorized({ ...prices, name: 'prices', body: { products: newPrices } }),
  ...forbidden({ ...prices, name: 'prices', body: { products: newPrices } }, 'rep',
    'otherCustomer'),
];

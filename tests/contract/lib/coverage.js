// SPDX-License-Identifier: ISC
'use strict';
// Which operations of a contract the cases reach: each is to work, and to refuse what is wrong.

const fs = require('node:fs');

// The contract's paths and methods, which stand two and four blanks from the margin. Words come before
// what any key can stand for: they shadow it.
function readOperations(file) {
  const found = [];
  let path;

  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const method = /^    (get|put|post|delete):$/.exec(line);
    if (/^\S/.test(line))
      path = undefined;
    path = (/^  (\/.*):$/.exec(line) || [])[1] || path;
    if (path && method)
      found.push({ name: `${method[1].toUpperCase()} ${path}`, keys: path.split('{').length,
        pattern: new RegExp(`^${path.replace(/\{[^}]*\}/g, '[^/]+')}$`), good: 0, bad: 0 });
  }
  return found.sort((a, b) => a.keys - b.keys);
}

// bad: a batch is answered with 207 where an item of it is refused.
const isBad = (row) => row.bad || [].concat(row.status).every((status) => status >= 400);

class Coverage {
  constructor(file) {
    this.operations = readOperations(file);
    this.cases = this.bad = 0;
  }

  // A row counts for its operation when the service did what it expects.
  add(row, passed) {
    const path = row.path.split('?')[0];
    const operation = this.operations.find((each) => (
      each.name.startsWith(`${row.method} `) && each.pattern.test(path)));

    this.cases++;
    if (isBad(row))
      this.bad++;
    if (operation && passed)
      operation[isBad(row) ? 'bad' : 'good']++;
  }

  summary() {
    const covered = this.operations.filter((each) => each.good && each.bad).length;
    return `${covered} of ${this.operations.length} operations covered by ${this.cases} cases, ` +
      `${this.bad} of them bad input`;
  }

  missing() {
    return this.operations.filter((each) => !each.good || !each.bad)
      .map((each) => `${each.name}: ${each.good} good, ${each.bad} bad cases passed`);
  }
}

module.exports = { Coverage };

// SPDX-License-Identifier: ISC
'use strict';
// Prints what a case came to, in the Test Anything Protocol.

class Tap {
  constructor(out = process.stdout) {
    this.out = out;
    this.count = 0;
    this.failed = 0;
  }

  // problems: what is wrong, one text each; none means passed.
  report(name, problems) {
    this.count++;
    if (problems.length)
      this.failed++;
    this.out.write(`${problems.length ? 'not ok' : 'ok'} ${this.count} - ${name}\n`);
    for (const problem of problems)
      for (const line of String(problem).split('\n'))
        this.out.write(`# ${line}\n`);
  }

  note(text) {
    this.out.write(`# ${text}\n`);
  }

  end() {
    this.out.write(`1..${this.count}\n`);
    return this.failed === 0;
  }
}

module.exports = { Tap };

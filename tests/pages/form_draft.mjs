// Holds the draft of the form page against what a browser may have kept: `node form_draft.mjs SCRIPT`, which is
// templates/scripts/form_draft.js. Prints every fault; exit status 1 if there is one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const context = vm.createContext({ URL });
vm.runInContext(readFileSync(process.argv[2], 'utf8'), context);
const { draft, says } = context.hieucanDraft;
const plain = (value) => JSON.parse(JSON.stringify(value));

/** A browser's storage, with what it holds. */
function storage(kept = new Map()) {
  return () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) });
}
const refusing = () => {
  throw new Error('no storage');
};
const at = 'https://noi-bo.example/chi-bo/new/index.html';

const tests = {
  'a criterion may have any id'() {
    const kept = storage();
    for (const id of ['constructor', 'toString', 'valueOf', 'H1']) {
      const one = draft(kept, 'cb', at);
      assert.deepEqual(plain(one.claim(id)), { id, level: '', reason: '', evidence: [] });
      one.claim(id).level = 'met';
      one.keep();
      assert.equal(draft(kept, 'cb', at).claim(id).level, 'met');
    }
  },
  'sites and cells do not share a draft'() {
    const addresses = [at, 'https://noi-bo.example/lanh-dao/new/index.html', 'file:///D:/site/new/index.html', 'file://may/a/new/index.html'];
    const keys = new Set(addresses.map((address) => draft(storage(), 'cb', address).key));
    assert.equal(keys.size, addresses.length);
    assert.notEqual(draft(storage(), 'cb', at).key, draft(storage(), 'cc', at).key);
    assert.equal(draft(storage(), 'cb', at).key, draft(storage(), 'cb', 'https://noi-bo.example/chi-bo/new/#x').key);
  },
  'what is no draft is none'() {
    const { key } = draft(storage(), 'cb', at);
    const broken = ['', '{', 'null', '7', '[]', '{"version":1,"answers":{"body":"x"}}', '{"version":2}', '{"version":2,"answers":7}',
      '{"version":2,"answers":{"facts":[],"criteria":{"H1":{}},"fields":{"purpose":"x","lessons":[1]},"body":3}}'];
    for (const text of broken) {
      const one = draft(storage(new Map([[key, text]])), 'cb', at);
      assert.equal(says(one.answers), false, text);
      assert.equal(says(one.before), false, text);
      one.claim('H1').level = 'met';
      assert.equal(says(one.answers), true, text);
    }
    const one = draft(refusing, 'cb', at);
    one.answers.body = 'x';
    one.keep();
    assert.equal(one.answers.body, 'x');
  },
  'another log puts this one away, and it can be had back'() {
    const kept = storage();
    const one = draft(kept, 'cb', at);
    Object.assign(one.answers.facts, { member: 'a', title: 'Một' });
    one.again();
    const other = draft(kept, 'cb', at);
    assert.deepEqual(plain(other.answers), { facts: { member: 'a' }, criteria: [], fields: {}, body: '' });
    assert.equal(says(other.answers), false);
    other.again();
    other.back();
    assert.equal(draft(kept, 'cb', at).answers.facts.title, 'Một');
  },
};

let faults = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    test();
  } catch (error) {
    faults += 1;
    console.log(`${name}: ${error.message}`);
  }
}
console.log(`${Object.keys(tests).length} tests of the form's draft: ${faults} faults`);
process.exitCode = faults ? 1 : 0;

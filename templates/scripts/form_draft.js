// The answers of the form as they are given, and their draft in the browser. It touches no page.
(() => {
  'use strict';
  const VERSION = 2;
  const empty = () => ({ facts: {}, criteria: [], fields: {}, body: '' });

  // ---- what was kept: it may be of an older page, or no draft at all, so what is not of the right form is left out

  const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const text = (value) => (typeof value === 'string' ? value : '');
  const mapped = (value, of) => Object.fromEntries(Object.entries(isMap(value) ? value : {}).map(([key, one]) => [key, of(one)]));
  const listed = (value, of) => (Array.isArray(value) ? value.filter(isMap).map(of) : []);
  const items = (value) => listed(value, (item) => mapped(item, text));
  const claimed = ({ id, level, reason, evidence }) => ({ id: text(id), level: text(level), reason: text(reason), evidence: items(evidence) });
  const read = ({ facts, criteria, fields, body }) => ({
    facts: mapped(facts, text),
    criteria: listed(criteria, claimed),
    fields: mapped(fields, items),
    body: text(body),
  });

  /** Whether something was answered; who writes may be known before. */
  function says({ facts, criteria, fields, body }) {
    const hasText = (value) => (typeof value === 'string' ? value.trim() !== '' : Object.values(value).some(hasText));
    return hasText([{ ...facts, member: '' }, criteria.map((claim) => ({ ...claim, id: '' })), fields, body]);
  }

  /** The draft of this cell on the page at `address`; two sites of a cell, and two cells of one id, do not share theirs. */
  function draft(storage, cell, address) {
    const key = `hieucan-new:${cell}:${new URL('../', address).href}`;
    let kept = {};
    try {
      const found = JSON.parse(storage().getItem(key));
      if (isMap(found) && found.version === VERSION) kept = found;
    } catch {
      // A browser that keeps nothing, or something else under the key: a new draft.
    }
    const of = (value) => (isMap(value) ? read(value) : empty());
    return {
      key,
      answers: of(kept.answers),
      /** The log that was put away for this one. */
      before: of(kept.before),

      /** The claim on a criterion, begun when there is none. */
      claim(id) {
        const { criteria } = this.answers;
        const found = criteria.find((one) => one.id === id);
        if (!found) criteria.push({ id, level: '', reason: '', evidence: [] });
        return found ?? criteria.at(-1);
      },
      keep() {
        try {
          storage().setItem(key, JSON.stringify({ version: VERSION, answers: this.answers, before: this.before }));
        } catch {
          // Where the browser keeps nothing, the page still writes the log.
        }
      },
      /** Another log of the same member; this one is put away. */
      again() {
        const { member } = this.answers.facts;
        if (says(this.answers)) this.before = this.answers;
        this.answers = { ...empty(), facts: member ? { member } : {} };
        this.keep();
      },
      /** The log that was put away. */
      back() {
        [this.answers, this.before] = [this.before, empty()];
        this.keep();
      },
    };
  }

  globalThis.hieucanDraft = { draft, says };
})();

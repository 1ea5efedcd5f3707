// Answers as a log, byte for byte what `hieucan new` writes: the twin of src/writing, held to it by tests/pages/form.mjs.
// It touches no page. `form` is what the page of the form carries: fields, keys and words.
(() => {
  'use strict';

  // ---- texts, as src/writing/clean.rs

  const plain = (text) =>
    (text.toWellFormed?.() ?? text)
      .replace(/\r\n/g, '\n')
      .replace(/[\r\v\f\x85\u2028\u2029]/g, '\n')
      .replace(/[\xa0\u2007\u202f]/g, ' ')
      .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
      .normalize('NFC');
  const trimmedEnd = (text) => text.replace(/\p{White_Space}+$/u, '');
  const trimmed = (text) => trimmedEnd(text).replace(/^\p{White_Space}+/u, '');

  const line = (text) => plain(text).split(/\p{White_Space}/u).filter(Boolean).join(' ');
  const long = (text) => trimmed(plain(text).replace(/\t/g, ' ').split('\n').map(trimmedEnd).join('\n'));

  function body(text) {
    const lines = trimmedEnd(plain(text)).split('\n');
    while (lines.length && trimmed(lines[0]) === '') lines.shift();
    return lines.join('\n');
  }

  // ---- days, as src/base/period.rs

  /** Year, month and day of `2026-01-05`, `05/01/2026` or `5/1/2026`; nothing for a day that there is not. */
  function day(text) {
    const iso = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    const spoken = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(text);
    const parts = iso ? iso.slice(1) : spoken && [spoken[3], spoken[2], spoken[1]];
    if (!parts) return null;
    const [year, month, date] = parts.map(Number);
    const last = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= last[month - 1] ? [year, month, date] : null;
  }

  const two = (number) => String(number).padStart(2, '0');
  const four = (number) => String(number).padStart(4, '0');
  const iso = ([year, month, date]) => `${four(year)}-${two(month)}-${two(date)}`;

  // ---- answers as they are written, as src/writing/mod.rs

  function settledText(text, shape) {
    if (shape === 'long') return long(text);
    const one = line(text);
    if (shape === 'date') return day(one) ? iso(day(one)) : one;
    if (shape === 'ids') return one.split(',').map(trimmed).filter(Boolean).join(', ');
    return one;
  }

  function settledItem(item, parts) {
    const settled = {};
    for (const { key, shape } of parts) {
      const text = settledText(item[key] ?? '', shape);
      if (text) settled[key] = text;
    }
    return settled;
  }

  function settledItems(items, field) {
    const settled = (items ?? []).map((item) => settledItem(item, field.parts)).filter((item) => Object.keys(item).length);
    return field.many ? settled : settled.slice(0, 1);
  }

  function settled(answers, form) {
    const fields = {};
    for (const field of form.fields) {
      const items = settledItems(answers.fields[field.key], field);
      if (items.length) fields[field.key] = items;
    }
    return {
      facts: settledItem(answers.facts, form.facts),
      criteria: answers.criteria
        .filter(({ level }) => level)
        .map(({ id, level, reason, evidence }) => ({ id, level, reason: long(reason ?? ''), evidence: settledItems(evidence, form.evidence) })),
      fields,
      body: body(answers.body ?? ''),
    };
  }

  // ---- YAML, as src/writing/scalar.rs

  const LETTER = 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff';
  const BARE = new RegExp(`^[${LETTER}0-9][${LETTER}0-9 \\-/_.,;()!?%+–—“”‘’…«»°·]*$`);
  const LETTERS = new RegExp(`[${LETTER}]`);
  const RESERVED = ['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', 'nan', 'inf', 'none'];

  function isBare(text) {
    const number = /^[0-9]/.test(text);
    return (
      BARE.test(text) &&
      (!number || (LETTERS.test(text) && /[/ ]/.test(text))) &&
      !text.includes('  ') &&
      !text.endsWith(' ') &&
      !RESERVED.includes(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
    );
  }

  const scalar = (text) => (isBare(text) ? text : `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`);

  function value(text, indent) {
    if (!text.includes('\n') || text.includes('\ufeff') || /^\p{White_Space}/u.test(text)) return scalar(text);
    return `|-\n${text.split('\n').map((one) => (one ? ' '.repeat(indent) + one : '')).join('\n')}`;
  }

  // ---- the log, as src/writing/log.rs

  function log(given, form) {
    const answers = settled(given, form);
    const out = ['---\n'];
    const key = (english) => form.keys[english] ?? english;
    const word = (list, id) => form.words[list]?.[id] ?? id;
    const put = (indent, name, text) => out.push(`${' '.repeat(indent)}${name}: ${text}\n`);
    const head = (indent, name) => out.push(`${' '.repeat(indent)}${name}:\n`);

    function written(text, { shape }, indent) {
      if (shape === 'date' && day(text)) {
        const [year, month, date] = day(text);
        return form.log_lang === 'vi' ? `${two(date)}/${two(month)}/${four(year)}` : iso([year, month, date]);
      }
      if (shape === 'date') return scalar(text);
      if (shape === 'flag') return word('flag', text);
      if (shape === 'ids' && text.includes(', ')) return `[${text.split(', ').map(scalar).join(', ')}]`;
      return value(text, indent);
    }

    function fact(part) {
      const text = answers.facts[part.key];
      if (text === undefined) return;
      put(0, key(part.key), part.shape === 'word' ? scalar(word(part.key, text)) : written(text, part, 2));
    }

    /** The part of an item that says nothing else. */
    const alone = (field, item) => Object.keys(item).length === 1 && field.parts.find((part) => part.key === field.main && item[part.key]);

    function parts(field, item, first, indent) {
      let before = first;
      const isAsked = ({ key }) => field.key === 'direction' && ['q', 'a'].includes(key);
      for (const part of field.parts.filter((part) => item[part.key] && !isAsked(part))) {
        put(before, part.key, written(item[part.key], part, indent + 2));
        before = indent;
      }
      const asked = field.parts.filter((part) => item[part.key] && isAsked(part));
      if (asked.length) head(before, 'asked');
      asked.forEach((part, number) => {
        out.push(' '.repeat(indent + 2), number ? '  ' : '- ');
        put(0, part.key, written(item[part.key], part, indent + 6));
      });
    }

    function items(field, all, indent) {
      for (const item of all) {
        out.push(' '.repeat(indent), '- ');
        const main = alone(field, item);
        if (main) out.push(`${written(item[main.key], main, indent + 2)}\n`);
        else parts(field, item, 0, indent + 2);
      }
    }

    form.facts.slice(0, -1).forEach(fact);
    if (answers.criteria.length) head(0, key('criteria'));
    for (const { id, level, reason, evidence } of answers.criteria) {
      const said = scalar(word('level', level));
      if (!reason && !evidence.length) {
        put(2, scalar(id), said);
        continue;
      }
      head(2, scalar(id));
      put(4, key('level'), said);
      if (evidence.length) {
        head(4, key('evidence'));
        items(form.evidence, evidence, 6);
      }
      if (reason) put(4, key('reason'), value(reason, 6));
    }
    for (const field of form.fields) {
      const [first, ...rest] = answers.fields[field.key] ?? [];
      if (!first) continue;
      const main = alone(field, first);
      if (field.many) {
        head(0, key(field.key));
        items(field, [first, ...rest], 2);
      } else if (main) {
        put(0, key(field.key), written(first[main.key], main, 2));
      } else {
        head(0, key(field.key));
        parts(field, first, 2, 2);
      }
    }
    form.facts.slice(-1).forEach(fact);
    out.push('---\n');
    if (answers.body) out.push(answers.body, '\n');
    return out.join('');
  }

  // ---- the name, as src/writing/name.rs

  const LONGEST = 48;

  function slug(title) {
    const lower = (text) => Array.from(text, (c) => c.toLowerCase()).join('');
    const folded = lower(title.normalize('NFD').replace(/[\u0300-\u036f]/g, '')).replace(/đ/g, 'd');
    const words = folded.split(/[^a-z0-9]+/).filter(Boolean);
    let name = '';
    for (const word of words) {
      const longer = name ? `${name}-${word}` : word;
      if (longer.length > LONGEST) return name || word.slice(0, LONGEST);
      name = longer;
    }
    return name || 'viec';
  }

  function fileName(given, form) {
    const { member, assigned, title } = settled(given, form).facts;
    const date = day(assigned ?? '');
    return member && date ? `records/${four(date[0])}/${member}/${iso(date)}-${slug(title ?? '')}.md` : null;
  }

  // ---- what `check` would say, as far as it can be known here

  const PROSE = ['purpose', 'procedure', 'strengths', 'weaknesses', 'context', 'lessons'];
  const UNSEEN = /[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
  const MARK = /(?<![\p{L}\p{N}])MẬT(?![\p{L}\p{N}])/gu;

  /** Why a prose text says nothing, if it does. */
  function silence(text, form) {
    const key = text.normalize('NFC').toLowerCase().split(/\p{White_Space}+/u).join(' ');
    const bare = key.replace(/^[^\p{Alphabetic}\p{N}]+|[^\p{Alphabetic}\p{N}]+$/gu, '');
    if (!bare || form.placeholders.includes(bare)) return 'placeholder';
    return (key.match(/\p{Alphabetic}/gu) ?? []).length < form.fewest_letters ? 'short' : '';
  }

  /** Whether a link leads to a page or a mail address. */
  const leads = (link) => /^(https?:\/\/[^/\\@]|mailto:[^/]*@)/i.test(link ?? '');

  function isSecret(text) {
    const seen = text.replace(UNSEEN, '');
    return [...seen.matchAll(MARK)].some(({ index }) => !/(?<![\p{L}\p{N}])(BẢO|BÍ)[\s*_]+$/u.test(seen.slice(0, index)));
  }

  /** Whether a step waits for itself, over however many others. */
  function isCircle(steps) {
    const left = new Map(steps.map(({ id, after }) => [id, (after ?? '').split(', ').filter(Boolean)]));
    for (let before = -1; before !== left.size; ) {
      before = left.size;
      for (const [id, after] of left) {
        if (after.every((one) => !left.has(one))) left.delete(id);
      }
    }
    return left.size > 0;
  }

  /** Every fault of the answers: where, which, and whether the log would have an error. `today` is the last day on which
   *  something can be done. */
  function judge(given, form, today) {
    const found = [];
    const add = (at, code, isError = false) => found.push({ at, code, isError });
    const { facts } = settled(given, form);

    for (const key of ['title', 'member', 'assigned']) if (!facts[key]) add(`facts.${key}`, 'needed', true);
    if (facts.member && !form.members.some(([id]) => id === facts.member)) add('facts.member', 'member', true);
    const days = {};
    for (const { key, shape } of form.facts) {
      if (shape !== 'date' || !facts[key]) continue;
      if (day(facts[key])) days[key] = facts[key];
      else add(`facts.${key}`, 'date', true);
    }
    if (days.done < days.assigned) add('facts.done', 'before-assigned', true);
    if (days.due < days.assigned) add('facts.due', 'before-assigned');
    if (days.done > today) add('facts.done', 'later', true);
    if (days.assigned > today) add('facts.assigned', 'later');
    if (!facts.due && facts.status !== 'cancelled') add('facts.due', 'due');
    if (facts.status === 'done' && !facts.done) add('facts.done', 'done', true);
    if (facts.status && facts.status !== 'done' && days.done) add('facts.status', 'status');

    /** The items that say something, with where they stand. */
    function items(all, field, at) {
      const kept = (all ?? []).map((item, number) => ({ item: settledItem(item, field.parts), at: `${at}.${number}` }));
      return kept.filter(({ item }) => Object.keys(item).length);
    }
    function judgeItems(all, field) {
      for (const { item, at } of all) {
        for (const { key, shape } of field.parts) {
          const text = item[key];
          if (!text) continue;
          if (shape === 'date' && !day(text)) add(`${at}.${key}`, 'date', true);
          if (shape === 'link' && !leads(text)) add(`${at}.${key}`, 'link');
        }
        const isProse = PROSE.includes(field.key) ? 'text' : field.key === 'evidence' && !item.ref && !leads(item.link) && !item.file && 'note';
        const why = isProse && item[isProse] && silence(item[isProse], form);
        if (why) add(`${at}.${isProse}`, why);
      }
    }

    const of = {};
    for (const field of form.fields) {
      of[field.key] = items(given.fields[field.key], field, `fields.${field.key}`);
      judgeItems(of[field.key], field);
    }
    const ids = of.steps.map(({ item }) => item.id).filter(Boolean);
    of.steps.forEach(({ item, at }, number) => {
      if (item.id && of.steps.slice(0, number).some((earlier) => earlier.item.id === item.id)) add(`${at}.id`, 'step-twice');
      const unknown = (item.after ?? '').split(', ').some((id) => id && !ids.includes(id));
      if (unknown) add(`${at}.after`, 'step-unknown', true);
      if (number === 0 && isCircle(of.steps.map(({ item }) => item).filter(({ id }) => id))) add(`${at}.after`, 'step-circle', true);
    });

    const MARKS = ['id', 'after', 'on', 'start', 'end', 'happened', 'adopted'];
    const isSaid = ([key, text]) => !MARKS.includes(key) && (key !== 'link' || leads(text));
    const says = (field, { item }) => (PROSE.includes(field) ? item.text && !silence(item.text, form) : Object.entries(item).some(isSaid));
    const shows = (item) => item.ref || leads(item.link) || item.file || (item.note && !silence(item.note, form));
    for (const { id, fields, on_time: onTime } of form.criteria) {
      const claimed = given.criteria.find((one) => one.id === id && one.level);
      if (!claimed) continue;
      const evidence = items(claimed.evidence, form.evidence, `criteria.${id}.evidence`);
      judgeItems(evidence, form.evidence);
      if (claimed.level === 'na' && !long(claimed.reason ?? '')) add(`criteria.${id}.reason`, 'na-reason');
      const isShown =
        evidence.some(({ item }) => shows(item)) ||
        fields.some((field) => of[field].some((item) => says(field, item))) ||
        (onTime && days.done <= days.due) ||
        new RegExp(`^#{1,6} .*\\{#${id}\\}`, 'im').test(given.body ?? '');
      if (['met', 'partial'].includes(claimed.level) && !isShown) add(`criteria.${id}`, 'evidence');
    }

    const text = log(given, form);
    if (isSecret(text)) add('', 'secret', true);
    if (encodeURIComponent(text.slice(0, text.indexOf('\n---\n'))).replace(/%../g, 'x').length > 65000) add('', 'long', true);
    return found;
  }

  globalThis.hieucanForm = { day, iso, line, long, settled, log, fileName, judge };
})();

// The search page: finds what is typed in the files of `search/`, which the build wrote (src/render/search).
//
// Every file is a classic script that hands one value to `hieucanSearch`, so that the page works from a folder too.
// Results are put together with textContent: nothing that a record says is ever read as HTML.
(() => {
  'use strict';

  // ---- words, as src/render/search/terms.rs finds them

  const WORD = /[\p{Alphabetic}\p{N}\u0300-\u036f]+/gu;
  const TONES = '\u0300\u0301\u0303\u0309\u0323';
  const LONGEST = 40;
  const MOST_PARTS = 6;

  const lower = (text) => Array.from(text, (c) => c.toLowerCase()).join('');
  const fold = (text) => lower(text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')).replace(/đ/g, 'd');

  /** The word with its marks; the tone stands as a digit at the end, so that `hòa` is `hoà`. */
  function form(word) {
    let tones = '';
    const letters = word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (tone) => {
      tones += TONES.indexOf(tone) + 1;
      return '';
    });
    return lower(letters).normalize('NFC') + tones;
  }

  /** Words that were read; a cell has few, and folding is most of the work. */
  const terms = new Map();

  function term(word) {
    if (!terms.has(word)) {
      const plain = Array.from(word).slice(0, LONGEST).join('').replace(/[–—/]/g, '-');
      terms.set(word, { key: fold(plain), form: form(plain) });
    }
    return terms.get(word);
  }

  /** The words of a text with their places, and behind its parts every number of a document. */
  function words(text) {
    const found = [];
    let run = [];
    const end = () => {
      const last = run[run.length - 1];
      const number = last && text.slice(run[0].start, last.end);
      if (run.length > 1 && run.length <= MOST_PARTS && /^[0-9]/.test(number) && /\p{Alphabetic}/u.test(number)) {
        found.push({ ...term(number), start: run[0].start, end: last.end, parts: run });
      }
      run = [];
    };
    for (const match of text.matchAll(WORD)) {
      const word = { ...term(match[0]), start: match.index, end: match.index + match[0].length };
      const before = run[run.length - 1];
      if (before && !/^[-–—/]$/.test(text.slice(before.end, word.start))) end();
      run.push(word);
      found.push(word);
    }
    end();
    return found;
  }

  /** What is sought: words, and numbers instead of their parts; the last one may go on. */
  function sought(query) {
    const all = words(query);
    const parts = new Set(all.flatMap((word) => word.parts ?? []));
    const some = all.filter((word) => !parts.has(word));
    some.forEach((word) => (word.goesOn = word.end === query.length));
    some.filter((word) => word.parts).forEach((word) => (word.parts.at(-1).goesOn = word.goesOn));
    return some;
  }

  const letters = (form) => Array.from(form.replace(/[1-5]+$/, ''));
  const tone = (form) => form.match(/[1-5]*$/)[0];
  const isMarked = (word) => word.asWritten || word.form !== word.key;

  /** How well a written form fits what was typed: 3 as typed, 2 with marks beside those typed, 1 with others. */
  function fit(word, written) {
    if (!isMarked(word) || word.form === written) return 3;
    const [typed, there] = [letters(word.form), letters(written)];
    if (!['', tone(written)].includes(tone(word.form))) return 1;
    if (there.length > typed.length && typed.every((letter, i) => letter === there[i])) return 3;
    return typed.every((letter, i) => [there[i], fold(there[i] ?? '')].includes(letter)) ? 2 : 1;
  }

  // ---- signs, as src/render/search/code.rs and phrases.rs write them

  const SIGNS = "!#$%&'()*+-./0123456789;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  const NUMBER = new Map(Array.from(SIGNS, (sign, number) => [sign, number]));
  const [SHORT, LEADS] = [27, 60];
  const [LITERAL, PASSAGE] = [SHORT + LEADS, SHORT + LEADS + 1];

  /** Hands every place of a list to `take`: steps in the code of Rice. */
  function places(list, take) {
    if (!list) return;
    const low = NUMBER.get(list[0]);
    let [at, six, left] = [1, 0, 0];
    const bit = () => {
      if (left === 0) {
        if (at === list.length) return -1;
        six = NUMBER.get(list[at++]);
        left = 6;
      }
      const bit = six & 1;
      six >>= 1;
      left--;
      return bit;
    };
    for (let next = 0; ; next++) {
      let [ones, one] = [0, bit()];
      for (; one === 1; one = bit()) ones++;
      if (one < 0) return;
      let rest = 0;
      for (let n = 0; n < low; n++) rest |= bit() << n;
      next += ones * 2 ** low + rest;
      take(next);
    }
  }

  /** The passages of a coded text: where each stands, and what it says. What stands before the first has no place. */
  function passages(coded, phrases) {
    const all = [{ place: -1, words: [] }];
    for (let at = 0; at < coded.length; ) {
      const sign = NUMBER.get(coded[at++]);
      const { words } = all[all.length - 1];
      if (sign === PASSAGE) {
        all.push({ place: NUMBER.get(coded[at++]), words: [] });
      } else if (sign === LITERAL) {
        const end = coded.indexOf(' ', at);
        words.push(coded.slice(at, end));
        at = end + 1;
      } else {
        words.push(phrases[sign < SHORT ? sign : SHORT + (sign - SHORT) * SIGNS.length + NUMBER.get(coded[at++])]);
      }
    }
    return all.map(({ place, words }) => ({ place, text: words.join(' ') }));
  }

  /** The entries of a file of words, in order. */
  function entries(text) {
    let before = '';
    return text.split(',').slice(0, -1).map((entry) => {
      const [rest, ...lists] = entry.split(' ');
      const key = before.slice(0, NUMBER.get(rest[0])) + rest.slice(1);
      const forms = [];
      for (let i = 0; i < lists.length; i += 3) forms.push({ form: lists[i] || key, titles: lists[i + 1], others: lists[i + 2] });
      before = key;
      return { key, forms };
    });
  }

  // ---- files

  const waiting = new Map();
  let version = '';
  globalThis.hieucanSearch = Object.assign((name, value) => waiting.get(name)?.done(value), { fold, form, words });

  const off = globalThis.document?.getElementById('_search');
  if (!off) return;

  const TEXTS = {
    all: '[[search-all]]',
    members: '[[nav-members]]',
    criteria: '[[nav-criteria]]',
    times: '[[search-times]]',
    documents: '[[search-documents]]',
    logs: '[[nav-tasks]]',
    one: '[[search-one]]',
    many: '[[search-many]]',
    more: '[[search-more]]',
    none: '[[search-none]]',
    noneOfKind: '[[search-none-of-kind]]',
    failed: '[[search-failed]]',
  };

  /** The value of a file, read once. */
  function file(name, read = (value) => value) {
    if (!waiting.has(name)) {
      const one = {};
      one.value = new Promise((done, failed) => {
        one.done = (value) => done(read(value));
        const script = document.createElement('script');
        script.src = `${name}.js${version}`;
        script.onload = () => script.remove();
        script.onerror = () => {
          waiting.delete(name);
          failed(new Error(name));
        };
        document.head.append(script);
      });
      waiting.set(name, one);
    }
    return waiting.get(name).value;
  }

  const head = () =>
    file('head', ([json, phrases]) => {
      const head = JSON.parse(json);
      version = `?${head.version}`;
      head.phrases = phrases.split('\n');
      head.pages = head.ends[head.ends.length - 1];
      return head;
    });

  const textsOf = (head, number) =>
    file(`t${number}`, (value) => {
      const lines = value.split('\n').slice(0, -1);
      return lines.map((line) => {
        const [title, address, note, said] = line.split('\t');
        return { title: passages(title, head.phrases)[0].text, address, note, said };
      });
    });

  // ---- finding

  /** A beginning that more files than this hold is sought as a whole word. */
  const MOST_FILES = 4;

  /** The entries that a word may stand for. */
  async function candidates(head, word) {
    const from = Math.max(0, head.words.findLastIndex((key) => key <= word.key));
    let to = from;
    while (word.goesOn && head.words[to + 1]?.startsWith(word.key)) to++;
    const goesOn = word.goesOn && word.key.length > 1 && to - from < MOST_FILES;
    const numbers = Array.from({ length: (goesOn ? to : from) - from + 1 }, (_, i) => from + i);
    const files = await Promise.all(numbers.map((number) => file(`w${number}`, entries)));
    return files.flat().filter(({ key }) => key === word.key || (goesOn && key.startsWith(word.key)));
  }

  /** The forms that a word stands for: who typed marks means no others, if some page has them. */
  async function forms(head, word) {
    const all = (await candidates(head, word)).flatMap(({ key, forms }) => forms.map((one) => ({ ...one, whole: key === word.key, fit: fit(word, one.form) })));
    word.least ??= Math.max(1, ...all.map((one) => one.fit));
    return all.filter((one) => one.fit >= word.least);
  }

  /** For every page how well it holds the word; 0 where it does not. */
  async function weights(head, word) {
    const weights = new Uint8Array(head.pages);
    const raise = (weight) => (page) => (weights[page] = Math.max(weights[page], weight));
    for (const { whole, fit, titles, others } of await forms(head, word)) {
      const weight = whole ? 3 * fit : fit;
      places(titles, raise(weight + 1));
      places(others, raise(weight));
    }
    return weights;
  }

  /** The same words, but of a number that no page has as a whole its parts. */
  async function known(head, sought) {
    const some = await Promise.all(sought.map(async (word) => (word.parts && !(await candidates(head, word)).length ? word.parts : [word])));
    return some.flat();
  }

  /** For every page the sum of its weights; 0 where a word is missing. */
  async function sums(head, words) {
    const each = await Promise.all(words.map((word) => weights(head, word)));
    const sums = Uint16Array.from(each[0]);
    for (const weights of each.slice(1)) {
      for (let page = 0; page < sums.length; page++) sums[page] = sums[page] && weights[page] ? sums[page] + weights[page] : 0;
    }
    return sums;
  }

  const KINDS = ['members', 'criteria', 'times', 'documents', 'logs', 'documents'];

  /** The sums for words with the marks that were typed; where no page has them all, with any. */
  async function slippery(head, words) {
    const exact = await sums(head, words);
    if (words.every((word) => word.least === 1) || exact.some((sum) => sum > 0)) return exact;
    words.forEach((word) => (word.least = 1));
    return sums(head, words);
  }

  /** More than a page weighs that holds every word in its title. */
  const MOST = 12;
  /** So many people of one name are still sought. */
  const MOST_NAMESAKES = 3;

  /** The logs of members who are called what was typed go before those that hold the words somewhere. */
  async function raiseNamed(head, typed, weighed) {
    if (typed.length < 2) return;
    const isName = ([, name]) => new Set(hits(name, typed).map(({ of }) => of)).size === typed.length;
    for (const [, name] of head.members.filter(isName).slice(0, MOST_NAMESAKES)) {
      const own = await asWritten(head, name);
      weighed.forEach((sum, page) => sum && own[page] && (weighed[page] = MOST * typed.length));
    }
  }

  /** The sums for all words of a text with just the marks that it has. */
  function asWritten(head, text) {
    return sums(head, words(text).map((word) => ({ ...word, asWritten: true, least: 3 })));
  }

  /** The pages found, by kind, the best first and of equal ones the newest. */
  async function found(head, words) {
    const of = { members: [], criteria: [], times: [], logs: [], documents: [] };
    const weighed = await slippery(head, words);
    await raiseNamed(head, words, weighed);
    let kind = 0;
    weighed.forEach((sum, page) => {
      while (page >= head.ends[kind]) kind++;
      if (sum > 0) of[KINDS[kind]].push({ page, sum });
    });
    return Object.fromEntries(Object.entries(of).map(([kind, list]) => [kind, bestFirst(list)]));
  }

  /** Pages that stand in order by their sums, of which there are few. */
  function bestFirst(pages) {
    const bySum = [];
    for (const one of pages) (bySum[one.sum] ??= []).push(one);
    return bySum.reverse().flat();
  }

  // ---- what is quoted

  /** Where the texts of a page stand: the file, and the line of a page or the number of a document in it. */
  function placeOf(head, page) {
    const logs = head.ends[4];
    if (page < logs) return { number: Math.floor(page / head.texts), line: page % head.texts };
    const document = page - logs;
    const number = head.documents.findLastIndex((before) => before <= document);
    return { number, document: document - head.documents[number] };
  }

  async function result(head, { page, sum }) {
    const { number, line, document } = placeOf(head, page);
    const texts = await textsOf(head, number);
    const read = (one) => (one.read ??= passages(one.said, head.phrases).slice(1));
    if (document === undefined) {
      const one = texts[line];
      const [note, address] = page < head.ends[3] ? [one.note, `../${one.address}`] : [noteOf(head, one), addressOf(head, one)];
      return { sum, page, title: one.title, note, address, said: read(one) };
    }
    let left = document;
    for (const [line, one] of texts.entries()) {
      if (number * head.texts + line < head.ends[3]) continue;
      const own = read(one).filter(({ place }) => place === head.document);
      if (left < own.length) return { sum, page, title: own[left].text, note: `${one.title} · ${noteOf(head, one)}`, address: addressOf(head, one), said: [] };
      left -= own.length;
    }
    return null;
  }

  function memberOf(head, { address }) {
    return head.members[address.split('/')[0]];
  }

  function noteOf(head, one) {
    return [memberOf(head, one)?.[1], one.note].filter(Boolean).join(' · ');
  }

  function addressOf(head, one) {
    const [, part] = one.address.split('/');
    const slug = fold(one.title).replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
    const whole = part.replace(/\*([0-9]+)\*/, (_, length) => slug.slice(0, length));
    return `../tasks/${memberOf(head, one)?.[0] ?? '_'}/${whole}/index.html`;
  }

  /** The words of a text that were sought, of each the best there: place, how well it fits, and which one it is. */
  function hits(text, sought, read = words(text)) {
    const all = read.flatMap((word) => {
      const of = sought.findIndex((one) => one.key === word.key || (one.goesOn && one.key.length > 1 && word.key.startsWith(one.key)));
      if (of < 0) return [];
      const one = { start: word.start, end: word.end, of, fit: fit(sought[of], word.form) };
      return one.fit < (sought[of].least ?? 1) ? [] : [{ ...one, worth: 2 * one.fit + (word.key === sought[of].key) }];
    });
    const best = sought.map((_, of) => Math.max(0, ...all.filter((hit) => hit.of === of).map((hit) => hit.worth)));
    return all.filter((hit) => hit.worth === best[hit.of]);
  }

  /** Whether the words stand side by side as they were typed. */
  function isPhrase(text, hits, sought) {
    return hits.some((_, i) => sought.every((_, n) => {
      const [hit, before] = [hits[i + n], hits[i + n - 1]];
      return hit?.of === n && (n === 0 || /^[\s\p{P}]{0,3}$/u.test(text.slice(before.end, hit.start)));
    }));
  }

  /** The words of a passage that were sought; its words are read once. */
  function hitsIn(passage, sought) {
    passage.read ??= words(passage.text);
    return hits(passage.text, sought, passage.read);
  }

  /** The passage that shows most of the words. */
  function passage(said, sought) {
    let best = null;
    for (const one of said) {
      const { place, text } = one;
      const there = hitsIn(one, sought);
      const fits = sought.map((_, of) => Math.max(0, ...there.filter((hit) => hit.of === of).map((hit) => hit.fit)));
      const worth = fits.reduce((sum, fit) => sum + (fit && 3 + fit), 0) + (isPhrase(text, there, sought) ? 4 : 0);
      if (there.length && (!best || worth > best.worth)) best = { place, text, hits: there, worth };
    }
    return best;
  }

  // ---- the page

  const ORDER = ['members', 'criteria', 'times', 'logs', 'documents'];
  const FEW = { members: 5, criteria: 5, times: 5, documents: 5, logs: 10 };
  const STEP = 20;
  /** Results that are looked at more closely before the first are shown. */
  const CLOSER = 20;
  const CLOSER_FILES = 3;

  function element(name, text, properties = {}, attributes = {}) {
    const made = Object.assign(document.createElement(name), properties);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    if (text) made.textContent = text;
    return made;
  }

  const input = element('input', '', { id: '_q', type: 'search', className: 'search__field', autocomplete: 'off', autocapitalize: 'none', spellcheck: false, enterKeyHint: 'search' });
  const hint = element('p', '', { id: '_hint', className: 'search__hint' });
  const [kinds, others] = '[[search-hint]]'.split('#');
  const example = element('span', off.dataset.example, { className: 'nowrap' });
  hint.append(kinds, ...(off.dataset.example ? [' [[search-such-as]] ', example] : []), others);
  const filters = element('div', '', { id: '_kinds', className: 'search__kinds', hidden: true }, { role: 'group', 'aria-label': '[[search-kinds]]' });
  const status = element('p', '', { id: '_found', className: 'search__found' }, { role: 'status' });
  const results = element('div', '', { id: '_results' });
  const box = element('div', '', { id: '_search', className: 'search' }, { role: 'search', 'data-added': '' });
  input.setAttribute('aria-describedby', hint.id);
  box.append(element('label', '[[search-label]]', { className: 'search__label', htmlFor: input.id }), input, hint, filters, status, results);

  /** A text from `start` to `end` with the words that were sought marked. */
  function marked(text, hits, start = 0, end = text.length) {
    const made = document.createDocumentFragment();
    let at = start;
    for (const hit of hits.filter((hit) => hit.start >= start && hit.end <= end)) {
      if (hit.start < at) continue;
      made.append(text.slice(at, hit.start), element('mark', text.slice(hit.start, hit.end)));
      at = hit.end;
    }
    made.append(text.slice(at, end));
    return made;
  }

  const [BEFORE, SHOWN] = [70, 220];

  function quoted(head, { place, text, hits }) {
    const made = element('p', '', { className: 'found__text' });
    const from = hits[0].start > BEFORE + 20 ? text.indexOf(' ', hits[0].start - BEFORE) + 1 : 0;
    const cut = text.length > from + SHOWN + 20 ? text.lastIndexOf(' ', from + SHOWN) : -1;
    const end = cut > hits[0].end ? cut : Math.max(hits[0].end, cut < 0 ? text.length : from + SHOWN);
    const name = head.places[place];
    if (name) made.append(element('span', `${name[0].toUpperCase()}${name.slice(1)}: `, { className: 'found__place' }));
    const words = element('bdi');
    words.append(from > 0 ? '… ' : '', marked(text, hits, from, end), end < text.length ? ' …' : '');
    made.append(words);
    return made;
  }

  function row(head, sought, result) {
    const made = element('li', '', { className: 'found__row' });
    const link = element('a', '', { href: result.address });
    link.append(marked(result.title, hits(result.title, sought)));
    made.append(link);
    const named = hits(result.note, sought);
    const isNamed = sought.length > 1 && isPhrase(result.note, named, sought);
    const note = element('span', '', { className: 'sub' });
    note.append(marked(result.note, isNamed ? named : []));
    if (result.note) made.append(note);
    const best = passage(result.said, sought);
    if (best && (!isNamed || isPhrase(best.text, best.hits, sought))) made.append(quoted(head, best));
    return made;
  }

  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const number = (n) => numbers.format(n);
  const counted = (n) => (n === 1 ? TEXTS.one : TEXTS.many.replace('#', number(n)));

  /** Of equally good results those first that hold the words side by side, as far as that is soon known. */
  async function closer(head, sought, list) {
    if (sought.length < 2) return list;
    const files = new Set();
    const near = [];
    for (const one of list.slice(0, CLOSER)) {
      files.add(placeOf(head, one.page).number);
      if (files.size > CLOSER_FILES) break;
      near.push(one);
    }
    const known = await Promise.all(near.map(async (one) => {
      const read = await result(head, one);
      const inTitle = read && [read.title, read.note].some((text) => isPhrase(text, hits(text, sought), sought));
      const isSaid = () => read?.said.some((passage) => isPhrase(passage.text, hitsIn(passage, sought), sought));
      return { ...one, side: inTitle ? 2 : isSaid() ? 1 : 0 };
    }));
    known.sort((a, b) => b.sum - a.sum || b.side - a.side || a.page - b.page);
    return [...known, ...list.slice(near.length)];
  }

  async function group(head, sought, kind, list, few) {
    const made = element('section', '', { className: 'found' });
    const heading = element('h2', `${TEXTS[kind]} (${number(list.length)})`, { id: `_k-${kind}` });
    made.setAttribute('aria-labelledby', heading.id);
    const rows = element('ul', '', { className: 'found__rows' });
    const more = element('button', TEXTS.more, { type: 'button', className: 'found__more' });
    let shown = 0;
    const show = async (count) => {
      const next = await Promise.all(list.slice(shown, shown + count).map((one) => result(head, one)));
      const made = next.filter(Boolean).map((one) => row(head, sought, one));
      rows.append(...made);
      shown += count;
      more.hidden = shown >= list.length;
      return made[0];
    };
    more.onclick = async () => (await show(STEP))?.querySelector('a').focus();
    await show(few);
    made.append(heading, rows, more);
    return made;
  }

  function filter(of, kind) {
    const total = Object.values(of).reduce((sum, list) => sum + list.length, 0);
    const button = (name, count) => {
      const made = element('button', `${TEXTS[name]} (${number(count)})`, { type: 'button', disabled: count === 0 });
      made.setAttribute('aria-pressed', String(name === kind));
      made.onclick = () => {
        state.kind = name;
        write();
        run().then(() => filters.querySelector('[aria-pressed="true"]')?.focus());
      };
      return made;
    };
    filters.replaceChildren(button('all', total), ...ORDER.map((name) => button(name, of[name].length)));
    filters.hidden = total === 0;
    return total;
  }

  const state = { query: '', kind: 'all' };
  let latest = 0;

  async function run() {
    const turn = ++latest;
    const query = state.query.normalize('NFC');
    const typed = sought(query);
    if (typed.length === 0) {
      results.replaceChildren();
      filters.hidden = true;
      status.textContent = '';
      return;
    }
    const ready = await head();
    const words = await known(ready, typed);
    const of = await found(ready, words);
    if (turn !== latest) return;
    const kinds = ORDER.filter((kind) => of[kind].length > 0 && ['all', kind].includes(state.kind));
    const best = (kind) => of[kind][0].sum;
    kinds.sort((a, b) => best(b) - best(a) || ORDER.indexOf(a) - ORDER.indexOf(b));
    const few = (kind) => (state.kind === 'all' ? FEW[kind] : STEP);
    const groups = await Promise.all(kinds.map(async (kind) => group(ready, words, kind, await closer(ready, words, of[kind]), few(kind))));
    if (turn !== latest) return;
    const total = filter(of, state.kind);
    const shown = kinds.reduce((sum, kind) => sum + of[kind].length, 0);
    status.textContent = shown > 0 ? counted(shown) : total > 0 ? TEXTS.noneOfKind : TEXTS.none;
    results.replaceChildren(...groups);
  }

  const failed = () => (status.textContent = TEXTS.failed);

  function write() {
    const kind = state.kind === 'all' ? '' : `&kind=${state.kind}`;
    location.replace(`#q=${encodeURIComponent(state.query)}${kind}`);
  }

  function read() {
    const said = new URLSearchParams(location.hash.slice(1).replace(/\+/g, '%2B'));
    const kind = said.get('kind');
    const next = { query: said.get('q') ?? '', kind: ORDER.includes(kind) ? kind : 'all' };
    if (next.query === state.query && next.kind === state.kind) return;
    Object.assign(state, next);
    if (input.value !== state.query) input.value = state.query;
    run().catch(failed);
  }

  input.addEventListener('input', () => {
    state.query = input.value;
    state.kind = 'all';
    write();
    run().catch(failed);
  });
  addEventListener('hashchange', read);
  off.replaceWith(box);
  head().catch(failed);
  read();
  // The first number takes as long as a file: it is written while nobody waits.
  number(0);
  input.focus({ preventScroll: true });
})();

// The form for a new log: gives the questions of the page their fields, says what `check` would say and hands over the
// file. Its controls are built in form_fields.js, the draft in the browser is of form_draft.js, what the file says is made
// in form_write.js.
(() => {
  'use strict';
  const root = document.getElementById('_form');
  if (!root || !globalThis.hieucanForm || !globalThis.hieucanDraft || !globalThis.hieucanFields) return;
  const form = JSON.parse(root.dataset.form);
  const { iso, log, fileName, judge } = globalThis.hieucanForm;
  const { make, added, idOf, button } = globalThis.hieucanFields;
  const SAVE_AFTER = 300;
  const LONGEST_ADDRESS = 7000;

  const FAULTS = {
    needed: '[[write-fault-needed]]',
    member: '[[write-fault-member]]',
    date: '[[write-fault-date]]',
    'before-assigned': '[[write-fault-before-assigned]]',
    later: '[[write-fault-later]]',
    due: '[[write-fault-due]]',
    done: '[[write-fault-done]]',
    status: '[[write-fault-status]]',
    link: '[[write-fault-link]]',
    placeholder: '[[write-fault-placeholder]]',
    short: '[[write-fault-short]]',
    'step-twice': '[[write-fault-step-twice]]',
    'step-unknown': '[[write-fault-step-unknown]]',
    'step-circle': '[[write-fault-step-circle]]',
    'na-reason': '[[write-fault-na-reason]]',
    evidence: '[[write-fault-evidence]]',
    secret: '[[write-fault-secret]]',
    long: '[[write-fault-long]]',
  };

  // ---- the answers

  const draft = globalThis.hieucanDraft.draft(() => localStorage, form.cell, location.href);
  const { says } = globalThis.hieucanDraft;
  const { answers } = draft;
  let waiting = 0;

  function keep() {
    clearTimeout(waiting);
    waiting = 0;
    draft.keep();
  }

  const given = () => ({ ...answers, criteria: form.criteria.map(({ id }) => draft.claim(id)) });

  function today() {
    const now = new Date();
    return form.as_of ?? iso([now.getFullYear(), now.getMonth() + 1, now.getDate()]);
  }

  /** The fields whose faults are told: those that were left, and all once the log was asked for. */
  const told = new Set();
  let isAllTold = false;
  /** Nothing is said of a page on which nothing was done yet. */
  let isTouched = false;

  function changed() {
    isTouched = true;
    refresh();
    clearTimeout(waiting);
    waiting = setTimeout(keep, SAVE_AFTER);
  }

  function left(at) {
    told.add(at);
    refresh();
  }

  const { choices, control, labelled, fieldOf } = globalThis.hieucanFields.fields(form, { today, changed, left });

  // ---- title, dates and the like

  const optionsOf = {
    member: [['', '[[write-choose]]'], ...form.members.map(([id, name]) => [id, `${name} (${id})`])],
    kind: choices('kind'),
    status: choices('status'),
    visibility: choices('visibility'),
  };

  function askFact(question) {
    const key = question.dataset.fact;
    const { shape } = form.facts.find((part) => part.key === key);
    const at = `facts.${key}`;
    const element = control(shape, at, answers.facts[key], (text) => (answers.facts[key] = text), optionsOf[key]);
    if (question.querySelector('.ask__need')) element.required = true;
    labelled(question, element);
  }

  const itemsOf = (key) => (answers.fields[key] ??= []);
  const asked = new Set();

  function askField(key) {
    asked.add(key);
    return fieldOf(form.fields.find((field) => field.key === key), `fields.${key}`, itemsOf(key), form.names[key]);
  }

  // ---- criteria

  function askCriterion(question) {
    const { id, fields, levels } = form.criteria.find((one) => one.id === question.dataset.criterion);
    const at = `criteria.${id}`;
    const head = question.querySelector('h4');
    const behind = make('div', { className: 'behind-claim' });
    const own = draft.claim(id);
    if (!levels.some(([level]) => level === own.level)) own.level = '';
    const reason = control('long', `${at}.reason`, own.reason, (text) => (own.reason = text));
    const why = make('div', {}, make('label', { className: 'ask__label', for: reason.id, textContent: '[[write-reason]]' }), reason);
    const shown = make('div', {}, ...fields.filter((key) => !asked.has(key)).map(askField));
    const names = ['[[write-evidence]]', '[[write-evidence-hint]]'];
    const entries = fieldOf(form.evidence, `${at}.evidence`, own.evidence, names);
    // The line that unfolds them says the same.
    entries.querySelector('.field__name').classList.add('hidden');
    const further = make('details', {}, make('summary', { textContent: '[[write-evidence]]' }), entries);
    further.open = !fields.length || own.evidence.some((item) => Object.values(item).some(Boolean));
    behind.append(shown, further, why);

    function show() {
      behind.hidden = !own.level;
      // Who claims the whole owes no reason.
      why.hidden = own.level === 'met' && !own.reason;
      shown.hidden = further.hidden = !['met', 'partial'].includes(own.level);
    }
    const radios = [...levels, ['', '[[write-skip]]']].map(([value, label]) => {
      const radio = make('input', { type: 'radio', name: idOf(at), value, checked: value === own.level });
      radio.addEventListener('change', () => {
        own.level = value;
        show();
        changed();
      });
      return make('label', {}, radio, label);
    });
    const group = make('div', { className: 'levels', role: 'radiogroup', id: idOf(at), 'aria-labelledby': head.id }, ...radios);
    question.append(added(make('div', {}, group)), added(behind));
    // What stands behind a claim is asked below it, so nothing is said to be missing before that was gone through.
    question.addEventListener('focusout', ({ relatedTarget }) => {
      if (!own.level || question.contains(relatedTarget)) return;
      left(at);
    });
    show();
  }

  // ---- what comes of it

  const status = make('p', { id: '_status', role: 'status' });
  const faults = make('ul', { className: 'faults' });
  const name = make('code', { className: 'form__name' });
  const text = make('textarea', { id: '_text', className: 'form__text', readOnly: true, rows: 16, 'aria-labelledby': '_result' });
  const server = make('a', { target: '_blank', rel: 'noopener noreferrer', textContent: '[[write-server]]' });
  const serverNote = make('p', { className: 'ask__hint' });

  function describe(element, fault) {
    const id = `${element.id}-f`;
    const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
    if (fault) ids.push(id);
    if (ids.length) element.setAttribute('aria-describedby', ids.join(' '));
    else element.removeAttribute('aria-describedby');
    if (fault?.isError) element.setAttribute('aria-invalid', 'true');
    else element.removeAttribute('aria-invalid');
    let line = document.getElementById(id);
    if (!fault) {
      line?.remove();
      return;
    }
    if (!line) {
      line = added(make('p', { id }));
      element.after(line);
    }
    line.className = `fault fault--${fault.isError ? 'error' : 'warning'}`;
    line.textContent = FAULTS[fault.code];
  }

  const nameOf = (element) => {
    const label = element.labels?.[0] ?? document.getElementById(element.getAttribute('aria-labelledby'));
    const group = element.closest('.field')?.querySelector('.field__name');
    const words = (one) => one?.firstChild?.textContent.trim() ?? '';
    return group && words(group) !== words(label) ? `${words(group)}, ${words(label)}` : words(label);
  };

  function goTo(event) {
    const element = document.getElementById(event.target.hash.slice(1));
    const field = element?.matches('input, select, textarea') ? element : element?.querySelector('input');
    if (!field) return;
    event.preventDefault();
    for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }

  function lineOf({ at, code, isError }) {
    const element = at && document.getElementById(idOf(at));
    const className = `fault fault--${isError ? 'error' : 'warning'}`;
    if (!element) return make('li', { className, textContent: FAULTS[code] });
    const link = make('a', { href: `#${element.id}`, textContent: nameOf(element) || '[[write-title]]' });
    link.addEventListener('click', goTo);
    return make('li', { className }, link, `: ${FAULTS[code]}`);
  }

  let shown = new Set();

  function refresh() {
    const found = judge(given(), form, today());
    const visible = found.filter(({ at }) => isAllTold || told.has(at));
    const now = new Map();
    for (const fault of visible) {
      if (fault.at && (!now.has(fault.at) || fault.isError)) now.set(fault.at, fault);
    }
    for (const at of new Set([...shown, ...now.keys()])) {
      const element = document.getElementById(idOf(at));
      if (element) describe(element, now.get(at));
    }
    shown = new Set(now.keys());
    const errors = found.filter((fault) => fault.isError).length;
    const first = errors ? '[[write-errors]]' : '[[write-sound]]';
    const warnings = found.length - errors;
    if (isTouched || isAllTold) status.textContent = `${first.replace('#', errors)} ${warnings ? '[[write-warnings]]'.replace('#', warnings) : ''}`.trim();
    faults.replaceChildren(...(isAllTold ? [...found].sort((a, b) => b.isError - a.isError).map(lineOf) : []));
    const path = fileName(given(), form);
    name.textContent = path ?? '[[write-no-name]]';
    name.classList.toggle('form__name--none', !path);
    text.value = log(given(), form);
    lead(errors);
    return errors;
  }

  /** The way to the git server's page for a new file. */
  function lead(errors) {
    const path = fileName(given(), form);
    server.hidden = serverNote.hidden = !form.new_file || !path || errors > 0;
    if (server.hidden) return;
    const { address, in_folder: inFolder, text: parameter } = form.new_file;
    const at = path.lastIndexOf('/');
    const whole = inFolder ? `${address}${path.slice(0, at)}?filename=${path.slice(at + 1)}` : address + encodeURIComponent(path);
    const filled = parameter ? `${whole}&${parameter}=${encodeURIComponent(text.value)}` : '';
    const isFilled = filled !== '' && filled.length <= LONGEST_ADDRESS;
    server.href = isFilled ? filled : whole;
    serverNote.textContent = isFilled ? '[[write-server-filled]]' : '[[write-server-paste]]';
  }

  function tellAll() {
    isAllTold = true;
    const errors = refresh();
    if (errors) faults.querySelector('a')?.focus();
    return errors === 0;
  }

  function save() {
    if (!tellAll()) return;
    const url = URL.createObjectURL(new Blob([text.value], { type: 'text/markdown;charset=utf-8' }));
    const link = make('a', { href: url, download: name.textContent.split('/').pop() });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    status.textContent = '[[write-saved]]'.replace('#', name.textContent);
  }

  async function copy() {
    if (!tellAll()) return;
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select();
      document.execCommand('copy');
    }
    status.textContent = '[[write-copied]]'.replace('#', name.textContent);
  }

  function again() {
    draft.again();
    location.reload();
  }

  function back() {
    draft.back();
    location.reload();
  }

  function tellAbove(words, ...ways) {
    const line = ways.length ? [make('p', { className: 'form' }, ...ways)] : [];
    root.before(added(make('div', { className: 'notice', role: 'status' }, make('p', { textContent: words }), ...line)));
  }

  /** Two windows write into one draft: whoever writes last is kept, and both are told. */
  function heard({ key, newValue }) {
    if (key !== draft.key || newValue === null) return;
    removeEventListener('storage', heard);
    tellAbove('[[write-elsewhere]]');
  }

  // ---- the page

  document.getElementById('_form-off').hidden = true;
  const people = form.members.map(([id, label]) => make('option', { value: id, textContent: label }));
  root.append(added(make('datalist', { id: '_people' }, ...people)));
  root.querySelectorAll('[data-fact]').forEach(askFact);
  root.querySelectorAll('[data-criterion]').forEach(askCriterion);
  const more = root.querySelector('[data-body]');
  labelled(more, control('long', 'body', answers.body, (words) => (answers.body = words)));
  const others = form.fields.map(({ key }) => key).filter((key) => !asked.has(key));
  if (others.length) {
    more.before(added(make('details', { className: 'ask' }, make('summary', { textContent: '[[write-others]]' }), ...others.map(askField))));
  }
  if (says(answers)) tellAbove('[[write-restored]]', button('[[write-anew]]', again));
  else if (says(draft.before)) tellAbove('[[write-put-away]]', button('[[write-back]]', back));
  const saveButton = button('[[write-save]]', save, 'form__main');
  saveButton.id = '_save';
  const ways = make('div', { className: 'form__ways' }, saveButton, button('[[write-copy]]', copy), server, button('[[write-anew]]', again));
  root.append(added(make('section', { className: 'section', 'aria-labelledby': '_result' },
    make('h2', { id: '_result', textContent: '[[write-result]]' }), status, faults,
    make('p', {}, '[[write-file]] ', name), ways, serverNote, text)));
  refresh();
  addEventListener('pagehide', () => waiting && keep());
  addEventListener('storage', heard);
})();

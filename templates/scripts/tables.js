// Tables are sorted by the buttons in their heads, long ones filtered by what their rows say. What is chosen stands in
// the address behind `#?`, so that a link shares it: `#?tasks.time=late&tasks.sort=-3`. Rows that are people are sorted
// by name only: nobody is ranked. Arrow keys walk through a matrix. What the script adds carries `data-added`.
(() => {
  'use strict';
  const FEWEST_TO_SORT = 3;
  const FEWEST_TO_FILTER = 8;
  /** So many rows tell what a column holds. */
  const SAMPLES = 40;
  const STATE = '#?';
  const vietnamese = new Intl.Collator('vi', { numeric: true });
  const isEnglish = document.documentElement.lang === 'en';
  const TIMES = {
    overdue: '[[script-time-overdue]]',
    late: '[[script-time-late]]',
    drifting: '[[script-time-drifting]]',
    open: '[[script-time-open]]',
    excused: '[[script-time-excused]]',
    'on-time': '[[time-on-time]]',
    none: '[[script-time-none]]',
  };
  /** The signs of a narrow table, from least to most; the last two are not counted. */
  const SIGNS = ['0', '(½)', '½', '(1)', '1', '·', '–'];
  const CLAIMED = SIGNS.slice(0, 5);

  // -- what cells say

  const words = (node) => node?.textContent.trim() ?? '';
  const kindOf = (node, block) => node?.className.match(new RegExp(`${block}--([a-z-]+)`))?.[1];

  function number(text) {
    const [group, point] = isEnglish ? [/,/g, '.'] : [/\./g, ','];
    return Number(text.replace(group, '').replace(point, '.'));
  }

  /** `05/3/2026` or `5 March 2026`. */
  function day(text) {
    const [, date, month, year] = text.match(/^(\d+)[/ ](\d+|[A-Z][a-z]+)[/ ](\d{4})$/) ?? [];
    if (!year) return null;
    const place = Number(month) || 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month.slice(0, 3)) / 3 + 1;
    return { year, month: `${year}-${String(place).padStart(2, '0')}`, key: year * 10000 + place * 100 + Number(date) };
  }

  /** A percentage, else a part of a whole, else a number. */
  function figure(text) {
    const percent = text.match(/([\d.,]+)\s?%/);
    if (percent) return number(percent[1]);
    const [part, whole] = text.split('/').map(number);
    return Number.isNaN(part) || text === '' ? null : whole ? part / whole : part;
  }

  function change(node) {
    const size = figure(words(node).match(/[\d.,]+/)?.[0] ?? '') ?? 0;
    return kindOf(node, 'delta') === 'down' ? -size : size;
  }

  /** What a cell is sorted by; what has nothing to say stands last. */
  function keyOf(cell) {
    if (!cell || cell.colSpan > 1) return null;
    const time = cell.querySelector('.time');
    if (time) return Object.keys(TIMES).indexOf(kindOf(time, 'time')) * 1e5 - (parseInt(words(time).match(/\d+/), 10) || 0);
    const delta = cell.querySelector('.delta');
    if (delta) return change(delta);
    const text = words(cell);
    const sign = SIGNS.indexOf(text);
    if (cell.closest('.marks') && sign >= 0) return (sign + 2) % SIGNS.length;
    return day(text)?.key ?? figure(text);
  }

  function titleOf(row) {
    const head = row.querySelector('th');
    return words(head.querySelector('a') ?? head);
  }

  /** Given name, middle names, family name. */
  function nameKey(name) {
    const parts = name.split(/\s+/);
    const given = parts.pop();
    return [given, parts.slice(1).join(' '), parts[0] ?? ''];
  }

  function byName(a, b) {
    const [one, other] = [nameKey(a), nameKey(b)];
    return one.map((part, i) => vietnamese.compare(part, other[i])).find(Boolean) ?? 0;
  }

  // -- sorting

  class Sorting {
    constructor(table, changed) {
      this.changed = changed;
      this.isOfPeople = table.matches('.matrix, .people');
      this.bodies = [...table.tBodies].map((body) => [body, [...body.rows].filter((row) => !row.querySelector('[scope=rowgroup]'))]);
      this.heads = [...table.tHead.rows[0].cells].filter((head) => this.isSortable(head));
      this.heads.forEach((head) => this.addButton(head));
    }

    get rows() {
      return this.bodies.flatMap(([, rows]) => rows);
    }

    /** Columns of figures, dates and names; no head that is a link already. */
    isSortable(head) {
      const column = head.cellIndex;
      if (head.querySelector('a') || !words(head)) return false;
      const samples = this.rows.slice(0, SAMPLES).map((row) => row.cells[column]);
      if (samples.some((cell) => cell?.matches('th'))) return true;
      return !this.isOfPeople && samples.some((cell) => cell && keyOf(cell) !== null) && !samples.some((cell) => cell?.matches('.behind, .words:not(:has(.delta)), :has(svg)'));
    }

    addButton(head) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      button.addEventListener('click', () => {
        const now = head.ariaSort;
        this.sort(head.cellIndex, !now ? 1 : now === 'ascending' ? -1 : 0);
        this.changed();
      });
      head.append(button);
    }

    /** Rows stay among those of their group. Direction 0 is the order of the page. */
    sort(column, direction) {
      this.state = direction ? String(direction * (column + 1)) : '';
      for (const head of this.heads) {
        if (direction && head.cellIndex === column) head.ariaSort = direction > 0 ? 'ascending' : 'descending';
        else head.removeAttribute('aria-sort');
      }
      const isHead = this.rows.some((row) => row.cells[column]?.matches('th'));
      const order = isHead ? this.byTitle(direction) : this.byKey(column, direction);
      for (const [body, rows] of this.bodies) body.append(...(direction ? [...rows].sort(order) : rows));
    }

    byTitle(direction) {
      const compare = this.isOfPeople ? byName : vietnamese.compare;
      return (a, b) => direction * compare(titleOf(a), titleOf(b));
    }

    byKey(column, direction) {
      const keys = new Map(this.rows.map((row) => [row, keyOf(row.cells[column])]));
      return (a, b) => {
        const [one, other] = [keys.get(a), keys.get(b)];
        if (one === null || other === null) return (one === null) - (other === null);
        return direction * (one - other);
      };
    }

    get parameter() {
      return this.state;
    }

    set parameter(text) {
      const column = Math.abs(Number(text)) - 1;
      const isThere = this.heads.some((head) => head.cellIndex === column);
      if (isThere || this.state) this.sort(column, isThere ? Math.sign(Number(text)) : 0);
    }
  }

  // -- filtering: a facet says which values a row has, each with its key in the address and its words

  const memberOf = (link, label) => {
    const id = link?.href.match(/\/(?:tasks|members)\/([^/]+)\//)?.[1];
    return id && label ? [[id, label]] : [];
  };
  const member = { name: 'member', label: '[[member]]', order: ([, a], [, b]) => byName(a, b) };
  const period = { name: 'period', label: '[[period]]', order: ([a], [b]) => (a < b ? 1 : -1) };
  const time = {
    name: 'time',
    label: '[[timeliness]]',
    of: (row) => [kindOf(row.querySelector('.time'), 'time')].filter(Boolean).map((kind) => [kind, TIMES[kind]]),
  };
  const groupHead = (row) => row.parentNode.querySelector('.group');

  /** The year and the month of the last of these cells that is a date. */
  function periodOf(row, cells) {
    const date = cells.map((cell) => day(words(cell))).findLast(Boolean);
    if (!date) return [];
    return [[`${date.year}-99`, date.year], [date.month, date.month.split('-').reverse().map(Number).join('/')]];
  }

  function marksFacets(table) {
    const heads = [...table.tHead.rows[0].cells].slice(4).map((head) => words(head));
    const signs = (row, of) => [...row.cells].slice(4).map(words).filter((sign, i) => sign && (!of || heads[i] === of));
    return [
      { ...period, of: (row) => periodOf(row, [row.cells[2]]) },
      time,
      {
        name: 'criterion',
        label: '[[criterion]]',
        of: (row, chosen) => heads.filter((head) => chosen.sign || signs(row, head).some((sign) => CLAIMED.includes(sign))).map((head) => [head, head]),
      },
      {
        name: 'sign',
        label: '[[script-sign]]',
        order: ([a], [b]) => SIGNS.indexOf(a) - SIGNS.indexOf(b),
        of: (row, chosen) => signs(row, chosen.criterion).map((sign) => [sign, sign]),
      },
    ];
  }

  const FACETS = {
    tasks: () => [
      { ...member, of: (row) => memberOf(row.querySelector('a'), words(row.querySelector('th .sub'))) },
      { ...period, of: (row) => periodOf(row, [...row.cells].slice(1, 4)) },
      time,
    ],
    marks: marksFacets,
    ledger: () => [
      { ...member, of: (row) => memberOf(groupHead(row)?.querySelector('a'), words(groupHead(row)?.querySelector('a'))) },
      {
        ...period,
        of: (row) => {
          const key = row.parentNode.id.split('_')[1];
          return key ? [[key, words(groupHead(row)).replace(/^.*· (.*) \(.*$/, '$1')]] : [];
        },
      },
    ],
    claims: (table) => [
      { ...member, of: (row) => memberOf(groupHead(row)?.querySelector('a'), words(groupHead(row)?.querySelector('a'))) },
      { ...period, of: (row) => periodOf(row, [row.querySelector('th .sub')]) },
      { name: 'level', label: words(table.tHead.rows[0].cells[1]), of: (row) => [[words(row.cells[1]), words(row.cells[1])]] },
      {
        name: 'outcome',
        label: '[[outcome]]',
        of: (row) => [[kindOf(row.querySelector('.outcome'), 'outcome'), words(row.querySelector('.outcome'))]],
      },
    ],
    problems: () => [
      { name: 'severity', label: '[[script-severity]]', of: (row) => [[kindOf(row, 'problem'), words(row.querySelector('.severity'))]] },
      { name: 'code', label: '[[script-code]]', of: (row) => [words(row.querySelector('.problem__place code'))].map((code) => [code, code]) },
    ],
  };

  class Filter {
    constructor(place, rows, facets, isPaged, changed) {
      Object.assign(this, { rows, isPaged, changed, groups: [...new Set(rows.map((row) => row.closest('tbody, section')))] });
      this.facets = facets.map((facet) => ({ ...facet, select: this.select(facet) })).filter((facet) => facet.select);
      if (this.facets.length) place.before(this.bar());
    }

    get chosen() {
      return Object.fromEntries(this.facets.map((facet) => [facet.name, facet.select.value]));
    }

    /** A list of the values that there are; nothing when there is no choice. */
    select(facet) {
      const found = new Map(this.rows.flatMap((row) => facet.of(row, {})));
      if (found.size < 2) return null;
      const select = document.createElement('select');
      select.add(new Option('[[script-all]]', ''));
      const values = [...found];
      if (facet.order) values.sort(facet.order);
      values.forEach(([key, label]) => select.add(new Option(label, key)));
      select.addEventListener('change', () => {
        this.apply();
        this.changed();
      });
      return select;
    }

    bar() {
      const bar = document.createElement('div');
      bar.className = 'filters';
      bar.dataset.added = '';
      bar.setAttribute('role', 'group');
      bar.ariaLabel = '[[script-filter]]';
      for (const { label, select } of this.facets) {
        const field = document.createElement('label');
        field.append(`${label} `, select);
        bar.append(field);
      }
      this.reset = document.createElement('button');
      this.reset.type = 'button';
      this.reset.textContent = '[[script-reset]]';
      this.reset.addEventListener('click', () => {
        this.facets[0].select.focus();
        this.clear();
        this.changed();
      });
      this.status = document.createElement('p');
      this.status.setAttribute('role', 'status');
      bar.append(this.reset, this.status);
      this.apply(bar);
      return bar;
    }

    apply() {
      const { chosen } = this;
      const fits = (row) => this.facets.every(({ name, of }) => !chosen[name] || of(row, chosen).some(([key]) => key === chosen[name]));
      for (const row of this.rows) row.hidden = !fits(row);
      for (const group of this.groups) group.hidden = this.rows.every((row) => !group.contains(row) || row.hidden);
      const shown = this.rows.filter((row) => !row.hidden).length;
      const text = this.isPaged ? '[[script-rows-of-page]]' : '[[script-rows]]';
      this.status.textContent = text.replace('%1', shown).replace('%2', this.rows.length);
      this.reset.hidden = !Object.values(chosen).some(Boolean);
    }

    clear() {
      for (const { select } of this.facets) select.value = '';
      this.apply();
    }

    set(name, key) {
      const select = this.facets.find((facet) => facet.name === name)?.select;
      if (!select) return;
      select.value = key;
      if (select.selectedIndex < 0) select.value = '';
    }
  }

  // -- arrow keys lead from entry to entry of a matrix, over those that lead nowhere

  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  function step(event) {
    const [down, right] = STEPS[event.key] ?? [];
    const from = event.target.closest('th, td');
    if (down === undefined || !from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const rows = [...event.currentTarget.rows];
    let row = rows.indexOf(from.parentNode);
    let column = from.cellIndex;
    let cell;
    do {
      row += down;
      column += right;
      cell = rows[row]?.cells[column];
    } while (cell && !cell.querySelector('a, button'));
    cell?.querySelector('a, button').focus();
  }

  // -- the address

  const parts = [];

  function write() {
    const state = new URLSearchParams();
    for (const { name, sorting, filter } of parts) {
      if (sorting?.parameter) state.set(`${name}.sort`, sorting.parameter);
      for (const [facet, key] of Object.entries(filter?.chosen ?? {})) if (key) state.set(`${name}.${facet}`, key);
    }
    const page = location.href.split('#')[0];
    const text = state.toString();
    history.replaceState(null, '', text ? page + STATE + text : page);
  }

  function read() {
    if (!location.hash.startsWith(STATE)) return showTarget();
    const state = new URLSearchParams(location.hash.slice(STATE.length));
    for (const { name, sorting, filter } of parts) {
      if (sorting) sorting.parameter = state.get(`${name}.sort`) ?? '';
      if (!filter?.facets.length) continue;
      for (const facet of filter.facets) filter.set(facet.name, state.get(`${name}.${facet.name}`) ?? '');
      filter.apply();
    }
  }

  /** A link to a row shows the row, whatever is filtered. */
  function showTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest('[hidden]')) return;
    parts.forEach(({ filter }) => filter?.facets.length && filter.clear());
    target.scrollIntoView();
  }

  function addTable(table) {
    const name = table.caption?.id.replace(/^_t-/, '');
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.querySelector('[scope=rowgroup]'));
    const kind = ['tasks', 'marks', 'ledger', 'claims'].find((kind) => table.classList.contains(kind));
    const part = { name };
    if (table.classList.contains('matrix')) table.addEventListener('keydown', step);
    if (kind !== 'claims' && kind !== 'ledger' && rows.length >= FEWEST_TO_SORT) part.sorting = new Sorting(table, write);
    const hasFilter = kind && (kind !== 'claims' || name === 'records') && rows.length >= FEWEST_TO_FILTER;
    const place = table.closest('.scroll') ?? table;
    if (hasFilter) part.filter = new Filter(place, rows, FACETS[kind](table), Boolean(document.querySelector('main .pager')), write);
    parts.push(part);
  }

  function addProblems() {
    const sections = document.querySelectorAll('main > .problems');
    const rows = [...document.querySelectorAll('main > .problems .problem')];
    if (rows.length < FEWEST_TO_FILTER) return;
    const filter = new Filter(sections[0], rows, FACETS.problems(), Boolean(document.querySelector('main .pager')), write);
    parts.push({ name: 'problems', filter });
  }

  document.querySelectorAll('main :is(.figs, .matrix, .tasks, .marks, .ledger, .claims)').forEach(addTable);
  addProblems();
  read();
  addEventListener('hashchange', read);
})();

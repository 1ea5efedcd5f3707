// Searches a built site as a person does: `node search.mjs SCRIPT WORDS SITE HOSTILE`, run where puppeteer-core and axe-core
// are installed. SCRIPT is templates/scripts/search.js, WORDS what examples/search_words.rs wrote, SITE that of the sample
// cell, HOSTILE that of the hostile one.
//
// First the script's words are held against the program's. Then Chromium opens the sites by file:// and types. Prints every
// fault and how soon the first answers came; exit status 1 if there is a fault.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

const require = createRequire(join(process.cwd(), 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Longer than this no answer may take, even on a busy machine; what it takes on a quiet one is in docs/performance.md. */
const LATEST = 2000;

const faults = [];
const hold = (is, fault) => is || faults.push(fault);

/** What the script makes of words against what the program made of them. */
function twins(script, list) {
  const context = vm.createContext({});
  vm.runInContext(readFileSync(script, 'utf8'), context);
  const lines = readFileSync(list, 'utf8').split('\n').filter(Boolean);
  hold(lines.length > 5000, `only ${lines.length} words to compare`);
  for (const line of lines) {
    const [word, key, form] = JSON.parse(line);
    const found = context.hieucanSearch.words(word).at(-1);
    const same = found && found.key === key && found.form === form && word.slice(found.start, found.end) === word;
    hold(same, `${JSON.stringify(word)} is ${key} ${form} to the program, ${found?.key} ${found?.form} to the script`);
  }
  return lines.length;
}

function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of (process.env.PATH ?? '').split(':')) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error('no Chromium on the PATH');
}

const [script, list, site, hostile] = process.argv.slice(2).map((path) => resolve(path));
if (!hostile) throw new Error('usage: node search.mjs SCRIPT WORDS SITE HOSTILE');
const address = (root, path, fragment = '') => pathToFileURL(join(root, path)).href + fragment;

async function opened(browser, url, options = {}) {
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error}`));
  page.on('requestfailed', (request) => faults.push(`not loaded: ${request.url()}`));
  page.on('request', (request) => /^(file|data):/.test(request.url()) || faults.push(`request: ${request.url()}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.setJavaScriptEnabled(options.script ?? true);
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** Waits until the number of results, or that there are none, is told. */
const told = (page) =>
  page.waitForFunction(() => document.getElementById('_found').textContent !== '', { timeout: LATEST * 4 });

/** The results that stand on the page: kinds with their rows. */
async function results(page) {
  await told(page);
  return page.evaluate(() => {
    const row = (row) => ({
      title: row.querySelector('a').textContent,
      href: row.querySelector('a').href,
      marks: Array.from(row.querySelectorAll('mark'), (mark) => mark.textContent),
      text: row.textContent,
    });
    const group = (group) => ({
      kind: group.querySelector('h2').id.slice(3),
      count: Number(group.querySelector('h2').textContent.match(/\(([0-9.,]+)\)/)[1].replace(/[.,]/, '')),
      rows: Array.from(group.querySelectorAll('li'), row),
    });
    return Array.from(document.querySelectorAll('#_results > section'), group);
  });
}

/** Opens the search anew, types `query` letter by letter and reads what is found. */
async function found(browser, query) {
  const page = await opened(browser, address(site, 'search/index.html'));
  await page.keyboard.type(query);
  // The last letter's answer follows those before it.
  await page.waitForFunction((query) => decodeURIComponent(location.hash).startsWith(`#q=${query}`), {}, query);
  await new Promise((done) => setTimeout(done, 300));
  const groups = await results(page);
  await page.close();
  return groups;
}

const first = (groups, kind) => groups.find((group) => group.kind === kind)?.rows[0];
const links = (groups) => groups.flatMap(({ rows }) => rows.map(({ href }) => href));

/** Words with and without marks, numbers, names and periods find what they mean. */
async function finds(browser) {
  const plain = await found(browser, 'ke hoach');
  hold(/kế hoạch/i.test(first(plain, 'logs')?.title), `«ke hoach» finds first ${first(plain, 'logs')?.title}`);
  hold(first(plain, 'logs')?.marks.some((mark) => /^kế$/i.test(mark)), '«ke hoach» marks no kế');
  const written = await found(browser, 'kế hoạch');
  const decomposed = await found(browser, 'kế hoạch'.normalize('NFD'));
  hold(links(written).length > 0 && String(links(written)) === String(links(decomposed)), 'decomposed letters find other pages');

  for (const query of ['đường', 'đuong', 'duong']) {
    const { rows = [] } = (await found(browser, query)).find(({ kind }) => kind === 'logs') ?? {};
    const has = rows.map(({ marks }) => marks.some((mark) => /^đường$/i.test(mark)));
    hold(query === 'duong' ? has.includes(true) : has[0], `«${query}» finds first ${rows[0]?.title}`);
    hold(query !== 'đường' || !has.includes(true, has.indexOf(false) + 1) || !has.includes(false), `«${query}» finds others between its own`);
  }
  const progress = (await found(browser, 'chậm tiến độ')).flatMap(({ rows }) => rows.flatMap(({ marks }) => marks));
  const others = progress.filter((mark) => !/^(chậm|tiến|độ.*)$/i.test(mark));
  hold(progress.length > 0 && others.length === 0, `«chậm tiến độ» marks ${others}`);
  const slip = await found(browser, 'kẹ hoách');
  hold(/kế hoạch/i.test(first(slip, 'logs')?.title), `«kẹ hoách» finds first ${first(slip, 'logs')?.title}`);
  hold(String(links(await found(browser, 'hòa'))) === String(links(await found(browser, 'hoà'))), 'hòa is not hoà');

  const period = await found(browser, 'quý 2 2026');
  hold(period[0]?.rows[0]?.href.endsWith('/periods/2026-q2/index.html'), `«quý 2 2026» finds ${period[0]?.rows[0]?.href}`);
  const name = JSON.parse(readFileSync(join(site, 'data/records.json'), 'utf8')).rows[0].member;
  const member = await found(browser, name.replaceAll('-', ' '));
  hold(member[0]?.rows[0]?.href.endsWith(`/members/${name}/index.html`), `${name} is not found first but ${member[0]?.rows[0]?.href}`);
  for (const row of member.find(({ kind }) => kind === 'logs')?.rows.slice(0, 3) ?? []) {
    hold(row.href.includes(`/tasks/${name}/`), `${name} as words finds ${row.href} before the member's own logs`);
  }
  const criterion = await found(browser, 'C4');
  hold(first(criterion, 'criteria')?.href.endsWith('/criteria/C4/index.html'), '«C4» does not find the criterion');

  const numbers = /(\d+-[A-Z]+\/[A-Z]+)/;
  const output = first(await found(browser, 'bc bth'), 'documents')?.title.match(numbers)?.[0];
  const document = await found(browser, output ?? '?');
  hold(output && first(document, 'documents')?.title.includes(output), `«${output}» does not find the document`);
  hold(document.every(({ rows }) => rows.every(({ text }) => text.includes(output))), `«${output}» finds other numbers`);
  hold((await found(browser, 'zzqx')).length === 0, '«zzqx» finds something');
  for (const href of links([...plain, ...document, ...period, ...member])) {
    hold(existsSync(fileURLToPath(href.split('#')[0])), `${href} is not there`);
  }
}

/** The number in the hint is one that is found, on one line. */
async function hints(browser) {
  const page = await opened(browser, address(site, 'search/index.html'));
  await page.waitForSelector('#_hint .nowrap');
  const number = await page.$eval('#_hint .nowrap', (one) => one.textContent);
  await page.close();
  hold(first(await found(browser, number), 'documents')?.title.includes(number), `the hint's ${number} is not found`);
}

/** The kinds, «more», the fragment and the key work from the keyboard. */
async function keys(browser) {
  const page = await opened(browser, address(site, 'tasks/index.html'));
  await page.keyboard.press('/');
  await page.waitForSelector('#_q:focus');
  await page.keyboard.type('chi bo');
  await told(page);
  await new Promise((done) => setTimeout(done, 300));
  const press = async (selector) => {
    await page.focus(selector);
    await page.keyboard.press('Enter');
    await new Promise((done) => setTimeout(done, 500));
  };
  await press('#_kinds button:nth-child(5)');
  const logs = await results(page);
  hold(logs.length === 1 && logs[0].kind === 'logs', 'the button shows other kinds too');
  hold(page.url().endsWith('&kind=logs'), `the kind is not in the address: ${page.url()}`);
  const pressed = await page.evaluate(() => document.activeElement.getAttribute('aria-pressed'));
  hold(pressed === 'true', 'the button loses the focus');
  if (logs[0]?.count > logs[0]?.rows.length) {
    await press('.found__more');
    const more = await results(page);
    hold(more[0].rows.length > logs[0].rows.length, 'no more is shown');
    hold(new Set(links(more)).size === links(more).length, 'a result stands twice');
  }
  await page.reload();
  const again = await results(page);
  hold(String(links(again)) === String(links(logs)), 'the address does not bring the same results');
  await page.close();
}

/** The page with results is accessible, in both themes. */
async function accessible(browser) {
  for (const theme of ['light', 'dark']) {
    const page = await opened(browser, address(site, 'search/index.html', '#q=ke%20hoach'));
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await results(page);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], preload: false }));
    violations.forEach(({ id, nodes }) => faults.push(`axe ${id} (${theme}): ${nodes[0].target} ${nodes[0].failureSummary}`));
    await page.close();
  }
}

/** Without scripts the page says where to look; and what is typed or written is never read as markup. */
async function harmless(browser) {
  const off = await opened(browser, address(site, 'search/index.html'), { script: false });
  const shown = await off.$$eval('#_search a', (links) => links.map((link) => link.getAttribute('href')));
  hold(shown.join() === '../tasks/index.html,../ledgers/index.html,../criteria/index.html', `without scripts: ${shown}`);
  hold((await off.$('#_q')) === null, 'without scripts there is a field');
  await off.close();
  const markup = '<img src=x onerror=alert(1)>';
  for (const query of [markup, 'script alert', '__proto__', 'constructor', '%', '&kind=x', 'https', 'onerror', '\u202e', ':,"\\']) {
    const page = await opened(browser, address(hostile, 'search/index.html', `#q=${encodeURIComponent(query)}`));
    await new Promise((done) => setTimeout(done, 400));
    const odd = await page.$$eval('#_search *', (all) => all.map((one) => one.localName).filter((name) => /script|img|iframe|svg|style/.test(name)));
    hold(odd.length === 0, `${query}: ${odd}`);
    hold((await page.$eval('#_q', (field) => field.value)) === query, `${query} is not in the field`);
    await page.close();
  }
}

/** How soon after the last letter the first results stand there, the files not yet read. */
async function firstAnswer(browser, query) {
  const page = await opened(browser, address(site, 'search/index.html'));
  const took = await page.evaluate(
    (query) =>
      new Promise((done) => {
        const [field, start] = [document.getElementById('_q'), performance.now()];
        new MutationObserver(() => done(performance.now() - start)).observe(document.getElementById('_results'), { childList: true });
        field.value = query;
        field.dispatchEvent(new Event('input'));
      }),
    query,
  );
  await page.close();
  hold(took < LATEST, `«${query}» took ${took.toFixed(0)} ms`);
  return `${query} ${took.toFixed(0)} ms`;
}

const compared = twins(script, list);
const profile = mkdtempSync(join(tmpdir(), 'hieucan-search-'));
const browser = await puppeteer.launch({ executablePath: chromium(), headless: true, args: FLAGS, userDataDir: profile });
const answers = [];
try {
  await finds(browser);
  await hints(browser);
  await keys(browser);
  await accessible(browser);
  await harmless(browser);
  for (const query of ['ke hoach', 'đường', 'nguyen']) answers.push(await firstAnswer(browser, query));
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
faults.forEach((fault) => console.log(`  ${fault}`));
console.log(`search: ${compared} words compared, first answers ${answers.join(', ')}; ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;

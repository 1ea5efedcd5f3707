// Looks at a built site in a browser: `node check.mjs SITE…`, run where puppeteer-core, axe-core and vnu-jar are installed.
//
// For one page of every kind, in light and in dark, opened by file://: no console error, no request but file://, no
// violation that axe finds. The Nu checker then reads the same pages. Prints every fault; exit status 1 if there is one.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.cwd(), 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const nuChecker = join(process.cwd(), 'node_modules/vnu-jar/build/dist/vnu.jar');

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

/** The kinds of pages by their path; `<p>` is a period, `*` any name. The first page that fits is looked at. */
const KINDS = [
  ['home', 'index.html'],
  ['year', 'periods/<year>/index.html'],
  ['quarter', 'periods/<quarter>/index.html'],
  ['members', 'members/index.html'],
  ['member', 'members/*/index.html'],
  ['member period', 'members/*/<quarter>/index.html'],
  ['criteria', 'criteria/index.html'],
  ['criterion', 'criteria/*/index.html'],
  ['criterion period', 'criteria/*/<quarter>/index.html'],
  ['tasks', 'tasks/index.html'],
  ['task', 'tasks/*/*/index.html'],
  ['ledgers', 'ledgers/index.html'],
  ...['coordination', 'weaknesses', 'deadlines', 'references', 'plans'].map((name) => [`ledger ${name}`, `ledgers/${name}/index.html`]),
  ['problems', 'problems/index.html'],
];

/** Every page of the site, as paths with `/`, in order. */
function pagesOf(site, folder = '') {
  const entries = readdirSync(join(site, folder)).sort();
  return entries.flatMap((name) => {
    const path = folder ? `${folder}/${name}` : name;
    if (statSync(join(site, path)).isDirectory()) return pagesOf(site, path);
    return path.endsWith('.html') ? [path] : [];
  });
}

/** Of each kind the largest page, since it shows the most; and of tasks the largest faulty one. */
function chosen(site) {
  const pages = pagesOf(site);
  const size = (page) => statSync(join(site, page)).size;
  const largest = (some) => some.reduce((best, page) => (best && size(best) >= size(page) ? best : page), undefined);
  const found = KINDS.map(([kind, pattern]) => {
    const shape = pattern
      .replaceAll('.', '\\.')
      .replaceAll('*', '[^/]+')
      .replaceAll('<year>', '[0-9]{4}')
      .replaceAll('<quarter>', '[0-9]{4}-q[1-4]');
    return [kind, largest(pages.filter((page) => new RegExp(`^${shape}$`).test(page)))];
  });
  const { rows } = JSON.parse(readFileSync(join(site, 'data/records.json'), 'utf8'));
  const faulty = new Set(rows.filter((row) => row.errors > 0).map((row) => `tasks/${row.id}/index.html`));
  found.push(['faulty task', largest(pages.filter((page) => faulty.has(page)))]);
  for (const [kind, page] of found) {
    if (!page && kind !== 'faulty task') throw new Error(`${site} has no page of the kind: ${kind}`);
  }
  return found.filter(([, page]) => page).map(([, page]) => page);
}

/** The faults that a browser finds on one page. */
async function looked(browser, file, theme) {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error}`));
  page.on('requestfailed', (request) => faults.push(`not loaded: ${request.url()}`));
  page.on('request', (request) => /^(file|data):/.test(request.url()) || faults.push(`request: ${request.url()}`));
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  await page.evaluate(axe);
  // Without preload: axe would fetch the style sheet a second time, which no page may do under file://.
  const options = { resultTypes: ['violations'], preload: false };
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), options);
  for (const violation of violations) {
    const places = violation.nodes.slice(0, 4).map((node) => `\n      ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`);
    faults.push(`axe ${violation.id} (${violation.nodes.length}): ${violation.help}${places.join('')}`);
  }
  await page.close();
  return faults;
}

/** The errors that the Nu checker finds, a line each; its warnings are not asked for. */
function checkedByNu(files) {
  const run = spawnSync('java', ['-jar', nuChecker, '--errors-only', '--stdout', '--format', 'gnu', ...files], { encoding: 'utf8' });
  if (run.error) throw run.error;
  return [...new Set(run.stdout.split('\n').filter(Boolean))].concat(run.status > 1 ? [run.stderr] : []);
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

const sites = process.argv.slice(2).map((site) => resolve(site));
if (sites.length === 0) throw new Error('usage: node check.mjs SITE…');
const profile = mkdtempSync(join(tmpdir(), 'hieucan-pages-'));
const browser = await puppeteer.launch({ executablePath: chromium(), headless: true, args: FLAGS, userDataDir: profile });
let seen = 0;
let bad = 0;
const told = (place, faults) => {
  bad += faults.length;
  faults.forEach((fault) => console.log(`  ${place}: ${fault}`));
};
try {
  for (const site of sites) {
    const pages = chosen(site);
    for (const page of pages) {
      for (const theme of ['light', 'dark']) {
        seen += 1;
        told(`${page} (${theme})`, await looked(browser, join(site, page), theme));
      }
    }
    told('Nu checker', checkedByNu(pages.map((page) => join(site, page))));
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(`pages: ${seen} looked at, ${bad} faults`);
process.exitCode = bad ? 1 : 0;

// Opens the site of a cell made of attacks: `node hostile.mjs SITE`, run where puppeteer-core is installed.
//
// The largest page of every kind and every page of a task by file://, and of those of tasks every eighth by http on
// loopback below a path, where the same bytes are served: no dialog,
// no script run (`window.__ran`), no frame, no further window, no request to another host, no console error. Prints
// every fault; exit status 1 if there is one.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.cwd(), 'package.json'));
const puppeteer = require('puppeteer-core');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  // A request that should not be made does not leave this machine either.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const BELOW = '/chi-bo/trang';
/** The browser asks for it by itself. */
const ICON = '/favicon.ico';
const TABS = 6;
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.png': 'image/png', '.svg': 'image/svg+xml', '.json': 'application/json' };

/** Every page of the site, as paths with `/`, in order. */
function pagesOf(site, folder = '') {
  return readdirSync(join(site, folder)).sort().flatMap((name) => {
    const path = folder ? `${folder}/${name}` : name;
    if (statSync(join(site, path)).isDirectory()) return pagesOf(site, path);
    return path.endsWith('.html') && !path.startsWith('files/') ? [path] : [];
  });
}

/** The kind of a page: the first folder, what of the rest is a period, and how deep it lies. */
function kindOf(page) {
  const [first, ...rest] = page.split('/');
  return [first, ...rest.map((name) => (/^\d{4}(-(q|h)?\d+)?$/.test(name) ? name.replaceAll(/\d/g, '9') : '*'))].join('/');
}

/** Every page of a task, and of every other kind the largest. */
function chosen(site) {
  const largest = new Map();
  const tasks = [];
  const size = (page) => statSync(join(site, page)).size;
  for (const page of pagesOf(site)) {
    const kind = kindOf(page);
    const best = largest.get(kind);
    if (page.startsWith('tasks/') && page !== 'tasks/index.html') tasks.push(page);
    else if (!best || size(best) < size(page)) largest.set(kind, page);
  }
  return [...largest.values(), ...tasks];
}

/** Serves `site` below a path of a loopback port. */
async function served(site) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
    let file = resolve(join(site, path.slice(BELOW.length)));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (path === ICON) {
      response.writeHead(204).end();
      return;
    }
    if (!path.startsWith(`${BELOW}/`) || !file.startsWith(site + sep) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

/** A tab that notes what a page does; `base` is where every request must go. */
async function tab(browser, base) {
  const page = await browser.newPage();
  const state = { page, faults: [] };
  page.on('dialog', async (dialog) => {
    state.faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('popup', () => state.faults.push('a further window'));
  page.on('console', (message) => message.type() === 'error' && state.faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => state.faults.push(`script: ${error}`));
  page.on('requestfailed', (request) => state.faults.push(`not loaded: ${request.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    const allowed = url.startsWith(base) || url.startsWith('data:') || url === new URL(ICON, base).href;
    if (!allowed) state.faults.push(`request: ${url}`);
  });
  return state;
}

/** The faults of one page. */
async function looked(state, url) {
  state.faults = [];
  await state.page.goto(url, { waitUntil: 'load' });
  // What is behind a fold is shown, and pictures below the screen are loaded: they act only then.
  const found = await state.page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const image of document.images) image.loading = 'eager';
    return {
      ran: typeof window.__ran,
      frames: document.querySelectorAll('iframe, frame, frameset, object, embed, portal').length + window.frames.length,
      scripts: [...document.scripts].filter((script) => !/\/assets\/[a-z]+-[0-9a-f]{8}\.js$/.test(script.src) || script.textContent).length,
      at: location.href,
    };
  });
  await state.page.evaluate(() => new Promise((painted) => setTimeout(painted, 5)));
  const later = await state.page.evaluate(() => typeof window.__ran);
  if (found.ran !== 'undefined' || later !== 'undefined') state.faults.push('a script ran');
  if (found.frames || state.page.frames().length > 1) state.faults.push('a frame');
  if (found.scripts) state.faults.push('a script');
  if (found.at !== url) state.faults.push(`went to ${found.at}`);
  return state.faults;
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

if (process.argv.length !== 3) throw new Error('usage: node hostile.mjs SITE');
const site = resolve(process.argv[2]);
const pages = chosen(site);
if (pages.length < 500) throw new Error(`${site} has only ${pages.length} pages to look at`);
const server = await served(site);
const profile = mkdtempSync(join(tmpdir(), 'hieucan-hostile-'));
const browser = await puppeteer.launch({ executablePath: chromium(), headless: true, args: FLAGS, userDataDir: profile });
let seen = 0;
let bad = 0;
try {
  const web = `http://127.0.0.1:${server.address().port}${BELOW}/`;
  for (const base of [`${pathToFileURL(site).href}/`, web]) {
    const waiting = pages.filter((page, i) => base !== web || !/^tasks\/.+\//.test(page) || i % 8 === 0);
    const work = async () => {
      const state = await tab(browser, base);
      for (let page = waiting.shift(); page; page = waiting.shift()) {
        const url = new URL(page.split('/').map(encodeURIComponent).join('/'), base).href;
        const faults = await looked(state, url);
        seen += 1;
        bad += faults.length;
        faults.forEach((fault) => console.log(`  ${url}: ${fault}`));
      }
      await state.page.close();
    };
    await Promise.all(Array.from({ length: TABS }, work));
  }
} finally {
  await browser.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(`hostile pages: ${seen} looked at, ${bad} faults`);
process.exitCode = bad ? 1 : 0;

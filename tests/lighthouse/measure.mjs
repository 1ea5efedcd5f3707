// Lighthouse on pages of a built site, served on loopback below a path: `node measure.mjs SITE PAGE…`, run where
// lighthouse is installed (see `run`). As on a phone of the middle class over a slow network, which is what Lighthouse
// simulates when nothing else is said. Exit status 1 when a page is under 100 for accessibility or best practices, or
// under 95 for performance.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const installed = createRequire(join(process.cwd(), 'package.json'));
const { default: lighthouse } = await import(pathToFileURL(installed.resolve('lighthouse')).href);
const { launch } = await import(pathToFileURL(installed.resolve('chrome-launcher')).href);

const BELOW = '/chi-bo/trang/';
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json' };
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100 };
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** Serves `site`, compressed as every server does. */
async function served(site) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
    const file = resolve(join(site, path.slice(BELOW.length)));
    if (!path.startsWith(BELOW) || !file.startsWith(site + sep) || !existsSync(file)) {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'max-age=31536000' };
    response.writeHead(200, headers).end(gzipSync(readFileSync(file)));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

const [site, ...pages] = process.argv.slice(2);
if (!site || pages.length === 0) throw new Error('usage: node measure.mjs SITE PAGE…');
const server = await served(resolve(site));
const chrome = await launch({ chromeFlags: FLAGS, chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
let bad = 0;
try {
  console.log(`| page | ${Object.keys(LEAST).join(' | ')} |\n|---|--:|--:|--:|`);
  for (const page of pages) {
    const url = `http://127.0.0.1:${server.address().port}${BELOW}${page}`;
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: 'error' });
    const scores = Object.keys(LEAST).map((name) => Math.round(lhr.categories[name].score * 100));
    console.log(`| \`${page}\` | ${scores.join(' | ')} |`);
    for (const [i, [name, least]] of Object.entries(LEAST).entries()) {
      if (scores[i] >= least) continue;
      bad += 1;
      const refs = lhr.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1);
      refs.forEach(({ id }) => console.log(`  ${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`));
    }
  }
} finally {
  chrome.kill();
  server.close();
}
process.exitCode = bad ? 1 : 0;

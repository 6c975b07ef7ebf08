// Opens the example page of clients/typescript as a reader does, finds an official in Arabic and looks at the meetings. Tells what
// was shown as JSON on standard output.
// Usage: node run-example.mjs <folder of the built page> <address of the endpoint> <path of the browser> <path for the screenshot>
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [folder, endpoint, executablePath, screenshot] = process.argv.slice(2);
const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' };

// Another origin than the server's, as in life.
const pages = createServer(async (request, response) => {
  const file = new URL(request.url, 'http://page').pathname.slice(1) || 'index.html';
  try {
    response.setHeader('content-type', types[file.split('.').at(-1)] ?? 'text/plain');
    response.end(await readFile(join(folder, file)));
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise(listening => pages.listen(0, '127.0.0.1', listening));

const browser = await chromium.launch({
  executablePath,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});

try {
  const page = await browser.newPage();
  const mistakes = [];
  const asked = [];
  page.on('pageerror', error => mistakes.push(error.message));
  page.on('console', message => { if (message.type() === 'error') mistakes.push(message.text()); });
  page.on('request', request => { if (request.url().startsWith(endpoint)) asked.push(`${request.method()} ${new URL(request.url()).searchParams.get('documentId')}`); });
  page.setDefaultTimeout(60_000);

  await page.goto(`http://127.0.0.1:${pages.address().port}/?endpoint=${encodeURIComponent(endpoint)}&language=en`);
  const before = await shownOf(page);
  await page.getByLabel('Language').selectOption('ar');
  await page.getByRole('searchbox').fill('حموشي');
  await page.getByRole('button', { name: 'عبد اللطيف حموشي' }).click();
  await page.getByRole('heading', { level: 2 }).waitFor();
  await page.screenshot({ path: screenshot, fullPage: true });
  const after = await shownOf(page);
  const meetings = await page.locator('#detail ol li').allInnerTexts();
  const links = await page.locator('#detail a').evaluateAll(all => all.map(link => link.href));
  const answers = await Promise.all(links.map(async link => `${new URL(link).pathname} ${(await fetch(link, { headers: { accept: 'text/html, */*;q=0.1' } })).headers.get('content-type')}`));

  console.log(JSON.stringify({ before, after, meetings, answers, asked: [...new Set(asked)], mistakes }));
} finally {
  await browser.close();
  pages.close();
}

async function shownOf(page) {
  return page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: getComputedStyle(document.body).direction,
    title: document.title,
    heading: document.querySelector('#detail h2')?.textContent ?? null,
  }));
}

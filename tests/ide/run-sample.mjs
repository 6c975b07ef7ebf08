// Opens the IDE as a newcomer does, runs the sample operation and tells what happened, as JSON on standard output.
// Usage: node run-sample.mjs <address of the IDE> <path of the browser> <path for the screenshot>
import { chromium } from 'playwright-core';

const [address, executablePath, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});

try {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const outside = [];
  const violations = [];
  const refused = [];

  // Whatever leaves this machine is told, and does not leave it.
  await context.route(url => url.host !== new URL(address).host, route => {
    outside.push(route.request().url());
    return route.abort();
  });
  context.on('response', response => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });

  const page = await context.newPage();
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  await page.getByText('Create Document').click();
  await page.getByText('Schema available').waitFor();

  const run = page.getByRole('button', { name: 'Run', exact: true });
  const answered = page.waitForResponse(response =>
    response.request().method() === 'POST' && (response.request().postData() ?? '').includes('HammouchiMeetings'));
  await run.click();
  const answer = await (await answered).json();

  // The editor that shows the answer draws its lines some time after it has come.
  const lines = page.locator('.view-lines').filter({ hasText: '"data"' });
  await lines.waitFor();
  const shown = await lines.innerText();
  await page.screenshot({ path: screenshot });

  console.log(JSON.stringify({ answer, shown, outside, refused, violations }));
} finally {
  await browser.close();
}

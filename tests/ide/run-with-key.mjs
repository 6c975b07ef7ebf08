// Enters a key in the IDE's connection settings, runs the sample operation and tells what was sent and answered, as JSON.
// Usage: node run-with-key.mjs <address of the IDE> <path of the browser> <key>
import { chromium } from 'playwright-core';

const [address, executablePath, key] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});

try {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  await context.route(url => url.host !== new URL(address).host, route => route.abort());
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  await page.getByText('Create Document').click();
  await page.getByText('Schema available').waitFor();

  await page.locator('[aria-label="Connection Settings"], [title="Connection Settings"]').first().click();
  await page.getByText('Authorization', { exact: true }).click();
  await page.locator('select:has(option[value="bearer"])').selectOption('bearer');
  await page.locator('#token').fill(key);
  await page.getByText('Apply', { exact: true }).click();
  await page.getByText('Apply', { exact: true }).waitFor({ state: 'hidden' });

  // On its first visit the page loads itself anew once its service worker is there, which may come between.
  let response;
  for (let attempt = 1; !response; attempt++) {
    const answered = page.waitForResponse(
      candidate => candidate.request().method() === 'POST' && (candidate.request().postData() ?? '').includes('HammouchiMeetings'),
      { timeout: 20_000 });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    response = await answered.catch(error => {
      if (attempt === 5) throw error;
    });
  }

  console.log(JSON.stringify({
    sent: (await response.request().allHeaders()).authorization ?? null,
    status: response.status(),
    answer: await response.json(),
  }));
} finally {
  await browser.close();
}

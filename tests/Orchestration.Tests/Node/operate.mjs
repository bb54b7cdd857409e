// An operator at work in a browser: signs in with a link, watches the list of sends, pauses one in another window with the keyboard alone, sees the
// list change by itself, and loses the connection. Prints what was seen, as one JSON line.
// node operate.mjs BROWSER LINK KEY
import { chromium } from 'playwright-core';

const [executablePath, link, key] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const list = await context.newPage();
  await list.goto(link);
  await list.getByRole('button', { name: 'Ouvrir ma session' }).click();
  await list.waitForURL(/\/api\/operations\?/);
  const seen = { heading: await list.getByRole('heading', { level: 1 }).innerText() };

  const one = await context.newPage();
  await one.goto(new URL(`/api/operations/sends/${key}/actions/pause`, link).href);
  await one.keyboard.press('Tab');
  seen.skip = await one.evaluate(() => document.activeElement.textContent);
  await one.keyboard.press('Enter');
  await one.keyboard.press('Tab');
  seen.first = await one.evaluate(() => document.activeElement.id);
  await one.keyboard.type('Lien faux');
  await one.keyboard.press('Tab');
  await one.keyboard.press('Enter');
  await one.getByRole('status').first().waitFor();
  seen.said = await one.getByRole('status').first().innerText();

  // The link that has the focus keeps it.
  await list.locator(`a[href$="${key}"]`).focus();
  await list.locator(`[id="${key}-state"]`, { hasText: 'Suspendu' }).waitFor({ timeout: 30000 });
  seen.state = await list.locator(`[id="${key}-state"] .state`).innerText();
  seen.focus = await list.evaluate(() => document.activeElement.getAttribute('href'));

  await context.setOffline(true);
  await list.locator('.lost').waitFor({ timeout: 30000 });
  seen.lost = await list.locator('.lost').innerText();
  await context.setOffline(false);
  await list.locator('.lost').waitFor({ state: 'detached', timeout: 30000 });

  // Without JavaScript every page works the same.
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const quiet = await plain.newPage();
  await quiet.goto(new URL(`/api/operations/sends/${key}/actions/resume`, link).href);
  await quiet.getByLabel('Motif').fill('Corrigé');
  await quiet.getByRole('button', { name: 'Reprendre' }).click();
  seen.resumed = await quiet.getByRole('status').first().innerText();
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

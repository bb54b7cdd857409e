// Opens pages of a running dashboard with the cookie of a session, by day and by night, on a desk and on a phone; prints what axe finds and what
// overflows, as JSON lines, and keeps a picture of each.
// node dashboard.mjs BROWSER ADDRESS COOKIE FOLDER PATH…
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [executablePath, address, cookie, folder, ...paths] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [360, 'light'], [360, 'dark']]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    await context.addCookies([{ name: 'orchestration-session', value: cookie, url: new URL('/api', address).href, httpOnly: true, sameSite: 'Strict' }]);
    for (const [number, path] of paths.entries()) {
      const page = await context.newPage();
      const refused = [];
      page.on('console', message => message.type() === 'error' && refused.push(message.text()));
      const answer = await page.goto(new URL(path, address).href);
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations', 'passes'] }));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await page.screenshot({ path: join(folder, `${String(number).padStart(2, '0')}-${width}-${colorScheme}.png`), fullPage: true });
      console.log(JSON.stringify({
        width,
        colorScheme,
        overflow,
        refused: answer.ok() ? refused : [`${path}: ${answer.status()}`],
        passes: passes.length,
        violations: violations.map(violation => `${path} ${violation.id}: ${violation.nodes.slice(0, 3).map(node => `${node.html} (${node.failureSummary})`).join('; ')}`),
      }));
      await page.close();
    }
    await context.close();
  }
} finally {
  await browser.close();
}

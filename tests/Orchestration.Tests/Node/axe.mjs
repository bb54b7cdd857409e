// Opens pages in a browser, by day and by night, on a desk and on a phone, and prints what axe finds and what overflows, as JSON lines.
// node axe.mjs BROWSER FILE…
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  for (const file of files) {
    for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [360, 'light'], [360, 'dark']]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      const refused = [];
      page.on('console', message => message.type() === 'error' && refused.push(message.text()));
      await page.goto(pathToFileURL(file).href);
      // What is folded away is judged too.
      await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true; }));
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations', 'passes'] }));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      console.log(JSON.stringify({
        width,
        colorScheme,
        overflow,
        refused,
        passes: passes.length,
        violations: violations.map(violation => `${violation.id}: ${violation.nodes.slice(0, 3).map(node => `${node.html} (${node.failureSummary})`).join('; ')}`),
      }));
      await page.close();
    }
  }
} finally {
  await browser.close();
}

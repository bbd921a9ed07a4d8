import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What must hold for every page: title, one heading, nothing to scroll sideways, nothing axe would complain about. */
export async function isSound(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/.+ – Ponte$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await fits(page);
  const found = test.info().project.use.javaScriptEnabled === false ? await violationsOfStill(page) : await violations(page);
  expect(found, 'axe').toEqual([]);
}

/** Nothing is wider than the window. */
export async function fits(page: Page): Promise<void> {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(widths[0], `${page.url()} at ${widths[1]} px`).toBeLessThanOrEqual(widths[1]);
}

/** The same where scripts are off, which axe is one: what the page consists of is opened once more, without its own scripts. */
async function violationsOfStill(page: Page): Promise<string[]> {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '');
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  const copy = await context.newPage();
  await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  await copy.goto(page.url());
  const found = await violations(copy);
  await context.close();
  return found;
}

/** The rules that are broken, each with its first places. `evaluate` is not subject to the page's policy. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Violation = { id: string; help: string; nodes: { target: string[] }[] };
    const run = (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run;
    const { violations } = await run();
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')})`);
  });
}

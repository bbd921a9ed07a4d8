import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What must hold for every page: title, one heading, nothing to scroll sideways, nothing axe would complain about. */
export async function isSound(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/.+ – Ponte$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await fits(page);
  expect(await violations(page), 'axe').toEqual([]);
}

/** Nothing is wider than the window. */
export async function fits(page: Page): Promise<void> {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(widths[0], `${page.url()} at ${widths[1]} px`).toBeLessThanOrEqual(widths[1]);
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

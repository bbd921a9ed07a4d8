import { expect, type Page } from '@playwright/test';

/** The password of every account of the demo. */
export const DEMO_PASSWORD = 'ponte-demo-2026';

/** Logs in as somebody and ends at `next`. */
export async function logIn(page: Page, login: string, password: string, next: string): Promise<void> {
  await page.goto(`/accedi?poi=${encodeURIComponent(next)}`);
  await fillLogIn(page, login, password);
  await expect(page).toHaveURL(next);
}

/** Fills in the log-in that is open and sends it. */
export async function fillLogIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Nome utente', { exact: true }).fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click();
}

/** Logs out by the menu of the person. */
export async function logOut(page: Page): Promise<void> {
  const menu = page.locator('details.who-menu');
  await menu.locator('summary').click();
  await menu.getByRole('button', { name: 'Esci' }).click();
  await expect(page.getByRole('link', { name: 'Accedi all’area personale' }).first()).toBeVisible();
}

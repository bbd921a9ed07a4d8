import { expect, type Page } from '@playwright/test';
import type { Host } from './host';
import { DEMO_PASSWORD, logIn } from './login';

/** The office's list and panel. */
export class Office {
  constructor(readonly page: Page) {}

  /** Logs in and opens the list. */
  async enter(institution = 'upo', who = `ufficio.${institution}`): Promise<void> {
    await logIn(this.page, who, DEMO_PASSWORD, `/${institution}/ufficio/accreditamenti`);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Accreditamenti' })).toBeVisible();
  }

  /** The host's row in the list. */
  row(host: Host) {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name: host.name, exact: true }) });
  }

  /** Opens the host's request from the list. */
  async open(host: Host): Promise<void> {
    await this.row(host).getByRole('link', { name: host.name, exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 2, name: host.name, exact: true })).toBeVisible();
  }

  /** Writes a note on a field. */
  async note(field: string, text: string): Promise<void> {
    await this.page.locator('summary').filter({ hasText: `su «${field}»` }).click();
    await this.page.getByLabel(`Che cosa deve integrare su «${field}»`).fill(text);
  }

  /** Presses a button of the bar. */
  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole('group', { name: 'Decisione' }).getByRole('button', { name: button }).click();
  }

  /** Says what became of the request. */
  async told(result: RegExp): Promise<void> {
    await expect(this.page.getByText(result)).toBeVisible();
  }
}

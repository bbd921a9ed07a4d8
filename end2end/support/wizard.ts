import { expect, type Locator, type Page } from '@playwright/test';
import type { Contact, Host } from './host';

/** The pages of the registration, filled in by the words on the screen. */
export class Wizard {
  constructor(readonly page: Page) {}

  field(label: string): Locator {
    return this.page.getByRole('main').getByLabel(label, { exact: true });
  }

  box(label: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('checkbox', { name: label });
  }

  async write(fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) await this.field(label).fill(text);
  }

  /** Writes a field and leaves it: the draft is saved. */
  async store(label: string, text: string): Promise<void> {
    await this.write({ [label]: text });
    const stored = this.page.waitForResponse(/accreditation\/autosave/);
    await this.field(label).blur();
    expect((await stored).status(), label).toBe(200);
  }

  /** A field with its label, help and problem. */
  frame(label: string): Locator {
    return this.page.locator('.f', { has: this.page.getByText(label, { exact: true }) });
  }

  /** What is said to be wrong, at the field. */
  problem(label: string): Locator {
    return this.frame(label).locator('.msg [data-text]');
  }

  /** What the office writes about a field, right before it. */
  notice(label: string): Locator {
    return this.page.locator(`.cell:has(+ .cell label:text-is("${label}")) .note`);
  }

  async choose(fields: Record<string, string>): Promise<void> {
    for (const [label, option] of Object.entries(fields)) await this.field(label).selectOption({ label: option });
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Avanti', exact: true }).click();
  }

  async isAt(heading: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
  }

  async ids(host: Host): Promise<void> {
    await this.write({ 'Partita IVA': host.vat });
  }

  async company(host: Host): Promise<void> {
    await this.write({ 'Denominazione/Ragione sociale': host.name });
    await this.choose({ 'Natura giuridica': 'Società a responsabilità limitata (SRL)', Tipologia: 'Privato' });
    await this.write({
      'Codice ATECO': '31.09.10',
      'Settore/descrizione attività': 'Mobili su misura per biblioteche e scuole',
      'Dipendenti a tempo indeterminato': '9',
      'Numero dipendenti': '12',
      'Dipendenti aggiornati al': yesterday(),
      'E-mail': host.email,
      PEC: host.pec,
      Telefono: host.phone,
    });
    await this.box(/^DVR presente/).check();
  }

  async legalSeat(host: Host): Promise<void> {
    const { seat } = host;
    await this.write({
      'Denominazione sede': seat.name,
      Indirizzo: seat.street,
      'N. civico': seat.civicNo,
      CAP: seat.postalCode,
      'Comune/Città': seat.city,
      Provincia: seat.province,
    });
  }

  async contact(contact: Contact): Promise<void> {
    await this.write({
      Nome: contact.firstName,
      Cognome: contact.lastName,
      'Ruolo/qualifica in azienda': 'Responsabile del personale',
      'E-mail': contact.email,
      Telefono: '0161 555 0174',
    });
    await this.box(/^Referente$/).check();
  }

  async representative(host: Host): Promise<void> {
    const { representative } = host;
    await this.write({ Nome: representative.firstName, Cognome: representative.lastName });
    await this.choose({ Sesso: 'Femmina', Carica: 'Presidente' });
    await this.write({
      'Data di nascita': representative.birthDate,
      'Comune/Stato di nascita': representative.birthPlace,
      'Codice fiscale': representative.taxCode,
    });
  }

  async privacy(): Promise<void> {
    await this.box(/^Ho letto l'informativa sulla privacy/).check();
  }

  async userName(contact: Contact): Promise<void> {
    await this.write({ 'Nome utente': contact.userName });
  }

  /** Every page of upo's order, from the first to the summary; the operating seat and the representative left for later. */
  async walkToSummary(host: Host): Promise<void> {
    await this.ids(host);
    await this.next();
    await this.isAt('Dati aziendali');
    await this.company(host);
    await this.next();
    await this.isAt('Sede legale');
    await this.legalSeat(host);
    await this.next();
    await this.isAt('Sede operativa');
    await this.next();
    await this.isAt('Referente aziendale');
    await this.contact(host.contact);
    await this.next();
    await this.isAt('Rappresentante legale');
    await this.next();
    await this.isAt('Privacy');
    await this.privacy();
    await this.next();
    await this.isAt('Nome utente');
    await this.userName(host.contact);
    await this.next();
    await this.isAt('Riepilogo');
  }

  /** Code and password on the page that follows the summary. */
  async enterCode(contact: Contact, code: string): Promise<void> {
    const form = this.page.locator('form').filter({ has: this.page.getByRole('heading', { name: /Scrivi il codice/ }) });
    await form.getByLabel('Nome utente', { exact: true }).fill(contact.userName);
    await form.getByLabel('Codice', { exact: true }).fill(code);
    await form.getByLabel('Password', { exact: true }).fill(contact.password);
    await form.getByLabel('Ripeti la password', { exact: true }).fill(contact.password);
    await form.getByRole('button', { name: 'Verifica codice e continua' }).click();
  }
}

/** A day that is past everywhere, and not long ago. */
export function yesterday(): string {
  return new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
}

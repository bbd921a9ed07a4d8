import type { Page } from '@playwright/test';
import { decided, filledIn, submitted } from '../support/caller';
import { forward } from '../support/clock';
import { newHost, type Host } from '../support/host';
import { fillLogIn, logIn } from '../support/login';
import { letterTo, linkIn } from '../support/mail';
import { expect, test, type Server } from '../support/server';
import { DEAD } from '../support/watch';
import { Wizard } from '../support/wizard';

test.use({ settings: { PONTE_MODE: 'demo' } });

const COMPANY = '/upo/accreditamento/azienda';
const NAME = 'Denominazione/Ragione sociale';

/** The company's page of a registration that has its identifiers. */
async function atCompany(page: Page, server: Server): Promise<Wizard> {
  const caller = await filledIn(server, newHost(), 'nazione');
  await caller.lendTo(page.context());
  await page.goto(COMPANY);
  return new Wizard(page);
}

const mark = (page: Page) => page.getByText(/^Bozza salvata alle \d\d[:.]\d\d$/);

/** Waits until the draft holds these answers, and the page says that it is saved. */
async function saved(page: Page, answers: Record<string, string>): Promise<void> {
  const stored = async () => {
    const answer = await page.request.get('/api/accreditation/wizard?institution=upo&step=azienda&department=');
    return ((await answer.json()) as { answers: Record<string, string> }).answers;
  };
  await expect.poll(stored).toMatchObject(answers);
  await expect(mark(page)).toBeVisible();
}

/** A request that waits for a correction, its contact at the company's page of it. */
async function atCorrection(page: Page, server: Server): Promise<[Wizard, Host]> {
  const host = newHost();
  await submitted(server, host);
  await decided(server, host, 'request_integration', { 'notes[pec]': 'Controlla il nome del dominio' });
  await logIn(page, host.contact.userName, host.contact.password, '/upo/area');
  await page.getByRole('button', { name: 'Correggi' }).click();
  const wizard = new Wizard(page);
  await wizard.isAt('Dati aziendali');
  return [wizard, host];
}

test('C03 D17: what is typed is saved by itself and is there after a reload, for this browser alone @phone', async ({ page, server, visitor }) => {
  const wizard = await atCompany(page, server);
  await wizard.write({ [NAME]: 'Oreficeria Campo d’Oro' });
  await saved(page, { legal_name: 'Oreficeria Campo d’Oro' });
  await page.reload();
  await expect(wizard.field(NAME)).toHaveValue('Oreficeria Campo d’Oro');
  await expect(mark(page)).toBeVisible();
  const stranger = await visitor();
  await stranger.goto(COMPANY);
  await new Wizard(stranger).isAt('Nazione');
  await expect(stranger.getByText('Oreficeria')).toHaveCount(0);
});

/** One field of every page that is written by hand, the last page first: one with a mistake closes those after it. */
const ONE_EACH: Record<string, [string, string]> = {
  utente: ['Nome utente', 'pendola'],
  rappresentante: ['Cognome', 'Pendola'],
  referente: ['Ruolo/qualifica in azienda', 'Orologiaia'],
  'sede-operativa': ['Denominazione sede', 'Laboratorio'],
  'sede-legale': ['Indirizzo', 'Vicolo delle Meridiane'],
  azienda: ['Settore/descrizione attività', 'Riparazione di orologi da torre'],
  nazione: ['Codice fiscale azienda', '0123'],
};

test('C03: every step saves by itself what is typed and shows it again @phone', async ({ page, server }) => {
  test.slow();
  const caller = await filledIn(server, newHost(), 'privacy');
  await caller.lendTo(page.context());
  const wizard = new Wizard(page);
  for (const [step, [label, text]] of Object.entries(ONE_EACH)) {
    await page.goto(`/upo/accreditamento/${step}`);
    await wizard.store(label, text);
    await expect(mark(page)).toBeVisible();
    await page.reload();
    await expect(wizard.field(label), step).toHaveValue(text);
  }
});

test('C03: a suggested value that was not touched is there again after a save, one that was cleared is not', async ({ page, server }) => {
  const wizard = await atCompany(page, server);
  const date = wizard.field('Dipendenti aggiornati al');
  await expect(date).not.toHaveValue('');
  const suggested = await date.inputValue();
  await wizard.write({ [NAME]: 'Con la data proposta' });
  await saved(page, { legal_name: 'Con la data proposta' });
  await page.reload();
  await expect(date).toHaveValue(suggested);
  await wizard.write({ 'Dipendenti aggiornati al': '', [NAME]: 'Senza la data proposta' });
  await saved(page, { legal_name: 'Senza la data proposta', employees_as_of: '' });
  await page.reload();
  await expect(date).toHaveValue('');
});

test('C03: text that is too long or cannot be printed is told at its field and kept, any script is taken @noscript', async ({
  page,
  server,
}) => {
  const wizard = await atCompany(page, server);
  await wizard.company(newHost());
  const long = 'Lanificio '.repeat(60).trim();
  await wizard.write({ [NAME]: long });
  await wizard.next();
  await expect(page.getByRole('alert')).toContainText(/Denominazione\/Ragione sociale: accorcia il testo/);
  await expect(wizard.field(NAME)).toHaveValue(long);
  const turned = 'Rossi \u202Eliga\u202C';
  await wizard.write({ [NAME]: turned });
  await wizard.next();
  await expect(page.getByRole('alert')).toContainText('un carattere che non si vede');
  await expect(wizard.field(NAME)).toHaveValue(turned);
  const scripts = 'Αθήνα Київ 東京 القاهرة Łódź';
  await wizard.write({ [NAME]: scripts });
  await wizard.next();
  await wizard.isAt('Sede legale');
  await page.goto(COMPANY);
  await expect(wizard.field(NAME)).toHaveValue(scripts);
});

test('C03 C14: what is typed before the scripts arrive stays, and is saved once they have', async ({ page, server }) => {
  let arrive = () => {};
  const arrival = new Promise<void>((arrived) => (arrive = arrived));
  await page.route(/\.wasm$/, async (route) => {
    await arrival;
    await route.continue();
  });
  const wizard = await atCompany(page, server);
  await wizard.write({ [NAME]: 'Prima degli script', PEC: 'prima@pec.example' });
  await wizard.box(/^DVR presente/).check();
  arrive();
  await saved(page, { legal_name: 'Prima degli script', pec: 'prima@pec.example', safety_dvr: 'true' });
  await expect(wizard.field(NAME)).toHaveValue('Prima degli script');
});

test('C03 C14: without scripts the draft is saved by its button and by every step @only-noscript', async ({ page, server }) => {
  const wizard = await atCompany(page, server);
  await wizard.write({ [NAME]: 'Oreficeria Campo d’Oro', PEC: 'non finita' });
  await page.getByRole('button', { name: 'Salva in bozza' }).click();
  await expect(page.getByText('La bozza è salvata.')).toBeVisible();
  await page.goto(COMPANY);
  await expect(wizard.field(NAME)).toHaveValue('Oreficeria Campo d’Oro');
  await expect(wizard.field('PEC')).toHaveValue('non finita');
  await wizard.write({ PEC: 'ancora non finita' });
  await wizard.next();
  await expect(page.getByRole('alert')).toContainText('PEC');
  await expect(wizard.field('PEC')).toHaveValue('ancora non finita');
});

test('C03: another device goes on by the mailed link and the identifier of the draft @noscript', async ({ page, server, visitor, watch }) => {
  watch.allow(/422 \(Unprocessable Entity\).*resume/);
  const host = newHost();
  const caller = await filledIn(server, host, 'referente');
  await caller.lendTo(page.context());
  await page.goto('/upo/accreditamento/referente');
  await page.getByRole('button', { name: 'Inviami il link per continuare' }).click();
  const letter = await letterTo(server, host.contact.email, 'Continua la registrazione');
  const link = linkIn(letter, '/upo/accreditamento/riprendi');

  const device = await visitor();
  await device.goto(link);
  await expect(device.getByRole('heading', { level: 1, name: 'Riprendi la registrazione' })).toBeVisible();
  await expect(device.getByText(host.name)).toHaveCount(0);
  const identifier = device.getByLabel('Codice fiscale o partita IVA');
  await identifier.fill(newHost().vat);
  await device.getByRole('button', { name: 'Riprendi', exact: true }).click();
  await expect(device.getByRole('alert')).toContainText('Non è il codice indicato nella bozza');
  await identifier.fill(host.vat);
  await device.getByRole('button', { name: 'Riprendi', exact: true }).click();
  await new Wizard(device).isAt('Referente aziendale');
  await device.goto(COMPANY);
  await expect(new Wizard(device).field(NAME)).toHaveValue(host.name);
});

test('C03: the server is killed while somebody types: nothing is lost @phone', async ({ page, server, watch }) => {
  watch.allow(DEAD);
  const wizard = await atCompany(page, server);
  await wizard.write({ [NAME]: 'Prima del guasto' });
  await saved(page, { legal_name: 'Prima del guasto' });
  await server.kill();
  await wizard.write({ [NAME]: 'Durante il guasto', 'Nome breve': 'Guasto' });
  await wizard.field('PEC').focus();
  await expect(page.getByText('Non salvata: riprovo')).toBeVisible();
  await server.start();
  await saved(page, { legal_name: 'Durante il guasto', short_name: 'Guasto' });
  await page.reload();
  await expect(wizard.field(NAME)).toHaveValue('Durante il guasto');
  await expect(wizard.field('Nome breve')).toHaveValue('Guasto');
});

test('C03: «Avanti» while the server is dead keeps the page; it works when the server is back', async ({ page, server, watch }) => {
  watch.allow(DEAD);
  const wizard = await atCompany(page, server);
  const host = newHost();
  await wizard.company(host);
  await saved(page, { legal_name: host.name, pec: host.pec, safety_dvr: 'true' });
  await server.kill();
  await wizard.write({ 'Nome breve': 'Avanti' });
  await wizard.next();
  await expect(page.getByText('Non salvata: riprovo')).toBeVisible();
  await expect(wizard.field('Nome breve')).toHaveValue('Avanti');
  await server.start();
  await wizard.isAt('Sede legale');
  await page.goto(COMPANY);
  await expect(wizard.field('Nome breve')).toHaveValue('Avanti');
});

test('C03: a link is clicked while the server is dead and text is not saved: the text stays', async ({ page, server, watch }) => {
  watch.allow(DEAD);
  const wizard = await atCompany(page, server);
  await wizard.write({ [NAME]: 'Prima del clic' });
  await saved(page, { legal_name: 'Prima del clic' });
  await server.kill();
  await wizard.write({ [NAME]: 'Non ancora salvata' });
  const menu = page.getByRole('navigation', { name: 'Menu principale' });
  await menu.locator('summary').click();
  await menu.getByRole('link', { name: 'Login', exact: true }).click();
  await expect(page.getByText('Non salvata: riprovo')).toBeVisible();
  await expect(wizard.field(NAME)).toHaveValue('Non ancora salvata');
  await server.start();
  await expect(page).toHaveURL('/accedi');
  await page.goto(COMPANY);
  await expect(wizard.field(NAME)).toHaveValue('Non ancora salvata');
});

test('C03: two tabs write one field: each text is shown and one is chosen', async ({ page, server }) => {
  test.slow();
  const wizard = await atCompany(page, server);
  const tab = await page.context().newPage();
  const other = new Wizard(tab);
  await tab.goto(COMPANY);
  await wizard.write({ [NAME]: 'Scritta nella prima' });
  await saved(page, { legal_name: 'Scritta nella prima' });
  await other.write({ 'Nome breve': 'Seconda', [NAME]: 'Scritta nella seconda' });
  const dialog = tab.getByRole('dialog', { name: 'La bozza è cambiata mentre scrivevi' });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('Scritta nella prima');
  await expect(dialog).toContainText('Scritta nella seconda');
  await dialog.getByRole('radio', { name: /Il testo salvato/ }).check();
  await dialog.getByRole('button', { name: 'Salva le mie scelte' }).click();
  await expect(dialog).toBeHidden();
  await expect(other.field(NAME)).toHaveValue('Scritta nella prima');
  await saved(tab, { legal_name: 'Scritta nella prima', short_name: 'Seconda' });
  await page.reload();
  await expect(wizard.field(NAME)).toHaveValue('Scritta nella prima');
  await expect(wizard.field('Nome breve')).toHaveValue('Seconda');
});

test('C03: fields that only one tab wrote are merged without a question', async ({ page, server }) => {
  const wizard = await atCompany(page, server);
  const tab = await page.context().newPage();
  const other = new Wizard(tab);
  await tab.goto(COMPANY);
  await wizard.write({ [NAME]: 'Della prima' });
  await saved(page, { legal_name: 'Della prima' });
  await other.write({ PEC: 'seconda@pec.example' });
  await saved(tab, { pec: 'seconda@pec.example' });
  await expect(tab.getByRole('dialog')).toBeHidden();
  await expect(other.field(NAME)).toHaveValue('Della prima');
  await page.reload();
  await expect(wizard.field(NAME)).toHaveValue('Della prima');
  await expect(wizard.field('PEC')).toHaveValue('seconda@pec.example');
});

test('C03 C14: two tabs write one field without scripts: a form shows both texts @only-noscript', async ({ page, server }) => {
  const wizard = await atCompany(page, server);
  const tab = await page.context().newPage();
  const other = new Wizard(tab);
  await tab.goto(COMPANY);
  await wizard.write({ [NAME]: 'Scritta nella prima' });
  await page.getByRole('button', { name: 'Salva in bozza' }).click();
  await other.write({ [NAME]: 'Scritta nella seconda' });
  await tab.getByRole('button', { name: 'Salva in bozza' }).click();
  const conflict = tab.getByRole('region', { name: 'La bozza è cambiata mentre scrivevi' });
  await expect(conflict).toContainText('Scritta nella prima');
  await expect(conflict.getByRole('radio', { name: /Scritta nella seconda/ })).toBeChecked();
  await conflict.getByRole('button', { name: 'Salva le mie scelte' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(other.field(NAME)).toHaveValue('Scritta nella seconda');
});

test('D17 B08 C03: the session ends while a correction is typed: log in again in place, nothing is lost @phone', async ({ page, server, watch }) => {
  watch.allow(/401 \(Unauthorized\)/);
  const [wizard, host] = await atCorrection(page, server);
  await wizard.write({ PEC: `subito.${host.pec}` });
  await saved(page, { pec: `subito.${host.pec}` });
  await forward(server, 3, 'hours', true);
  await wizard.write({ PEC: `dopo.${host.pec}` });
  const dialog = page.getByRole('dialog', { name: 'La sessione è scaduta' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel('Nome utente')).toHaveValue(host.contact.userName);
  await dialog.getByLabel('Password', { exact: true }).fill(host.contact.password);
  await dialog.getByRole('button', { name: 'Accedi e continua' }).click();
  await expect(dialog).toBeHidden();
  await expect(wizard.field('PEC')).toHaveValue(`dopo.${host.pec}`);
  await saved(page, { pec: `dopo.${host.pec}` });
  await page.reload();
  await expect(wizard.field('PEC')).toHaveValue(`dopo.${host.pec}`);
});

test('D17 B08 C14: without scripts a page sent too late is kept for the next log-in @only-noscript', async ({ page, server }) => {
  const [wizard, host] = await atCorrection(page, server);
  await wizard.write({ PEC: `tardi.${host.pec}` });
  await forward(server, 3, 'hours', true);
  await wizard.next();
  await page.goto('/upo/area');
  await fillLogIn(page, host.contact.userName, host.contact.password);
  await page.getByRole('button', { name: 'Correggi' }).click();
  await wizard.isAt('Dati aziendali');
  await expect(wizard.field('PEC')).toHaveValue(`tardi.${host.pec}`);
});

test('C03: before the session ends the page asks whether one is still there', async ({ page, server }) => {
  const host = newHost();
  await submitted(server, host);
  await page.clock.install();
  await logIn(page, host.contact.userName, host.contact.password, '/upo/area');
  await expect(page.getByText('Ora tocca all’ufficio')).toBeVisible();
  await expect(page.getByText(/In diretta/)).toBeVisible();
  const idle = 30;
  await forward(server, idle - 4, 'minutes', true);
  await page.clock.fastForward(`${idle - 4}:00`);
  const dialog = page.getByRole('dialog', { name: 'Ci sei ancora?' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Continua' }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await expect(page.getByText('Ora tocca all’ufficio')).toBeVisible();
});

test('C03: what is typed and saved while the fields are fetched anew stays', async ({ page, server }) => {
  const caller = await filledIn(server, newHost(), 'azienda');
  await caller.lendTo(page.context());
  await page.goto('/upo/accreditamento/sede-legale');
  const wizard = new Wizard(page);
  await wizard.store('Denominazione sede', 'Sede di Lione');
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const fetched = page.waitForRequest((request) => request.resourceType() === 'fetch' && request.url().endsWith('/sede-legale'));
  await page.route('**/accreditamento/sede-legale', async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await wizard.choose({ Nazione: 'Francia' });
  await fetched;
  await wizard.store('Indirizzo', 'Rue de la République');
  release();
  await expect(wizard.field('Provincia')).toHaveCount(0);
  await expect(wizard.field('Indirizzo')).toHaveValue('Rue de la République');
  await page.unroute('**/accreditamento/sede-legale');
  await page.reload();
  await expect(wizard.field('Indirizzo')).toHaveValue('Rue de la République');
});

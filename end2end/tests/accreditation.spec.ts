import type { Page } from '@playwright/test';
import { filledIn } from '../support/caller';
import { forward } from '../support/clock';
import { newHost, type Host } from '../support/host';
import { broken } from '../support/italian';
import { logIn, logOut } from '../support/login';
import { codeTo, letterTo } from '../support/mail';
import { Office } from '../support/office';
import { expect, test, type Server } from '../support/server';
import { Wizard } from '../support/wizard';

test.use({ settings: { PONTE_MODE: 'demo' } });

/** MENU, opened. */
async function menu(page: Page) {
  const menu = page.getByRole('navigation', { name: 'Menu principale' });
  await menu.locator('summary').click();
  return menu;
}

/** The entry of the menu that can be seen at this width. */
async function choose(page: Page, entry: string): Promise<void> {
  await (await menu(page)).getByRole('link', { name: entry, exact: true }).filter({ visible: true }).first().click();
}

/** From upo's door to the first field, by the names of the manual. */
async function begin(page: Page): Promise<Wizard> {
  await page.goto('/upo');
  const door = page.getByRole('main');
  await expect(door.getByRole('heading', { name: 'Aziende ed enti' })).toBeVisible();
  await expect(door).toContainText(/stage/i);
  await expect(door).toContainText(/opportunità di lavoro/i);
  await choose(page, 'Accreditamento aziende');
  await page.getByRole('link', { name: 'Richiesta accredito', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: 'Registrazione aziende/enti', exact: true }).click();
  const wizard = new Wizard(page);
  await expect(page).toHaveURL('/upo/accreditamento/nazione');
  return wizard;
}

/** `*` stands at what has to be written, and nowhere else. */
async function checkStars(wizard: Wizard): Promise<void> {
  await expect(wizard.page.getByText('I campi con * sono obbligatori.')).toBeVisible();
  for (const label of ['Denominazione/Ragione sociale', 'PEC', 'Telefono']) {
    await expect(wizard.frame(label).locator('.req')).toHaveText('*');
  }
  for (const label of ['Nome breve', 'Fax']) await expect(wizard.frame(label).locator('.req')).toHaveCount(0);
}

async function fillCompanyAndSeats(page: Page, wizard: Wizard, host: Host): Promise<void> {
  await wizard.isAt('Dati aziendali');
  await checkStars(wizard);
  await wizard.next();
  const summary = page.getByRole('alert');
  await expect(summary).toContainText(/Ci sono \d+ campi da correggere/);
  await expect(summary.getByRole('link', { name: /^Denominazione\/Ragione sociale:/ })).toBeVisible();
  await summary.getByRole('link', { name: /^PEC:/ }).click();
  await expect(wizard.field('PEC')).toBeFocused();
  await wizard.company(host);
  await wizard.next();
  await wizard.isAt('Sede legale');
  await wizard.legalSeat(host);
  await wizard.box(/^È anche una sede dove si svolgono i tirocini/).check();
  await wizard.next();
  await wizard.isAt('Sede operativa');
  await expect(wizard.field('Indirizzo')).toHaveValue(host.seat.street);
  await wizard.next();
}

async function fillPeople(wizard: Wizard, host: Host): Promise<void> {
  await wizard.isAt('Referente aziendale');
  await wizard.contact(host.contact);
  await wizard.next();
  await wizard.isAt('Rappresentante legale');
  await wizard.next();
  await wizard.isAt('Privacy');
  await wizard.next();
  await wizard.isAt('Privacy');
  await wizard.privacy();
  await wizard.next();
  await wizard.isAt('Nome utente');
  await wizard.write({ 'Nome utente': `${host.contact.userName}.` });
  await wizard.next();
  await wizard.isAt('Nome utente');
  await wizard.userName(host.contact);
  await wizard.next();
}

/** Changes one part from the summary and comes back. */
async function checkSummary(page: Page, wizard: Wizard, host: Host): Promise<void> {
  await wizard.isAt('Riepilogo');
  const main = page.getByRole('main');
  for (const text of [host.vat, host.name, host.seat.street, host.contact.email, `${host.contact.userName}@esterni.uniupo.it`]) {
    await expect(main).toContainText(text);
  }
  await expect(main).toContainText('Puoi completarlo dopo');
  for (const part of ['Nazione', 'Dati aziendali', 'Sede legale', 'Sede operativa', 'Referente aziendale', 'Rappresentante legale']) {
    await expect(main.getByRole('link', { name: `Modifica ${part}` })).toBeVisible();
  }
  await main.getByRole('link', { name: 'Modifica Dati aziendali' }).click();
  await wizard.isAt('Dati aziendali');
  await wizard.write({ 'Nome breve': 'Modificata dal riepilogo' });
  await page.getByRole('button', { name: 'Salva in bozza' }).click();
  await expect(page.getByText('La bozza è salvata.')).toBeVisible();
  await page.goto('/upo/accreditamento/riepilogo');
  await expect(main).toContainText('Modificata dal riepilogo');
  await main.getByRole('button', { name: 'Conferma', exact: true }).click();
}

/** The code that came first, one that is wrong, and another asked for with the button of the manual. */
async function verify(page: Page, server: Server, wizard: Wizard, host: Host): Promise<void> {
  await expect(page).toHaveURL('/verifica-email');
  await expect(page.getByRole('heading', { level: 1, name: 'Autenticazione e-mail' })).toBeVisible();
  const { contact } = host;
  await expect(page.getByRole('main')).toContainText(contact.email);
  const first = await codeTo(server, contact.email);
  await forward(server, 2, 'minutes', true);
  await page.getByRole('button', { name: 'Invia codice' }).click();
  await expect(page.getByText('Codice inviato')).toBeVisible();
  const second = await codeTo(server, contact.email, first);
  await wizard.enterCode(contact, first);
  await expect(page.getByRole('alert').filter({ hasText: 'Codice' }).first()).toBeVisible();
  await wizard.enterCode(contact, second);
}

const JOURNEY =
  'U01 U02 U03 U04 U05 U06 U07 U08 U09 U10 U11 U12 U13 U14 U15 U16 U17 U18 D01 D02 D04 D05 C14: a company is accredited, ' +
  'from its first visit to its reserved area @phone @noscript';

test(JOURNEY, async ({ page, server, visitor, watch }) => {
  test.slow();
  watch.allow(/422 \(Unprocessable Entity\).*verify_code/);
  // The open area may ask for news while the log-out is on its way.
  watch.allow(/401 \(Unauthorized\).*area\/overview/);
  const host = newHost();
  const wizard = await begin(page);
  await test.step('identifiers, company and seats', async () => {
    await wizard.write({ 'Partita IVA': broken(host.vat) });
    await wizard.next();
    await expect(page.getByRole('alert')).toContainText('l’ultima cifra non torna');
    await expect(wizard.field('Partita IVA')).toHaveValue(broken(host.vat));
    await wizard.ids(host);
    await wizard.next();
    await fillCompanyAndSeats(page, wizard, host);
  });
  await test.step('people, privacy and user name', () => fillPeople(wizard, host));
  await test.step('summary', () => checkSummary(page, wizard, host));
  await test.step('code and password', () => verify(page, server, wizard, host));
  await test.step('the area shows the state and nothing more', async () => {
    await expect(page).toHaveURL('/upo/area');
    await expect(page.getByRole('heading', { level: 1, name: 'La tua richiesta di accreditamento' })).toBeVisible();
    await expect(page.getByText('Richiesta inviata', { exact: true })).toBeVisible();
    await expect(page.getByText('Ora tocca all’ufficio')).toBeVisible();
    await expect(page.getByText('Cosa devi fare ora')).toBeHidden();
    await logOut(page);
  });
  await test.step('the university validates', async () => {
    const office = new Office(await visitor());
    await office.enter();
    await office.open(host);
    await office.press('Approva');
    await office.told(/Richiesta n\. \d+ approvata/);
    const letter = await letterTo(server, host.contact.email, 'Accreditamento approvato');
    expect(letter.text).toContain(host.name);
  });
  await test.step('the contact comes back, by the menu and with the extension', async () => {
    await page.goto('/upo');
    await choose(page, 'Login');
    await logIn(page, `${host.contact.userName}@esterni.uniupo.it`, host.contact.password, '/upo/area');
    await expect(page.getByRole('heading', { level: 1, name: 'Cosa devi fare ora' })).toBeVisible();
    await expect(page.getByText('Accreditata', { exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(host.name);
    await logOut(page);
    await logIn(page, host.contact.userName, host.contact.password, '/upo/area');
    await expect(page.getByRole('heading', { level: 1, name: 'Cosa devi fare ora' })).toBeVisible();
  });
});

test('D01 D02 D03: from the door of a department the last button sends the request to the university', async ({ page, server }) => {
  test.slow();
  const host = newHost();
  await page.goto('/upo/digspes');
  await page.getByRole('main').getByRole('link', { name: 'Registrazione aziende/enti' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Registrazione aziende/enti' }).click();
  const wizard = new Wizard(page);
  await wizard.walkToSummary(host);
  await page.getByRole('button', { name: "Invio all'ateneo per approvazione" }).click();
  await wizard.enterCode(host.contact, await codeTo(server, host.contact.email));
  await expect(page.getByText('Richiesta inviata', { exact: true })).toBeVisible();
});

test('U06: the first page asks for the identifier of the nation, and a foreign one is checked by its own rules', async ({ page }) => {
  const wizard = await begin(page);
  await wizard.choose({ Nazione: 'Germania' });
  await wizard.write({ 'VAT/identificativo estero': 'DE12' });
  await wizard.next();
  await expect(page.getByRole('alert')).toContainText('non ha la forma di quel Paese');
  await wizard.write({ 'VAT/identificativo estero': 'DE136695976' });
  await wizard.next();
  await wizard.isAt('Dati aziendali');
  await expect(wizard.field('Codice ATECO')).toHaveCount(0);
});

test('U06: the tax code alone is enough, and so are both', async ({ page }) => {
  const wizard = await begin(page);
  await wizard.write({ 'Codice fiscale azienda': newHost().vat });
  await wizard.next();
  await wizard.isAt('Dati aziendali');
  await page.goto('/upo/accreditamento/nazione');
  await wizard.write({ 'Partita IVA': newHost().vat });
  await wizard.next();
  await wizard.isAt('Dati aziendali');
});

test('U06: without scripts the nation is sent first and its identifier is asked for then @only-noscript', async ({ page }) => {
  const wizard = await begin(page);
  await wizard.choose({ Nazione: 'Germania' });
  await wizard.next();
  await wizard.write({ 'VAT/identificativo estero': 'DE136695976' });
  await wizard.next();
  await wizard.isAt('Dati aziendali');
});

test('U06: neither tax code nor VAT number is one problem, said once and linked @phone @noscript', async ({ page }) => {
  const wizard = await begin(page);
  await wizard.next();
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('C’è un campo da correggere');
  await summary.getByRole('link', { name: /scrivi il codice fiscale, la partita IVA o entrambi/ }).click();
  await expect(wizard.field('Codice fiscale azienda')).toBeFocused();
  await expect(page).toHaveTitle(/^Errore: /);
});

test('U07: a municipality is chosen as one types, and brings its province and postal code', async ({ page, server }) => {
  const caller = await filledIn(server, newHost(), 'azienda');
  await caller.lendTo(page.context());
  await page.goto('/upo/accreditamento/sede-legale');
  const wizard = new Wizard(page);
  await wizard.write({ Indirizzo: 'Via Roma', 'Denominazione sede': 'Sede' });
  await expect(page.getByText(/Bozza salvata alle/)).toBeVisible();
  await wizard.field('Comune/Città').pressSequentially('Borgosesi');
  await expect(page.locator('#legal_seat_city-l option[value="Borgosesia"]')).toHaveCount(1);
  await wizard.field('Comune/Città').pressSequentially('a');
  await expect(wizard.field('Provincia')).toHaveValue('VC');
  await expect(wizard.field('CAP')).toHaveValue('13011');
  await wizard.next();
  await wizard.isAt('Sede operativa');
});

test('U07 C03: a municipality writes nothing into the field in which somebody is about to type', async ({ page, server }) => {
  const caller = await filledIn(server, newHost(), 'azienda');
  await caller.lendTo(page.context());
  await page.goto('/upo/accreditamento/sede-legale');
  const wizard = new Wizard(page);
  const found = page.waitForResponse(/places\/municipalities/);
  await wizard.field('Comune/Città').fill('Vercelli');
  await wizard.field('Provincia').focus();
  await (await found).finished();
  await expect(wizard.field('CAP')).toHaveValue('13100');
  await page.keyboard.type('VC');
  await expect(wizard.field('Provincia')).toHaveValue('VC');
});

test('U09: tax code, birth date and birth place of the representative are compared @noscript', async ({ page, server }) => {
  const host = newHost();
  const caller = await filledIn(server, host, 'referente');
  await caller.lendTo(page.context());
  await page.goto('/upo/accreditamento/rappresentante');
  const wizard = new Wizard(page);
  await wizard.representative(host);
  await wizard.write({ 'Comune/Stato di nascita': 'Novara', 'Data di nascita': '1971-09-19' });
  await wizard.next();
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('il codice fiscale e la data di nascita non concordano');
  await wizard.representative(host);
  await wizard.next();
  await wizard.isAt('Privacy');
});

test('U11: a user name that is taken is refused, and what was typed stays', async ({ page, server }) => {
  const caller = await filledIn(server, newHost(), 'privacy');
  await caller.lendTo(page.context());
  await page.goto('/upo/accreditamento/utente');
  const wizard = new Wizard(page);
  await wizard.write({ 'Nome utente': 'ufficio.upo' });
  await wizard.next();
  await expect(page.getByRole('alert')).toContainText(/nome utente/i);
  await expect(wizard.field('Nome utente')).toHaveValue('ufficio.upo');
});

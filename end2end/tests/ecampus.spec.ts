import { join } from 'node:path';
import { newHost } from '../support/host';
import { logIn } from '../support/login';
import { codeTo, letterTo } from '../support/mail';
import { Office } from '../support/office';
import { expect, test } from '../support/server';
import { Wizard } from '../support/wizard';

test.use({ settings: { PONTE_MODE: 'demo', PONTE_PROFILES: join(__dirname, 'profiles') } });

/** The steps beside the form, without what is said for screen readers. */
const steps = (wizard: Wizard) => wizard.page.getByRole('navigation', { name: 'Passi della registrazione' }).getByRole('listitem');

test('U07: eCampus asks its own steps in its own words, by its profile alone', async ({ page }) => {
  await page.goto('/ecampus/accreditamento');
  const wizard = new Wizard(page);
  const titles = [
    'Nazione',
    "Dati identificativi dell'azienda",
    'Dati Generali',
    'Informazioni per il contatto',
    'Sede operativa',
    'Rappresentante legale',
    'Scegliere un nome utente',
    'Schermata riepilogativa',
  ];
  for (const title of titles) await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: title }).first()).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Registrazione aziende/enti' }).click();
  await expect(steps(wizard)).toHaveCount(titles.length);
  for (const [place, title] of titles.entries()) await expect(steps(wizard).nth(place)).toContainText(title);
  await wizard.isAt('Nazione');
  await wizard.next();
  await wizard.isAt("Dati identificativi dell'azienda");
});

test('U07 U09: at eCampus company, association and seat are one page, and the legal representative is due', async ({ page, server }) => {
  test.slow();
  const host = newHost();
  const wizard = new Wizard(page);
  await page.goto('/ecampus/accreditamento/nazione');
  await wizard.next();
  await wizard.isAt("Dati identificativi dell'azienda");
  await wizard.ids(host);
  await wizard.next();
  await wizard.isAt('Dati Generali');
  await wizard.company(host);
  await wizard.choose({ 'Associazione imprenditoriale': 'Confapi' });
  await wizard.legalSeat(host);
  await wizard.next();
  await wizard.isAt('Informazioni per il contatto');
  await wizard.contact(host.contact);
  await wizard.next();
  await wizard.isAt('Sede operativa');
  await wizard.next();
  await wizard.isAt('Rappresentante legale');
  await wizard.next();
  await expect(page.getByRole('alert')).toContainText('Cognome');
  await wizard.representative(host);
  await wizard.next();
  await wizard.isAt('Scegliere un nome utente');
  await wizard.userName(host.contact);
  await wizard.next();
  await wizard.isAt('Schermata riepilogativa');
  await expect(page.getByRole('main')).toContainText('Confapi');
  await wizard.privacy();
  await page.getByRole('main').getByRole('button', { name: 'Conferma', exact: true }).click();
  await wizard.enterCode(host.contact, await codeTo(server, host.contact.email));
  await expect(page).toHaveURL('/ecampus/area');
  await expect(page.getByText('Ora tocca all’ufficio')).toBeVisible();
});

test('a sixth institution is one file: its wizard opens and its request is approved', async ({ page, server, visitor }) => {
  test.slow();
  const host = newHost();
  const wizard = new Wizard(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'Politecnico del Cusio' }).click();
  await expect(page).toHaveURL('/cusio');
  await page.goto('/cusio/accreditamento/nazione');
  await wizard.isAt('Chi sei');
  await wizard.ids(host);
  await wizard.next();
  await wizard.isAt('Dati aziendali');
  await wizard.company(host);
  await wizard.legalSeat(host);
  await wizard.next();
  await wizard.isAt('Persone');
  await wizard.contact(host.contact);
  await wizard.privacy();
  await wizard.userName(host.contact);
  await wizard.next();
  await wizard.isAt('Riepilogo');
  await page.getByRole('button', { name: 'Manda al Politecnico' }).click();
  await wizard.enterCode(host.contact, await codeTo(server, host.contact.email));
  await expect(page).toHaveURL('/cusio/area');
  const office = new Office(await visitor());
  await office.enter('cusio');
  await office.open(host);
  await office.press('Approva');
  await office.told(/approvata/);
  const letter = await letterTo(server, host.contact.email, 'Accreditamento approvato');
  expect(letter.text).toContain('Politecnico del Cusio');
  await logIn(page, `${host.contact.userName}@ospiti.cusio.example`, host.contact.password, '/cusio/area');
  await expect(page.getByText('Nella nostra rete', { exact: true })).toBeVisible();
});

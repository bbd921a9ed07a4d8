import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { STEPS } from '../support/addresses';
import { accredited, asked, Caller, decided, filledIn, requestOf, signedIn, submitted } from '../support/caller';
import { decidedBy, proposed, withRepresentative } from '../support/convention';
import { newContact, newHost } from '../support/host';
import { file, pdf } from '../support/pdf';
import { test } from '../support/server';

// The contact sheet: every page at 1280 and at 360 px, taken by `cargo xtask screens`.

test.use({ settings: { PONTE_MODE: 'demo' } });

const PUBLIC = {
  home: '/',
  'porta-upo': '/upo',
  'porta-digspes': '/upo/digspes',
  'porta-ecampus': '/ecampus',
  'porta-unimi': '/unimi',
  'porta-alternanza': '/alternanza',
  introduzione: '/upo/accreditamento',
  accedi: '/accedi?poi=/upo/area',
  'verifica-email': '/verifica-email',
  'recupera-password': '/recupera-password',
  'recupera-utente': '/recupera-utente',
  riprendi: '/upo/accreditamento/riprendi?chiave=x',
  'uso-del-portale': '/uso-del-portale',
  privacy: '/privacy',
  'note-legali': '/note-legali',
  accessibilita: '/accessibilita',
  esci: '/esci',
  'non-trovata': '/nessuna',
  demo: '/demo',
  'demo-orologio': '/demo/orologio',
};
const WIDTHS = [
  { name: '1280', width: 1280, height: 900 },
  { name: '360', width: 360, height: 740 },
];

/** Takes the page at both widths, whole. */
async function take(page: Page, name: string): Promise<void> {
  const folder = process.env.PONTE_SCREENS!;
  for (const { name: width, ...size } of WIDTHS) {
    mkdirSync(join(folder, width), { recursive: true });
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready);
    // As high as the page, so that what sticks to the window's edge stands where the page ends
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(height, size.height) });
    if ((await page.locator('.live').count()) > 0) await page.locator('.live i').first().waitFor();
    await page.evaluate(async () => {
      scrollTo(0, 0);
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
    await page.screenshot({ path: join(folder, width, `${name}.png`), fullPage: true, animations: 'disabled' });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Opens pages as somebody and takes each. */
async function album(page: Page, caller: Caller, addresses: Record<string, string>): Promise<void> {
  await caller.lendTo(page.context());
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address);
    await take(page, name);
  }
}

test('public pages', async ({ page, server, watch }) => {
  watch.allow(/404 \(Not Found\)/);
  await album(page, new Caller(server), PUBLIC);
});

test('the registration', async ({ page, server, visitor }) => {
  const caller = await filledIn(server, newHost());
  await album(page, caller, { 'introduzione-bozza': '/upo/accreditamento' });
  await album(page, caller, Object.fromEntries(STEPS.map((step, place) => [`accreditamento-${place + 1}-${step}`, `/upo/accreditamento/${step}`])));
  await page.goto('/upo/accreditamento/sede-legale');
  await page.getByLabel('CAP', { exact: true }).fill('2810');
  await page.getByLabel('Indirizzo', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Avanti', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await take(page, 'accreditamento-errori');
  const known = newHost();
  await accredited(server, known);
  const newcomer = await visitor();
  await newcomer.goto('/upo/accreditamento/nazione');
  await newcomer.getByLabel('Partita IVA', { exact: true }).fill(known.vat);
  await newcomer.getByRole('button', { name: 'Avanti', exact: true }).click();
  await newcomer.getByText('è già registrata').waitFor();
  await take(newcomer, 'accreditamento-organizzazione-nota');
});

test('eCampus asks in its own words', async ({ page }) => {
  await page.goto('/ecampus/accreditamento');
  await take(page, 'ecampus-introduzione');
  await page.goto('/ecampus/accreditamento/nazione');
  await take(page, 'ecampus-1-nazione');
});

test('the reserved area', async ({ server, visitor }) => {
  const [waits, corrects, rejected, open] = [newHost(), newHost(), newHost(), newHost()];
  const callers = {
    'area-inviata': await submitted(server, waits),
    'area-da-integrare': await submitted(server, corrects),
    'area-rifiutata': await submitted(server, rejected),
    'area-accreditata': await accredited(server, open),
  };
  await decided(server, corrects, 'request_integration', { 'notes[pec]': 'La casella non riceve: controlla il nome del dominio' });
  await decided(server, rejected, 'reject', { reason: 'Non risulta nel registro delle imprese' });
  for (const [name, caller] of Object.entries(callers)) await album(await visitor(), caller, { [name]: '/upo/area' });
  await album(await visitor(), callers['area-accreditata'], { 'area-altrove': '/unimi/area', account: '/account', profili: '/profili' });
  await album(await visitor(), await asked(server, open, newContact()), { 'area-in-attesa': '/upo/area' });
  await album(await visitor(), callers['area-accreditata'], { 'area-nuova-persona': '/upo/area', 'demo-posta': '/demo/posta' });
});

test('people and seats of a host', async ({ page, server, watch }) => {
  watch.allow(/422 \(Unprocessable Entity\)/);
  const caller = await accredited(server, newHost());
  const person = { ...newContact(), lastName: 'Bracciolini della Rovere Sanseverino' };
  const answers = {
    contact_first_name: person.firstName,
    contact_last_name: person.lastName,
    contact_role_title: 'Responsabile della produzione e della sicurezza dei reparti di verniciatura e montaggio',
    contact_kinds_tutor: 'true',
    contact_email: `molto.lungo.indirizzo.di.posta.elettronica.${person.email}`,
    contact_phone: '0161 555 0199',
    contact_tax_code: 'RSSMRA85T10A562S',
  };
  const named = Object.fromEntries(Object.entries(answers).map(([field, text]) => [`answers[${field}]`, text]));
  await album(page, caller, { 'area-logo-errore': '/upo/area?logo=grande', sedi: '/upo/area/sedi', 'sedi-nuova': '/upo/area/sedi/nuova' });
  await caller.post('/api/organisation/invite_contact', { institution: 'upo', 'answers[_whole]': 'true', ...named });
  await album(page, caller, { contatti: '/upo/area/contatti', 'contatti-nuovo': '/upo/area/contatti/nuovo' });
  await page.getByRole('button', { name: 'Invita', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await take(page, 'contatti-errori');
  await page.goto('/upo/area/contatti');
  await page.getByRole('link', { name: person.lastName }).click();
  await page.getByRole('heading', { name: 'Dati anagrafici' }).waitFor();
  await take(page, 'contatto');
});

test('the office', async ({ page, server }) => {
  const host = newHost();
  await submitted(server, host);
  const caller = await signedIn(server, 'ufficio.upo');
  const list = '/upo/ufficio/accreditamenti';
  const { id } = await requestOf(caller, host);
  await album(page, caller, {
    'ufficio-elenco': list,
    'ufficio-elenco-tutti': `${list}?state=all`,
    'ufficio-nessun-risultato': `${list}?q=nessuna`,
    'ufficio-richiesta': `${list}/${id}`,
  });
  await page.locator('summary').filter({ hasText: 'su «PEC»' }).click();
  await page.getByLabel('Che cosa deve integrare su «PEC»').fill('La casella non riceve: controlla il nome del dominio');
  await take(page, 'ufficio-nota');
});

test('conventions', async ({ page, server, visitor, watch }) => {
  watch.allow(/422 \(Unprocessable Entity\)/);
  const host = newHost();
  const caller = await withRepresentative(server, host);
  const office = await signedIn(server, 'ufficio.upo');
  const rector = await signedIn(server, 'rettore.upo');
  const list = '/upo/area/convenzioni';
  await album(page, caller, { 'convenzioni-nessuna': list, 'convenzioni-nuova': `${list}/nuova`, azienda: '/upo/area/azienda' });
  await page.goto(`${list}/nuova`);
  await page.getByRole('button', { name: "Chiedi approvazione all'ateneo ed esci" }).click();
  await page.getByRole('alert').waitFor();
  await take(page, 'convenzioni-errori');
  const asked = await proposed(caller, 'Tirocini in falegnameria, due posti ogni anno tra settembre e giugno');
  await album(page, caller, { 'convenzione-in-approvazione': `${list}/${asked.id}` });
  const desk = await visitor();
  await album(desk, office, {
    'ufficio-convenzioni': '/upo/ufficio/convenzioni',
    'ufficio-convenzioni-tutte': '/upo/ufficio/convenzioni?state=all',
    'ufficio-convenzione': `/upo/ufficio/convenzioni/${asked.id}`,
  });
  await decidedBy(office, asked, 'approve');
  await album(page, caller, { 'convenzione-da-firmare': `${list}/${asked.id}`, 'area-da-fare': '/upo/area' });
  await page.goto(`${list}/${asked.id}`);
  await page.getByLabel(/^Copia firmata/).setInputFiles(file('conv_firmata.pdf', pdf()));
  await page.getByRole('button', { name: 'Carica', exact: true }).click();
  await page.getByText('La copia firmata è arrivata e conta.').waitFor();
  await take(page, 'convenzione-firmata-da-noi');
  const signer = await visitor();
  await rector.lendTo(signer.context());
  await signer.goto(`${list}/${asked.id}`);
  await take(signer, 'convenzione-firmatario');
  await signer.getByLabel(/^Copia firmata/).setInputFiles(file('conv_firmata_2.pdf', pdf()));
  await signer.getByRole('button', { name: 'Carica', exact: true }).click();
  await signer.getByText('La copia firmata è arrivata e conta.').waitFor();
  await album(desk, office, { 'ufficio-convenzione-da-attivare': `/upo/ufficio/convenzioni/${asked.id}` });
  await album(page, caller, { convenzioni: list });
});

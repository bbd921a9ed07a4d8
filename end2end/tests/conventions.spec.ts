import type { Page } from '@playwright/test';
import { accredited, signedIn } from '../support/caller';
import { forward } from '../support/clock';
import { AREA, decidedBy, newest, proposed, withRepresentative } from '../support/convention';
import { newHost } from '../support/host';
import { letterTo } from '../support/mail';
import { file, pdf } from '../support/pdf';
import { expect, test } from '../support/server';
import { isSound } from '../support/sound';
import { Wizard } from '../support/wizard';

test.use({ settings: { PONTE_MODE: 'demo' } });

const ASK = "Chiedi approvazione all'ateneo ed esci";

/** Fills in what a host asks for. */
async function fillIn(page: Page, description: string): Promise<void> {
  const main = page.getByRole('main');
  const form = new Wizard(page);
  await main.getByRole('group', { name: /^Tipo tirocini/ }).getByLabel('Tutti', { exact: true }).check();
  await form.write({ Descrizione: description, Durata: '24' });
  await form.choose({ 'Area disciplinare di principale interesse': AREA });
  await main.getByRole('group', { name: /^Dispone di firma digitale/ }).getByLabel('Sì', { exact: true }).check();
  await main.getByRole('group', { name: /^Tacito rinnovo/ }).getByLabel('No', { exact: true }).check();
}

test('U22 U23 U24 U25 U26 D06 D07 D08: a convention goes from the first word to active, signed by both @phone @noscript', async ({
  page,
  server,
  visitor,
  watch,
}, info) => {
  test.slow();
  watch.allow(/(409|422) \((Conflict|Unprocessable Entity)\).*(convention|organisation)/);
  const host = newHost();
  const withoutScripts = info.project.use.javaScriptEnabled === false;
  const caller = await accredited(server, host);
  await caller.lendTo(page.context());
  const main = page.getByRole('main');
  const [office, rector] = [await visitor(), await visitor()];
  await (await signedIn(server, 'ufficio.upo')).lendTo(office.context());
  await (await signedIn(server, 'rettore.upo')).lendTo(rector.context());

  await test.step('U22 U23: the request, kept while who signs is still missing', async () => {
    await page.goto('/upo/area/convenzioni');
    await expect(main.getByText('Nessuna convenzione, per ora')).toBeVisible();
    await main.getByRole('link', { name: 'Proponi nuova convenzione' }).click();
    await expect(main.getByText('Manca chi rappresenta legalmente l’azienda')).toBeVisible();
    await fillIn(page, 'Tirocini in falegnameria');
    await main.getByRole('button', { name: ASK }).click();
    await expect(page.getByRole('alert')).toContainText('R-21');
    await main.getByRole('link', { name: 'Completa il rappresentante legale' }).click();
    await expect(page).toHaveURL('/upo/area/azienda');
    await new Wizard(page).representative(host);
    await main.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(main.getByText('Dati salvati')).toBeVisible();
  });
  await test.step('U24 U25: exactly one area, sent to the university', async () => {
    await page.goto('/upo/area/convenzioni/nuova');
    await expect(new Wizard(page).field('Descrizione')).toHaveValue('Tirocini in falegnameria');
    await expect(main.getByText(`Firma per l’azienda: ${host.representative.firstName} ${host.representative.lastName}.`)).toBeVisible();
    await main.getByRole('button', { name: ASK }).click();
    await expect(main.getByText('Richiesta inviata', { exact: false })).toBeVisible();
    await expect(main.getByRole('table')).toContainText('In approvazione');
    for (const column of ['Data stipula', 'Scadenza', 'Tipo tirocini', 'Numero protocollo', 'Stato', 'Dettaglio']) {
      await expect(main.getByRole('columnheader', { name: column, includeHidden: true })).toHaveCount(1);
    }
  });
  const { id } = await newest(caller);
  const desk = office.getByRole('main');
  await test.step('the office gives it back with a note, and approves it when it comes again', async () => {
    await office.goto('/upo/ufficio/convenzioni');
    await desk.getByRole('row').filter({ hasText: host.name }).getByRole('link', { name: /Apri/ }).click();
    await expect(desk.getByText('Tirocini in falegnameria')).toBeVisible();
    await desk.getByRole('button', { name: 'Riporta in bozza' }).click();
    await expect(office.getByRole('alert')).toContainText('Nota o motivo');
    await desk.getByLabel('Nota o motivo').fill('Indica quanti posti offrite ogni anno');
    await desk.getByRole('button', { name: 'Riporta in bozza' }).click();
    await expect(desk.getByText('La richiesta è tornata in bozza')).toBeVisible();
    await page.goto('/upo/area');
    await main.getByRole('link', { name: /^Correggi/ }).click();
    await expect(main.getByText('Indica quanti posti offrite ogni anno')).toBeVisible();
    await new Wizard(page).write({ Descrizione: 'Tirocini in falegnameria, due posti ogni anno' });
    await main.getByRole('button', { name: ASK }).click();
    await expect(main.getByText('Richiesta inviata', { exact: false })).toBeVisible();
    await office.goto(`/upo/ufficio/convenzioni/${id}`);
    await desk.getByRole('button', { name: 'Approva' }).click();
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(/^Convenzione n\. \d{4}\/\d+$/);
  });
  await test.step('D06 D07: the document, and copies that are taken or not', async () => {
    await letterTo(server, host.contact.email, 'Convenzione approvata: firma richiesta');
    await page.goto(`/upo/area/convenzioni/${id}`);
    const href = await main.getByRole('link', { name: 'Scarica la convenzione' }).getAttribute('href');
    const answer = await page.request.get(href!);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await main.getByLabel(/^Copia firmata/).setInputFiles(file('conv.pdf', pdf('/OpenAction << /S /JavaScript /JS (x) >>')));
    await main.getByRole('button', { name: 'Carica', exact: true }).click();
    await expect(main.getByText('Nel file ci sono programmi').first()).toBeVisible();
    await main.getByLabel(/^Copia firmata/).setInputFiles(file('conv_firmata.pdf', pdf()));
    await main.getByRole('button', { name: 'Carica', exact: true }).click();
    await expect(main.getByText('La copia firmata è arrivata e conta.')).toBeVisible();
    await expect(main.getByText('Non verificata', { exact: true })).toBeVisible();
    await expect(main.getByText('Tu ora non devi fare nulla.')).toBeVisible();
  });
  await test.step('who signs for the university', async () => {
    await rector.goto(`/upo/area/convenzioni/${id}`);
    const side = rector.getByRole('main');
    await side.getByLabel(/^Copia firmata/).setInputFiles(file('conv_firmata_2.pdf', pdf('/AcroForm << /Fields [<< /FT /Sig /V << /ByteRange [0 1 2 3] /Contents <00> >> >>] >>')));
    await side.getByRole('button', { name: 'Carica', exact: true }).click();
    await expect(side.getByText('firma digitale nel PDF (PAdES)').first()).toBeVisible();
  });
  await test.step('D08: the office looks at each, enters the protocol and activates', async () => {
    await office.goto(`/upo/ufficio/convenzioni/${id}`);
    await desk.getByRole('button', { name: 'Attiva', exact: true }).click();
    await expect(office.getByRole('alert')).toContainText('Numero protocollo');
    const form = new Wizard(office);
    await form.write({ 'Numero protocollo': '0152340', 'Data protocollo': '01/02/2026', 'Perché è esente': 'Ente del terzo settore' });
    await desk.getByLabel('Esente', { exact: true }).check();
    for (const box of await desk.getByRole('checkbox', { name: /Ho guardato la firma/ }).all()) await box.check();
    await desk.getByRole('button', { name: 'Attiva', exact: true }).click();
    await expect(desk.getByText('0152340/2026', { exact: false }).first()).toBeVisible();
  });
  await test.step('U26: active, and valid for all departments', async () => {
    await letterTo(server, host.contact.email, 'Convenzione attiva');
    if (withoutScripts) await page.reload();
    await expect(main.getByText('vale per tutti i dipartimenti', { exact: false })).toBeVisible();
    await expect(main.getByText('La convenzione è attiva: si possono avviare tirocini.', { exact: false })).toBeVisible();
    await isSound(page);
    await page.goto('/upo/area/convenzioni');
    await expect(main.getByRole('row').filter({ hasText: '0152340/2026' })).toContainText('Attiva');
    await isSound(page);
  });
});

test('C02: what the office decides is seen on the open page of the company, and the request on the office’s list', async ({
  page,
  server,
  visitor,
}) => {
  const host = newHost();
  const caller = await withRepresentative(server, host);
  const office = await signedIn(server, 'ufficio.upo');
  const list = await visitor();
  await office.lendTo(list.context());
  await list.goto('/upo/ufficio/convenzioni');
  await expect(list.getByText('In diretta', { exact: false })).toBeVisible();
  const row = await proposed(caller, 'Tirocini d’inverno');
  await expect(list.getByRole('row').filter({ hasText: host.name })).toBeVisible();
  await caller.lendTo(page.context());
  await page.goto(`/upo/area/convenzioni/${row.id}`);
  await expect(page.getByText('In diretta', { exact: false })).toBeVisible();
  await expect(page.getByRole('main').getByText('In approvazione').first()).toBeVisible();
  await decidedBy(office, row, 'approve');
  await expect(page.getByRole('main').getByText('Approvata non attiva').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Carica', exact: true })).toBeVisible();
});

test('C03: a request is kept while it is written, on another device too', async ({ page, server, visitor }) => {
  const host = newHost();
  const caller = await withRepresentative(server, host);
  await caller.lendTo(page.context());
  await page.goto('/upo/area/convenzioni/nuova');
  const form = new Wizard(page);
  const kept = page.waitForResponse(/convention\/keep/);
  await form.write({ Descrizione: 'Ancora da finire' });
  await form.field('Descrizione').blur();
  expect((await kept).status()).toBe(200);
  await expect(page.getByRole('main').getByText(/^Bozza salvata alle/)).toBeVisible();
  const other = await visitor();
  await caller.lendTo(other.context());
  await other.goto('/upo/area/convenzioni/nuova');
  await expect(new Wizard(other).field('Descrizione')).toHaveValue('Ancora da finire');
  await form.write({ Durata: 'tre anni' });
  await page.getByRole('button', { name: 'Salva in bozza' }).click();
  await expect(page.getByRole('main').getByText('La bozza è salvata.')).toBeVisible();
  await expect(form.field('Durata')).toHaveValue('tre anni');
  await isSound(page);
});

test('C16: a new convention begins like one that is over', async ({ page, server }) => {
  const host = newHost();
  const caller = await withRepresentative(server, host);
  const row = await proposed(caller, 'Tirocini come l’anno scorso');
  await decidedBy(caller, row, 'withdraw');
  await caller.lendTo(page.context());
  await page.goto(`/upo/area/convenzioni/${row.id}`);
  await page.getByRole('main').getByRole('link', { name: 'Proponi nuova convenzione' }).click();
  await expect(new Wizard(page).field('Descrizione')).toHaveValue('Tirocini come l’anno scorso');
});

test('an approval that nobody signs lapses, and the page says so', async ({ page, server }) => {
  const host = newHost();
  const caller = await withRepresentative(server, host);
  const row = await proposed(caller, 'Tirocini mai firmati');
  await decidedBy(await signedIn(server, 'ufficio.upo'), row, 'approve');
  await forward(server, 92, 'days');
  await caller.lendTo(page.context());
  await expect
    .poll(async () => {
      await page.goto(`/upo/area/convenzioni/${row.id}`);
      return page.getByRole('main').locator('.tag').first().textContent();
    })
    .toBe('Decaduta');
});

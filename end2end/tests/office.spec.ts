import { accredited, submitted } from '../support/caller';
import { newHost } from '../support/host';
import { logIn } from '../support/login';
import { letterTo, lettersTo } from '../support/mail';
import { Office } from '../support/office';
import { expect, test } from '../support/server';
import { Wizard } from '../support/wizard';

test.use({ settings: { PONTE_MODE: 'demo' } });

test('C02: a new request stands in the open list within a second, without reloading', async ({ page, server }) => {
  const host = newHost();
  const office = new Office(page);
  await office.enter();
  await expect(page.getByText(/In diretta/)).toBeVisible();
  const mark = '[data-mark-of-the-test]';
  await page.evaluate(() => document.body.setAttribute('data-mark-of-the-test', ''));
  await submitted(server, host);
  await expect(office.row(host)).toBeVisible({ timeout: 1_000 });
  await expect(page.locator(mark), 'the page was not loaded again').toHaveCount(1);
});

test('C02: the list of a new demo shows its requests, the one that waits longest first', async ({ page }) => {
  const office = new Office(page);
  await office.enter();
  const rows = page.getByRole('main').getByRole('row');
  await expect(rows.filter({ hasText: 'Filanda Nuova S.r.l.' })).toContainText('Richiesta inviata');
  // Days are those of the calendar: one more in the first hours of the night.
  await expect(rows.nth(1)).toContainText(/[67] giorni/);
  await expect(rows.filter({ hasText: 'Edil Ticino S.r.l.' })).toHaveCount(0);
});

test('C02: what one officer decides leaves the list of another', async ({ page, server, visitor }) => {
  const host = newHost();
  await submitted(server, host);
  const other = new Office(await visitor());
  const office = new Office(page);
  await office.enter();
  await other.enter('upo', 'admin.upo');
  await expect(office.row(host)).toBeVisible();
  await expect(page.getByText(/In diretta/)).toBeVisible();
  await other.open(host);
  await other.press('Approva');
  await other.told(/Richiesta n\. \d+ approvata/);
  await expect(office.row(host)).toBeHidden({ timeout: 1_000 });
});

test('B07 U14 C14: the office asks for a correction, gets it and approves @phone @noscript', async ({ page, server, visitor }, info) => {
  test.slow();
  const scripts = info.project.use.javaScriptEnabled !== false;
  const host = newHost();
  await submitted(server, host);
  const office = new Office(await visitor());
  await test.step('a note on a field', async () => {
    await office.enter();
    await office.open(host);
    await expect(office.page.getByText('Mai registrata prima').first()).toBeVisible();
    await office.note('PEC', 'La casella non riceve: controlla il nome del dominio');
    await office.press(scripts ? /^Chiedi integrazione \(1 campo\)$/ : /^Chiedi integrazione$/);
    await office.told(/Integrazione chiesta per la richiesta n\. \d+/);
  });
  await test.step('the letter says what to correct', async () => {
    const letter = await letterTo(server, host.contact.email, 'Accreditamento da integrare');
    expect(letter.text).toContain('PEC');
    expect(letter.text).toContain('La casella non riceve');
  });
  await test.step('the contact corrects', async () => {
    await logIn(page, host.contact.userName, host.contact.password, '/upo/area');
    await expect(page.getByText('Da integrare', { exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('La casella non riceve');
    await page.getByRole('button', { name: 'Correggi' }).click();
    const wizard = new Wizard(page);
    await wizard.isAt('Dati aziendali');
    await expect(page.getByText('L’ufficio scrive:')).toHaveCount(1);
    await expect(wizard.notice('PEC')).toHaveText('L’ufficio scrive: La casella non riceve: controlla il nome del dominio');
    await wizard.write({ PEC: `corretta.${host.pec}` });
    for (const heading of ['Sede legale', 'Sede operativa', 'Referente aziendale', 'Rappresentante legale', 'Riepilogo']) {
      await wizard.next();
      await wizard.isAt(heading);
    }
    await expect(page.getByRole('main')).toContainText(`corretta.${host.pec}`);
    await page.getByRole('button', { name: 'Conferma', exact: true }).click();
    await expect(page).toHaveURL('/upo/area');
    await expect(page.getByText('Ora tocca all’ufficio')).toBeVisible();
  });
  await test.step('the office sees the difference and approves', async () => {
    await office.page.goto('/upo/ufficio/accreditamenti');
    await expect(office.row(host)).toContainText('integrata');
    await office.open(host);
    await expect(office.page.getByText(`Prima: ${host.pec}`)).toBeVisible();
    await expect(office.page.getByText(/Avevi chiesto: La casella non riceve/)).toBeVisible();
    await office.press('Approva');
    await office.told(/Richiesta n\. \d+ approvata/);
  });
  if (!scripts) await page.reload();
  await expect(page.getByText('Accreditata', { exact: true })).toBeVisible();
});

test('B07: the office rejects with a reason, which the contact reads', async ({ page, server, visitor }) => {
  const host = newHost();
  await submitted(server, host);
  const office = new Office(await visitor());
  const reason = 'L’attività dichiarata non è tra quelle che possono ospitare tirocini';
  await office.enter();
  await office.open(host);
  await office.press('Rifiuta');
  await expect(office.page.getByLabel('Motivo', { exact: true })).toBeFocused();
  await office.page.getByLabel('Motivo', { exact: true }).fill(reason);
  await office.press('Rifiuta');
  await office.told(/Richiesta n\. \d+ rifiutata/);
  const letter = await letterTo(server, host.contact.email, 'Accreditamento respinto');
  expect(letter.text).toContain(reason);
  await logIn(page, host.contact.userName, host.contact.password, '/upo/area');
  await expect(page.getByText('Rifiutata', { exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(reason);
  await page.getByRole('link', { name: 'Nuova richiesta' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accreditamento aziende' })).toBeVisible();
});

test('C14 B07: without scripts a note, a reason and an approval are sent by plain forms @only-noscript', async ({ page, server }) => {
  test.slow();
  const [asked, refused, approved] = [newHost(), newHost(), newHost()];
  for (const host of [asked, refused, approved]) await submitted(server, host);
  const office = new Office(page);
  await office.enter();
  await expect(page.getByRole('link', { name: 'Ricarica' })).toBeVisible();
  await office.open(asked);
  await office.note('PEC', 'La casella non riceve: controlla il nome del dominio');
  await office.press(/^Chiedi integrazione/);
  await office.told(/Integrazione chiesta/);
  await page.goto('/upo/ufficio/accreditamenti');
  await office.open(refused);
  await office.press('Rifiuta');
  await expect(page.getByRole('alert')).toContainText('Motivo');
  await page.getByLabel('Motivo', { exact: true }).fill('Non risulta nel registro delle imprese');
  await office.press('Rifiuta');
  await office.told(/rifiutata/);
  await page.goto('/upo/ufficio/accreditamenti');
  await office.open(approved);
  await office.press('Approva');
  await office.told(/approvata/);
});

test('C03: two officers decide on one request: the second is told and keeps what is written', async ({ page, server, visitor, watch }) => {
  watch.allow(/409 \(Conflict\)/);
  const host = newHost();
  await submitted(server, host);
  const [first, second] = [new Office(page), new Office(await visitor())];
  await first.enter();
  await second.enter('upo', 'admin.upo');
  await first.open(host);
  await second.open(host);
  await second.note('PEC', 'Scrivi la casella certificata in uso');
  await first.press('Approva');
  await first.told(/approvata/);
  await expect(second.page.getByText('La richiesta è cambiata')).toBeVisible();
  await second.page.getByRole('button', { name: 'Mostra', exact: true }).click();
  await expect(second.page.getByText('Accreditata', { exact: true }).first()).toBeVisible();
  await expect(second.page.getByLabel('Che cosa deve integrare su «PEC»')).toHaveValue('Scrivi la casella certificata in uso');
});

test('C03: half-written notes are there again on another device', async ({ page, server, visitor }) => {
  const host = newHost();
  await submitted(server, host);
  const office = new Office(page);
  await office.enter();
  await office.open(host);
  await office.note('PEC', 'Da finire di scrivere');
  await expect(page.getByText(/Note salvate alle|Bozza salvata alle/)).toBeVisible();
  const elsewhere = new Office(await visitor());
  await elsewhere.enter();
  await elsewhere.open(host);
  await expect(elsewhere.page.getByLabel('Che cosa deve integrare su «PEC»')).toHaveValue('Da finire di scrivere');
});

test('B14: letters go out in the language of who reads them', async ({ server }) => {
  const host = newHost();
  const caller = await submitted(server, host, 'en');
  await letterTo(server, host.contact.email, 'Verification code');
  const received = await letterTo(server, host.contact.email, 'Registration received');
  expect(received.text).toContain(host.contact.userName);
  await letterTo(server, 'assistenza.stage@ateneo.example', 'Nuova richiesta di accreditamento', host.name);
  await caller.post('/lingua', { lingua: 'it' });
  const italian = newHost();
  await accredited(server, italian);
  await letterTo(server, italian.contact.email, 'Accreditamento approvato');
  const subjects = await lettersTo(server, italian.contact.email);
  expect(subjects.some(({ subject }) => /approved/.test(subject))).toBe(false);
});

test('B12: the list exports exactly what it shows', async ({ page, server }) => {
  const host = newHost();
  await submitted(server, host);
  const office = new Office(page);
  await office.enter();
  await page.getByLabel('Cerca', { exact: true }).fill(host.name);
  await page.getByRole('button', { name: 'Cerca', exact: true }).click();
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(page.getByRole('row')).toHaveCount(2);
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Esporta CSV' }).click()]);
  const lines = (await text(csv)).trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(host.name);
  const [xlsx] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Esporta XLSX' }).click()]);
  expect((await text(xlsx)).slice(0, 2)).toBe('PK');
});

async function text(download: import('@playwright/test').Download): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

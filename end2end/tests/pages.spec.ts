import type { Page } from '@playwright/test';
import { DOORS, FOOTER, IDENTITY, REGISTRATION, STEPS } from '../support/addresses';
import { decided, filledIn, submitted, accredited, signedIn } from '../support/caller';
import { decidedBy, proposed, withRepresentative } from '../support/convention';
import { newHost } from '../support/host';
import { Office } from '../support/office';
import { expect, test } from '../support/server';
import { fits, isSound } from '../support/sound';

test.use({ settings: { PONTE_MODE: 'demo' } });

const DEMO = ['/demo', '/demo/posta', '/demo/orologio'];

// Doors, texts and demo pages load no scripts: without them they are the same.
const STILL = [...DOORS, ...Object.values(FOOTER), ...DEMO];

for (const address of [...STILL, ...IDENTITY, ...REGISTRATION]) {
  const tags = STILL.includes(address) ? '@phone' : '@phone @noscript';
  test(`B19 C14: ${address} is sound at every width ${tags}`, async ({ page }) => {
    await page.goto(address);
    if (STILL.includes(address)) await expect(page.locator('script')).toHaveCount(0);
    await isSound(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await fits(page);
  });
}

test('B19 C14: every page of the wizard is sound, as it opens and with all its problems @phone @noscript', async ({ page, server }) => {
  test.slow();
  const caller = await filledIn(server, newHost());
  await caller.lendTo(page.context());
  for (const step of STEPS) {
    await test.step(step, async () => {
      await page.goto(`/upo/accreditamento/${step}`);
      await expect(page).toHaveURL(`/upo/accreditamento/${step}`);
      await isSound(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await fits(page);
      await page.setViewportSize(test.info().project.use.viewport!);
    });
  }
  await page.goto('/upo/accreditamento/azienda');
  for (const field of await page.getByRole('main').getByRole('textbox').all()) await field.fill('');
  await page.getByRole('button', { name: 'Avanti', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('campi da correggere');
  await isSound(page);
});

test('B19 C14: the reserved area is sound in every state @phone @noscript', async ({ page, server, visitor }) => {
  test.slow();
  const [waits, corrects, rejected, open] = [newHost(), newHost(), newHost(), newHost()];
  const callers = [
    await submitted(server, waits),
    await submitted(server, corrects),
    await submitted(server, rejected),
    await accredited(server, open),
  ];
  await decided(server, corrects, 'request_integration', { 'notes[pec]': 'Controlla il nome del dominio' });
  await decided(server, rejected, 'reject', { reason: 'Non risulta nel registro delle imprese' });
  for (const caller of callers) {
    const person = await visitor();
    await caller.lendTo(person.context());
    await person.goto('/upo/area');
    await isSound(person);
  }
  await callers[3].lendTo(page.context());
  for (const address of ['/unimi/area', '/account', '/profili']) {
    await page.goto(address);
    await isSound(page);
  }
});

test('B19 C14: the office’s list and panel are sound @phone @noscript', async ({ page, server }) => {
  test.slow();
  const host = newHost();
  await submitted(server, host);
  const caller = await signedIn(server, 'ufficio.upo');
  await caller.lendTo(page.context());
  const list = '/upo/ufficio/accreditamenti';
  for (const address of ['/upo/ufficio', list, `${list}?q=nessunacosì`, `${list}?state=all&size=10`, '/profili']) {
    await page.goto(address);
    await isSound(page);
  }
  await page.goto(list);
  const office = new Office(page);
  await office.open(host);
  await isSound(page);
  await office.note('PEC', 'Controlla il nome del dominio');
  await isSound(page);
});

test('M25: the footer of every page leads to use, accessibility, legal notes and privacy @noscript', async ({ page }) => {
  test.slow();
  for (const from of ['/', '/upo', '/accedi', '/upo/accreditamento/nazione']) {
    for (const [text, address] of Object.entries(FOOTER)) {
      await page.goto(from);
      await page.getByRole('contentinfo').getByRole('link', { name: text, exact: true }).click();
      await expect(page).toHaveURL(address);
      await expect(page.getByRole('heading', { level: 1, name: text, exact: true })).toBeVisible();
    }
  }
});

test('B14: one button changes the language of every page, and back @phone @noscript', async ({ page }) => {
  await page.goto('/upo/accreditamento/nazione');
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveURL('/upo/accreditamento/nazione');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeVisible();
  await page.goto('/upo');
  await expect(page.getByRole('heading', { level: 1, name: 'Internship and Job Opportunities Portal' })).toBeVisible();
  await isSound(page);
  await page.getByRole('button', { name: 'Italiano' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Portale Stage e Opportunità di Lavoro' })).toBeVisible();
});

test('a page that is not there says so and leads on @phone @noscript', async ({ page, watch }) => {
  watch.allow(/404 \(Not Found\)/);
  for (const address of ['/nessuna', '/upo/nessuna', '/upo/accreditamento/nessuno', '/nessuna/area']) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await isSound(page);
    await expect(page.getByRole('link', { name: 'Tutte le istituzioni' })).toBeVisible();
  }
});

test('a page of others asks to sign in and comes back there, or is not there @noscript', async ({ page, server, watch }) => {
  watch.allow(/40[34] \((Forbidden|Not Found)\)/);
  await page.goto('/upo/ufficio/accreditamenti?state=all');
  await expect(page).toHaveURL(/^[^?]*\/accedi\?poi=/);
  const host = newHost();
  const caller = await submitted(server, host);
  await caller.lendTo(page.context());
  const answer = await page.goto('/upo/ufficio/accreditamenti');
  expect([403, 404]).toContain(answer?.status());
  await isSound(page);
});

test('B19 C14: conventions are sound at every width, for the host, for who signs and for the office @phone @noscript', async ({
  page,
  server,
  visitor,
}) => {
  test.slow();
  const caller = await withRepresentative(server, newHost());
  const office = await signedIn(server, 'ufficio.upo');
  const desk = await visitor();
  await caller.lendTo(page.context());
  await office.lendTo(desk.context());
  const looked = async (page: Page, address: string) => {
    await test.step(address, async () => {
      await page.goto(address);
      await isSound(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await fits(page);
      await page.setViewportSize(test.info().project.use.viewport!);
    });
  };
  const list = '/upo/area/convenzioni';
  for (const address of [list, `${list}/nuova`, '/upo/area/azienda']) await looked(page, address);
  const asked = await proposed(caller, 'Tirocini in falegnameria');
  await looked(desk, '/upo/ufficio/convenzioni?state=all');
  await looked(desk, `/upo/ufficio/convenzioni/${asked.id}`);
  await decidedBy(office, asked, 'approve');
  for (const address of [list, `${list}/${asked.id}`, '/upo/area']) await looked(page, address);
  await (await signedIn(server, 'rettore.upo')).lendTo(desk.context());
  await looked(desk, `${list}/${asked.id}`);
});

import type { Locator, Page } from '@playwright/test';
import { accredited, asked, decided, submitted } from '../support/caller';
import { newContact, newHost } from '../support/host';
import { expect, test, type Server } from '../support/server';

test.use({ settings: { PONTE_MODE: 'demo' } });

/** These and no others, by what readers call them. */
async function areNamed(entries: Locator, names: string[]): Promise<void> {
  await expect(entries).toHaveCount(names.length);
  for (const [place, name] of names.entries()) await expect(entries.nth(place)).toHaveAccessibleName(name);
}

/** The addresses of a page, each once. */
async function addresses(page: Page, server: Server): Promise<string[]> {
  const all = await page.locator('a[href]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return [...new Set(all)].filter((address) => address.startsWith(server.baseURL));
}

const MENU = ['Area azienda', 'Attivazione e contatti', 'Guide', 'Gestione profili', 'Account'];
/** Of a host that is accredited here. */
const OPEN_MENU = [MENU[0], 'Contatti azienda', 'Sedi', 'Convenzioni', 'Dati azienda', ...MENU.slice(1)];
/** The file to be chosen, and the button that sends it. */
const LOGO = ['Immagine', 'Carica logo'];
/** Of somebody who has no profile yet. */
const SMALL_MENU = MENU.slice(1);

test('U03: the reserved area has exactly the entries of its state, and none leads to something that is still to come @phone @noscript', async ({
  server,
  visitor,
}, info) => {
  test.slow();
  const [waits, corrects, rejected, open, joined] = [newHost(), newHost(), newHost(), newHost(), newHost()];
  const newcomer = newContact();
  const accreditedCaller = await accredited(server, open);
  const cases = [
    { caller: await submitted(server, waits), state: 'Richiesta inviata', entries: ['Ritira la richiesta'] },
    { caller: await submitted(server, corrects), state: 'Da integrare', entries: ['Correggi', 'Ritira la richiesta'] },
    { caller: await submitted(server, rejected), state: 'Rifiutata', entries: ['Nuova richiesta'] },
    { caller: accreditedCaller, state: 'Accreditata', entries: ['scegli la sua pagina', ...LOGO], menu: OPEN_MENU },
    {
      caller: await accredited(server, joined),
      state: 'Accreditata',
      entries: [...['Ammetti', 'Rifiuta'].map((word) => `${word} ${newcomer.firstName} ${newcomer.lastName}`), ...LOGO],
      menu: OPEN_MENU,
    },
    { caller: await asked(server, joined, newcomer), state: 'Attendi di essere ammessa o ammesso', entries: [], menu: SMALL_MENU },
    {
      caller: accreditedCaller,
      area: '/unimi/area',
      state: `${open.name} non è ancora accreditata qui`,
      entries: ['Leggi l’informativa', 'Chiedi l’accreditamento'],
    },
  ];
  await decided(server, corrects, 'request_integration', { 'notes[pec]': 'Controlla il nome del dominio' });
  await decided(server, rejected, 'reject', { reason: 'Non risulta nel registro delle imprese' });
  // Without scripts nothing comes by itself.
  const always = info.project.use.javaScriptEnabled === false ? ['Ricarica'] : [];
  for (const { caller, area, state, entries, menu } of cases) {
    await test.step(state, async () => {
      const person = await visitor();
      await caller.lendTo(person.context());
      await person.goto(area ?? '/upo/area');
      const main = person.getByRole('main');
      await expect(main.getByText(state, { exact: true })).toBeVisible();
      for (const fold of await main.locator('summary').all()) await fold.click();
      await areNamed(main.getByRole('link').or(main.getByRole('button')), [...always, ...entries]);
      await expect(main).not.toContainText(/prossimamente|presto|in arrivo|in costruzione|coming soon/i);
      const links = person.getByRole('navigation', { name: 'Menu principale' }).getByRole('link', { includeHidden: true });
      expect(new Set(await links.allTextContents())).toEqual(new Set(menu ?? MENU));
      for (const address of await addresses(person, server)) {
        const answer = await person.request.get(address, { maxRedirects: 0 });
        expect(answer.status(), address).toBe(200);
      }
    });
  }
});

test('C03 C14: a logo that is no picture or too large is told at its field; one that is right is shown until it is taken away @phone @noscript', async ({
  page,
  server,
}) => {
  const caller = await accredited(server, newHost());
  await caller.lendTo(page.context());
  await page.goto('/upo/area');
  const main = page.getByRole('main');
  const field = main.getByLabel('Immagine');
  const send = async (name: string, buffer: Buffer): Promise<void> => {
    await field.setInputFiles({ name, mimeType: 'image/png', buffer });
    await main.getByRole('button', { name: 'Carica logo' }).click();
  };
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 64 } });
  await main.getByRole('button', { name: 'Carica logo' }).click();
  await expect(field).toHaveAccessibleDescription(/Scegli/);
  await send('logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = 1</script></svg>'));
  await expect(field).toHaveAccessibleDescription(/Non è un’immagine PNG o JPEG/);
  await send('logo.png', Buffer.concat([picture, Buffer.alloc(1024 * 1024)]));
  await expect(field).toHaveAccessibleDescription(/troppo grande/);
  await expect(main.getByRole('img', { name: 'Il logo attuale' })).toHaveCount(0);
  await send('logo.png', picture);
  await expect(main.getByText('Il logo è salvato.')).toBeVisible();
  const logo = main.getByRole('img', { name: 'Il logo attuale' });
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => Math.round(image.naturalWidth / image.naturalHeight))).toBe(5);
  await main.getByRole('button', { name: 'Togli logo' }).click();
  await expect(main.getByText('Il logo è stato tolto.')).toBeVisible();
  await expect(logo).toHaveCount(0);
});

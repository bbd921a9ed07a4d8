import type { Page } from '@playwright/test';
import { signedIn, submitted } from '../support/caller';
import { forward } from '../support/clock';
import { newHost } from '../support/host';
import { fillLogIn, logIn } from '../support/login';
import { letterTo, lettersTo, linkIn } from '../support/mail';
import { expect, test } from '../support/server';

test.use({ settings: { PONTE_MODE: 'demo' } });

/** An entry of «Menu» on upo's door. */
async function chooseInMenu(page: Page, entry: string): Promise<void> {
  await page.goto('/upo');
  const menu = page.getByRole('navigation', { name: 'Menu principale' });
  await menu.locator('summary').click();
  await menu.getByRole('link', { name: entry, exact: true }).click();
}

async function setPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Nuova password', { exact: true }).fill(password);
  await page.getByLabel('Ripeti la password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Reimposta la password' }).click();
}

test('U16 U18 D18 B03: a forgotten password is set anew by a mailed link, which changes nothing until a button is pressed @phone @noscript', async ({
  page,
  server,
  watch,
}) => {
  watch.allow(/422 \(Unprocessable Entity\).*(reset_password|log_in)/);
  const host = newHost();
  await submitted(server, host);
  const { userName, email, password } = host.contact;
  await chooseInMenu(page, 'Password dimenticata');
  await page.getByLabel('Nome utente', { exact: true }).fill(`${userName}@esterni.uniupo.it`);
  await page.getByRole('button', { name: 'Inviami il link' }).click();
  await expect(page.getByText('Controlla la tua e-mail')).toBeVisible();
  const link = linkIn(await letterTo(server, email, 'Reimposta la password'), '/recupera-password');

  await test.step('a scanner opens the link, twice: nothing has changed', async () => {
    for (const method of ['GET', 'HEAD']) expect((await fetch(server.baseURL + link, { method })).status).toBe(200);
    await signedIn(server, userName, password);
  });
  await page.goto(link);
  await setPassword(page, 'corta');
  await expect(page.getByRole('alert')).toContainText('Nuova password');
  await setPassword(page, 'sei lumache sotto la pioggia');
  await expect(page.getByText('La password è cambiata')).toBeVisible();

  await fillLogIn(page, userName, password);
  await expect(page.getByRole('alert')).toBeVisible();
  await logIn(page, userName, 'sei lumache sotto la pioggia', '/upo/area');
  await page.goto(link);
  await expect(page.getByText('Il link non vale più')).toBeVisible();
  const warning = await letterTo(server, email, 'Avviso di sicurezza');
  expect(warning.text).toContain('password');
});

test('B03: a link that is too old says so and offers another', async ({ page, server }) => {
  const host = newHost();
  await submitted(server, host);
  await page.goto('/recupera-password');
  await page.getByLabel('Nome utente', { exact: true }).fill(host.contact.userName);
  await page.getByRole('button', { name: 'Inviami il link' }).click();
  await expect(page).toHaveURL(/inviato=1/);
  const link = linkIn(await letterTo(server, host.contact.email, 'Reimposta la password'), '/recupera-password');
  await forward(server, 31, 'minutes', true);
  await page.goto(link);
  await expect(page.getByText('Il link non vale più')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Inviami il link' })).toBeVisible();
});

test('D18: forgotten user names go to the address they were registered with @noscript', async ({ page, server }) => {
  const host = newHost();
  await submitted(server, host);
  await chooseInMenu(page, 'Nome utente dimenticato');
  await page.getByLabel('E-mail', { exact: true }).fill(host.contact.email);
  await page.getByRole('button', { name: 'Inviami il nome utente' }).click();
  await expect(page.getByText('Controlla la tua e-mail')).toBeVisible();
  const letter = await letterTo(server, host.contact.email, 'Il tuo nome utente');
  expect(letter.text).toContain(host.contact.userName);
});

test('U18 D18: the answer does not tell whether an account exists', async ({ page, server }) => {
  const host = newHost();
  await submitted(server, host);
  const answers = async (address: string, label: string, text: string, button: string) => {
    await page.goto(address);
    await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText('Controlla la tua e-mail')).toBeVisible();
    return page.getByRole('main').innerText();
  };
  const link = (name: string) => answers('/recupera-password', 'Nome utente', name, 'Inviami il link');
  const name = (email: string) => answers('/recupera-utente', 'E-mail', email, 'Inviami il nome utente');
  expect(await link('nessuno.mai')).toBe(await link(host.contact.userName));
  expect(await name('nessuno@posta.example')).toBe(await name(host.contact.email));
  await letterTo(server, host.contact.email, 'Il tuo nome utente');
  expect(await lettersTo(server, 'nessuno@posta.example')).toEqual([]);
});

test('U15 U18: the password is changed in the account, which tells its holder', async ({ page, server }) => {
  const host = newHost();
  await submitted(server, host);
  const { userName, password, email } = host.contact;
  await logIn(page, userName, password, '/account');
  await page.getByLabel('Password attuale', { exact: true }).fill(password);
  await page.getByLabel('Nuova password', { exact: true }).fill('sette tazze di porcellana');
  await page.getByLabel('Ripeti la password', { exact: true }).fill('sette tazze di porcellana');
  await page.getByRole('button', { name: 'Cambia la password' }).click();
  await expect(page.getByText('La password è cambiata')).toBeVisible();
  await signedIn(server, userName, 'sette tazze di porcellana');
  const warning = await letterTo(server, email, 'Avviso di sicurezza');
  expect(warning.text).toContain('password');
});

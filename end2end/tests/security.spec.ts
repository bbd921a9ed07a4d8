import { filledIn, requestOf, signedIn, submitted } from '../support/caller';
import { newHost } from '../support/host';
import { logIn } from '../support/login';
import { codeTo, lettersTo } from '../support/mail';
import { expect, test } from '../support/server';
import { Wizard } from '../support/wizard';

test.use({ settings: { PONTE_MODE: 'demo' } });

test('pages carry the strict policy, and the browser obeys it', async ({ page, watch }) => {
  watch.allow(/Content Security Policy/);
  for (const address of ['/upo', '/accedi', '/upo/accreditamento/nazione', '/demo']) {
    const answer = await page.goto(address);
    const policy = answer!.headers()['content-security-policy'];
    expect(policy, address).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic' 'wasm-unsafe-eval'/);
    for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy, address).toContain(part);
    }
    expect(policy, address).not.toContain('unsafe-inline');
    expect(answer!.headers()['x-content-type-options'], address).toBe('nosniff');
  }
  await page.goto('/accedi');
  // As markup that got into the page would: what its own scripts make may run, what stands in the page may not.
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="document.documentElement.dataset.injected = 1">');
    document.body.insertAdjacentHTML('beforeend', '<p id="painted" style="color: red">x</p>');
  });
  await expect(page.locator('#painted')).not.toHaveCSS('color', 'rgb(255, 0, 0)');
  await expect(page.locator('html[data-injected]')).toHaveCount(0);
});

test('two pages never carry the same nonce', async ({ request }) => {
  const nonce = async () => /'nonce-([^']+)'/.exec((await request.get('/accedi')).headers()['content-security-policy'])![1];
  expect(await nonce()).not.toBe(await nonce());
});

test('the session’s cookie is for the server alone, and log-out ends it there too @noscript', async ({ page, server }) => {
  const host = newHost();
  await submitted(server, host);
  await logIn(page, host.contact.userName, host.contact.password, '/upo/area');
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'ponte')!;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 });
  expect(cookie.value.length).toBeGreaterThanOrEqual(43);
  await page.goto('/esci');
  await page.getByRole('main').getByRole('button', { name: 'Esci' }).click();
  const headers = { cookie: `ponte=${cookie.value}`, accept: 'text/html' };
  const answer = await fetch(`${server.baseURL}/account`, { headers, redirect: 'manual' });
  expect(answer.headers.get('location')).toContain('/accedi');
});

test('a post from another site is refused', async ({ server }) => {
  const form = new URLSearchParams({ lingua: 'en' });
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  const answer = await fetch(`${server.baseURL}/lingua`, { method: 'POST', body: form, headers, redirect: 'manual' });
  expect(answer.status).toBe(403);
});

test('a double click on «Conferma» sends one code and reserves one name @phone', async ({ page, server }) => {
  const host = newHost();
  const caller = await filledIn(server, host);
  await caller.lendTo(page.context());
  await page.goto('/upo/accreditamento/riepilogo');
  await page.getByRole('main').getByRole('button', { name: 'Conferma', exact: true }).dblclick();
  await expect(page).toHaveURL('/verifica-email');
  await codeTo(server, host.contact.email);
  expect(await lettersTo(server, host.contact.email)).toHaveLength(1);
});

test('C14: the summary posted again, and the code posted again, change nothing @noscript', async ({ page, server }) => {
  const host = newHost();
  const caller = await filledIn(server, host);
  const summary = { institution: 'upo', 'answers[_whole]': 'true' };
  for (const _ of [1, 2, 3]) expect(await caller.post('/api/accreditation/confirm', summary)).toBe('/verifica-email');
  await caller.lendTo(page.context());
  await page.goto('/upo/accreditamento/riepilogo');
  await expect(page.getByText('Manca solo il codice')).toBeVisible();
  const code = await codeTo(server, host.contact.email);
  expect(await lettersTo(server, host.contact.email)).toHaveLength(1);
  await page.goto('/verifica-email');
  await new Wizard(page).enterCode(host.contact, code);
  await expect(page).toHaveURL('/upo/area');
  const password = host.contact.password;
  const again = new URLSearchParams({ user_name: host.contact.userName, code, password, password_again: password });
  const answer = await fetch(`${server.baseURL}/api/accreditation/verify_code`, { method: 'POST', body: again });
  expect(answer.status).toBe(422);
  const { number } = await requestOf(await signedIn(server, 'ufficio.upo'), host);
  expect(number).toBeGreaterThan(0);
});

test('what a page shows of somebody’s words is text, not code @noscript', async ({ page, server }) => {
  const host = { ...newHost(), name: '<img src=x onerror=alert(1)> & "Figli" </script>' };
  await submitted(server, host);
  const caller = await signedIn(server, 'ufficio.upo');
  await caller.lendTo(page.context());
  await page.goto('/upo/ufficio/accreditamenti');
  await page.getByRole('link', { name: host.name }).click();
  await expect(page.getByRole('heading', { level: 2, name: host.name })).toBeVisible();
});

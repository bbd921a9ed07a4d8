import { accredited, asked, submitted } from '../support/caller';
import { newContact, newHost } from '../support/host';
import { logIn } from '../support/login';
import { codeTo, letterTo } from '../support/mail';
import { Office } from '../support/office';
import { expect, test } from '../support/server';
import { Wizard } from '../support/wizard';

test.use({ settings: { PONTE_MODE: 'demo' } });

test('U19: a known host leads to joining it: the newcomer sees name and town only, a contact admits @phone @noscript', async ({
  page,
  server,
  visitor,
}) => {
  test.slow();
  const host = newHost();
  const newcomer = newContact();
  await accredited(server, host);
  const wizard = new Wizard(page);

  await test.step('the newcomer asks', async () => {
    await page.goto('/upo/accreditamento/nazione');
    await wizard.ids(host);
    await wizard.next();
    await wizard.isAt('Referente aziendale');
    const main = page.getByRole('main');
    await expect(main).toContainText(`${host.name} è già registrata`);
    await expect(main).toContainText(`Sede a ${host.seat.city}`);
    for (const secret of [host.seat.street, host.email, host.pec, host.contact.lastName]) await expect(main).not.toContainText(secret);
    await wizard.contact(newcomer);
    await wizard.next();
    await wizard.privacy();
    await wizard.next();
    await wizard.userName(newcomer);
    await wizard.next();
    await wizard.isAt('Riepilogo');
    await page.getByRole('main').getByRole('button', { name: 'Conferma', exact: true }).click();
    await wizard.enterCode(newcomer, await codeTo(server, newcomer.email));
    await expect(page.getByText('Attendi di essere ammessa o ammesso')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(host.seat.street);
  });
  await test.step('a contact of the host admits', async () => {
    const letter = await letterTo(server, host.contact.email, 'Nuovo contatto aziendale');
    expect(letter.text).toContain(`${newcomer.firstName} ${newcomer.lastName}`);
    const contact = await visitor();
    await logIn(contact, host.contact.userName, host.contact.password, '/upo/area');
    await expect(contact.getByText(`${newcomer.firstName} ${newcomer.lastName} chiede di entrare`)).toBeVisible();
    await contact.getByRole('button', { name: `Ammetti ${newcomer.firstName} ${newcomer.lastName}` }).click();
    await expect(contact.getByText('Non devi fare nulla')).toBeVisible();
  });
  await page.reload();
  await expect(page.getByText('Accreditata', { exact: true })).toBeVisible();
  const told = await letterTo(server, newcomer.email, 'Nuovo contatto aziendale');
  expect(told.text).toContain('da ora sei fra i contatti');
});

test('U19 C02: the request of a newcomer appears in the open area of the contact, and the answer in the newcomer’s', async ({
  page,
  server,
  visitor,
}) => {
  const host = newHost();
  const newcomer = newContact();
  await accredited(server, host);
  await logIn(page, host.contact.userName, host.contact.password, '/upo/area');
  await expect(page.getByText(/In diretta/)).toBeVisible();
  const caller = await asked(server, host, newcomer);
  const waiting = await visitor();
  await caller.lendTo(waiting.context());
  await waiting.goto('/upo/area');
  await expect(waiting.getByText('Attendi di essere ammessa o ammesso')).toBeVisible();
  await expect(waiting.getByText(/In diretta/)).toBeVisible();
  await page.getByRole('button', { name: /^Rifiuta/ }).click();
  await expect(waiting.getByText('La richiesta non è stata accolta')).toBeVisible();
});

test('U19 C02 C14: who asks to enter stands among the contacts of the company, and is admitted there @phone @noscript', async ({
  page,
  server,
}, info) => {
  const host = newHost();
  const newcomer = newContact();
  const caller = await accredited(server, host);
  await caller.lendTo(page.context());
  await page.goto('/upo/area/contatti');
  const withoutScripts = info.project.use.javaScriptEnabled === false;
  if (!withoutScripts) await expect(page.getByText(/In diretta/)).toBeVisible();
  await asked(server, host, newcomer);
  if (withoutScripts) await page.reload();
  const name = `${newcomer.firstName} ${newcomer.lastName}`;
  await page.getByRole('button', { name: `Ammetti ${name}` }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(row).toContainText('Attivo');
});

test('U19: a host whose only request was rejected may be registered anew', async ({ page, server, visitor }) => {
  const host = newHost();
  await submitted(server, host);
  const office = new Office(await visitor());
  await office.enter();
  await office.open(host);
  await office.press('Rifiuta');
  await office.page.getByLabel('Motivo', { exact: true }).fill('Non risulta nel registro delle imprese');
  await office.press('Rifiuta');
  await office.told(/rifiutata/);
  await page.goto('/upo/accreditamento/nazione');
  const wizard = new Wizard(page);
  await wizard.ids(host);
  await wizard.next();
  await wizard.isAt('Dati aziendali');
});

test('C13: a host accredited by one institution asks another from its own area, without typing anything again @noscript', async ({
  page,
  server,
  visitor,
  watch,
}) => {
  test.slow();
  watch.allow(/422 \(Unprocessable Entity\).*request_elsewhere/);
  const host = newHost();
  await accredited(server, host);
  await logIn(page, host.contact.userName, host.contact.password, '/unimi/area');
  const main = page.getByRole('main');
  await expect(main).toContainText(`${host.name} non è ancora accreditata qui`);
  await expect(main).toContainText('Accreditata da: Università del Piemonte Orientale.');
  await main.getByRole('button', { name: 'Chiedi l’accreditamento' }).click();
  await expect(page.getByRole('alert')).toContainText('metti la spunta per continuare');
  await new Wizard(page).privacy();
  await main.getByRole('button', { name: 'Chiedi l’accreditamento' }).click();
  await expect(page.getByText('Ora tocca all’ufficio')).toBeVisible();
  const office = new Office(await visitor());
  await office.enter('unimi');
  await office.open(host);
  await expect(office.page.getByText(/Accreditata da/)).toBeVisible();
  await office.press('Approva');
  await office.told(/approvata/);
  await page.reload();
  await expect(page.getByText('Accreditata', { exact: true })).toBeVisible();
});

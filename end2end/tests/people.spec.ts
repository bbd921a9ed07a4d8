import { accredited } from '../support/caller';
import { newContact, newHost } from '../support/host';
import { codeTo, letterTo, linkIn } from '../support/mail';
import { expect, test } from '../support/server';
import { Wizard } from '../support/wizard';

test.use({ settings: { PONTE_MODE: 'demo' } });

test('U19 U20 U21: a tutor is invited by e-mail, enters with the code, and is linked to the seat by a tick and Salva @phone @noscript', async ({
  page,
  server,
  visitor,
  watch,
}, info) => {
  test.slow();
  watch.allow(/422 \(Unprocessable Entity\).*(save_seat|invite_contact)/);
  const host = newHost();
  const tutor = newContact();
  const name = `${tutor.firstName} ${tutor.lastName}`;
  const withoutScripts = info.project.use.javaScriptEnabled === false;
  const caller = await accredited(server, host);
  await caller.lendTo(page.context());
  const form = new Wizard(page);
  const main = page.getByRole('main');
  const row = main.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

  await test.step('a seat where traineeships take place', async () => {
    await page.goto('/upo/area');
    const menu = page.getByRole('navigation', { name: 'Menu principale' });
    await expect(menu.getByRole('link', { name: 'Contatti azienda', includeHidden: true })).not.toHaveCount(0);
    await page.goto('/upo/area/sedi');
    await expect(main.getByText(host.seat.street)).toBeVisible();
    await main.getByRole('link', { name: 'Aggiungi una sede operativa' }).click();
    await form.write({ 'Denominazione sede': 'Laboratorio', Indirizzo: 'Via Roma', CAP: '2810', 'Comune/Città': 'Novara', Provincia: 'NO' });
    await main.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('CAP');
    await expect(form.field('Denominazione sede')).toHaveValue('Laboratorio');
    await form.write({ CAP: '28100' });
    await main.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(main.getByText('Dati salvati')).toBeVisible();
    await expect(main.getByRole('heading', { name: 'Laboratorio' })).toBeVisible();
    await expect(main.getByText('Nessun tutor collegato')).toBeVisible();
  });
  await test.step('the tutor is invited', async () => {
    await page.goto('/upo/area/contatti');
    await main.getByRole('link', { name: 'Aggiungi un contatto' }).click();
    await form.write({
      Nome: tutor.firstName,
      Cognome: tutor.lastName,
      'Ruolo/qualifica in azienda': 'Responsabile di produzione',
      'E-mail': tutor.email,
      Telefono: '0321 555 0199',
    });
    await form.box('Tutor').check();
    await main.getByRole('button', { name: 'Invita', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Codice fiscale');
    await expect(form.field('Cognome')).toHaveValue(tutor.lastName);
    await form.write({ 'Codice fiscale': host.representative.taxCode, 'Anni di esperienza': '12' });
    await main.getByRole('button', { name: 'Invita', exact: true }).click();
    await expect(main.getByText('Invito inviato')).toBeVisible();
    await expect(row).toContainText('Deve confermare l’e-mail');
  });
  const invited = await visitor();
  await test.step('the tutor enters with the code', async () => {
    const letter = await letterTo(server, tutor.email, 'Codice di verifica');
    const userName = /nome utente è (\S+?)\.?\s/.exec(letter.text)?.[1] ?? '';
    await invited.goto(linkIn(letter, '/verifica-email'));
    await new Wizard(invited).enterCode({ ...tutor, userName }, await codeTo(server, tutor.email));
    await expect(invited).toHaveURL('/upo/area');
    const told = await letterTo(server, host.contact.email, 'Nuovo contatto aziendale');
    expect(told.text).toContain(`${name} è ora fra i contatti`);
  });
  await test.step('the contact ticks the seat', async () => {
    if (withoutScripts) await page.reload();
    await expect(row).toContainText('Attivo');
    await row.getByRole('link', { name, exact: true }).click();
    await expect(main.getByRole('heading', { name: 'Dati anagrafici' })).toBeVisible();
    await expect(form.field('Anni di esperienza')).toHaveValue('12');
    await main.getByRole('group', { name: 'Sedi di attività' }).getByRole('checkbox', { name: 'Laboratorio' }).check();
    await main.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(main.getByText('Dati salvati')).toBeVisible();
    await expect(row).toContainText('Laboratorio');
  });
  await invited.goto('/upo/area/sedi');
  await expect(invited.getByRole('main')).toContainText(name);
  await expect(invited.getByRole('link', { name: /Aggiungi|Modifica/ })).toHaveCount(0);
});

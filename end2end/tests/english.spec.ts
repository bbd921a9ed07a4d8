import type { Page } from '@playwright/test';
import { DOORS, FOOTER, IDENTITY, REGISTRATION, STEPS } from '../support/addresses';
import { accredited, asked, Caller, decided, filledIn, pages, requestOf, signedIn, submitted } from '../support/caller';
import { decidedBy, proposed, withRepresentative } from '../support/convention';
import { Twins } from '../support/english';
import { newContact, newHost, type Host } from '../support/host';
import { letterTo, linkIn } from '../support/mail';
import { file, pdf } from '../support/pdf';
import { expect, test, type Server } from '../support/server';

test.use({ settings: { PONTE_MODE: 'demo' } });

/** What stands on pages about these hosts and cannot be translated. */
function namesOf(...hosts: Host[]): string[] {
  const written = hosts.flatMap((host) => Object.values(pages(host)).flatMap((page) => Object.values(page)));
  const people = hosts.map(({ contact }) => `${contact.firstName} ${contact.lastName}`);
  const codes = ['true', 'IT', 'srl', 'private'];
  const whole = [...written, ...people].filter((text) => !codes.includes(text) && /\p{L}/u.test(text));
  return [...whole, ...whole.flatMap((text) => text.split(/(?<=@)/)), ...people.map(initials)];
}

const initials = (name: string) => name.split(' ').map(([letter]) => letter).join('');

/** The page in both languages, for the same person. */
async function twins(server: Server, caller: Caller, [italian, english]: Page[], names: string[]): Promise<Twins> {
  await caller.lendTo(italian.context(), 'it');
  await caller.lendTo(english.context(), 'en');
  return new Twins(italian, english, names);
}

/** Sends the page with every field like this; there is something wrong with it. */
async function sendWith(page: Page, text: string): Promise<void> {
  const main = page.getByRole('main');
  for (const field of await main.getByRole('textbox').all()) await field.fill(text);
  for (const box of await main.getByRole('checkbox').all()) await box.uncheck();
  await main.locator('button[value=next]').click();
  await expect(page.getByRole('alert')).toBeVisible();
}

/** Of institutions and offices. */
const PROPER = [
  'Via Duomo 6, 13100 Vercelli',
  'Via Isimbardi 10, 22060 Novedrate (CO)',
  'Via Festa del Perdono 7, 20122 Milano',
  'Viale della Scuola 1, 00153 Roma',
  'Difensore civico per il digitale',
];

test('B14: no Italian is left on the public pages in English', async ({ page, server, visitor, watch }) => {
  test.slow();
  watch.allow(/404 \(Not Found\)/);
  const both = await twins(server, new Caller(server), [await visitor(), page], PROPER);
  for (const address of [...DOORS, ...Object.values(FOOTER), ...IDENTITY, ...REGISTRATION, '/nessuna']) await both.open(address);
  for (const address of ['/recupera-password?inviato=1', '/recupera-utente?inviato=1', '/verifica-email?inviato=1', '/accedi?reimpostata=1']) {
    await both.open(address);
  }
});

test('B14: no Italian is left in English where log-in, code, recovery and account refuse what was sent', async ({
  page,
  server,
  visitor,
  watch,
}) => {
  test.slow();
  watch.allow(/422 \(Unprocessable Entity\)/, /404 \(Not Found\).*resume/);
  const host = newHost();
  const caller = await submitted(server, host);
  await new Caller(server).post('/api/identity/recover_password', { login: host.contact.userName });
  const link = linkIn(await letterTo(server, host.contact.email, 'Reimposta la password'), '/recupera-password');
  const italian = await visitor();
  const refused = async (both: Twins, address: string) => {
    await both.both(async (page) => {
      await page.goto(address);
      const main = page.getByRole('main');
      for (const field of await main.locator('input:not([type=hidden], [readonly])').all()) await field.fill('x');
      await main.locator('button:not([type=button])').last().click();
      await expect(page.getByRole('alert').first()).toBeVisible();
    });
    await both.areTranslated(`${address}, refused`);
  };
  const strangers = await twins(server, new Caller(server), [italian, page], []);
  for (const address of ['/accedi', '/verifica-email', link, '/upo/accreditamento/riprendi?chiave=x']) await refused(strangers, address);
  await refused(await twins(server, caller, [italian, page], namesOf(host)), '/account');
});

test('B14: no Italian is left in English on any step of the registration, with all its problems', async ({ page, server, visitor }) => {
  test.slow();
  const hosts = [newHost(), newHost()];
  const italian = await visitor();
  await (await filledIn(server, hosts[0], 'utente', 'it')).lendTo(italian.context());
  await (await filledIn(server, hosts[1], 'utente', 'en')).lendTo(page.context());
  const both = new Twins(italian, page, namesOf(...hosts));
  // The last one first: a page with a mistake closes those after it.
  for (const step of [...STEPS].reverse()) {
    await both.open(`/upo/accreditamento/${step}`);
    if (step === 'riepilogo') continue;
    await both.both((page) => sendWith(page, 'x@'));
    await both.areTranslated(`${step}, written wrongly`);
    if (['sede-operativa', 'rappresentante'].includes(step)) continue;
    await both.both((page) => sendWith(page, ''));
    await both.areTranslated(`${step}, sent empty`);
  }
});

test('B14: no Italian is left in English in the reserved area in every state, in account, profiles and log-out', async ({
  page,
  server,
  visitor,
}) => {
  test.slow();
  const [waits, corrects, rejected, open] = [newHost(), newHost(), newHost(), newHost()];
  const newcomer = newContact();
  const callers = [
    await submitted(server, waits),
    await submitted(server, corrects),
    await submitted(server, rejected),
    await accredited(server, open),
  ];
  const [note, reason] = ['La casella non riceve', 'Non risulta nel registro'];
  await decided(server, corrects, 'request_integration', { note, 'notes[pec]': note });
  await decided(server, rejected, 'reject', { reason });
  callers.push(await asked(server, open, newcomer));
  const names = [note, reason, ...namesOf(waits, corrects, rejected, open, { ...open, contact: newcomer }), 'Tutor'];
  const italian = await visitor();
  for (const caller of callers) {
    const both = await twins(server, caller, [italian, page], names);
    await both.open('/upo/area');
  }
  const both = await twins(server, callers[3], [italian, page], names);
  for (const address of ['/unimi/area', '/account', '/account?cambiata=1', '/profili', '/esci']) await both.open(address);
});

test('B14: no Italian is left in English in the office’s list and panel', async ({ page, server, visitor }) => {
  test.slow();
  const hosts = [newHost(), newHost(), newHost(), newHost()];
  for (const host of hosts) await submitted(server, host);
  const [note, reason] = ['La casella non riceve', 'Non risulta nel registro'];
  await decided(server, hosts[1], 'request_integration', { note, 'notes[pec]': note });
  await decided(server, hosts[2], 'reject', { reason });
  await decided(server, hosts[3], 'approve');
  const office = await signedIn(server, 'ufficio.upo');
  const query = { institution: 'upo', 'query[state]': 'all', 'query[size]': '50' };
  const { page: list } = await office.ask<{ page: { rows: { host_name: string; town: string }[] } }>('/api/office/queue', query);
  const others = list.rows.flatMap(({ host_name, town }) => [host_name, town]);
  const names = [note, reason, 'nessunacosì', 'Sofia Marchetti', 'SM', 'ufficio.upo@demo.example', 'ufficio.upo', ...others, ...namesOf(...hosts)];
  const both = await twins(server, office, [await visitor(), page], names);
  const queue = '/upo/ufficio/accreditamenti';
  for (const part of ['', '?state=all', '?q=nessunacosì', '?state=all&q=nessunacosì', '?state=revoked']) await both.open(queue + part);
  for (const host of hosts) {
    const { id } = await requestOf(office, host);
    await both.open(`${queue}/${id}`);
  }
  for (const address of ['/account', '/profili']) await both.open(address);
});

test('B14: no Italian is left in English on conventions, from the request to the protocol', async ({ page, server, visitor, watch }) => {
  test.slow();
  watch.allow(/422 \(Unprocessable Entity\)/);
  const host = newHost();
  const bare = await accredited(server, newHost());
  const caller = await withRepresentative(server, host);
  const office = await signedIn(server, 'ufficio.upo');
  const italian = await visitor();
  const wording = 'Falegnameria e restauro';
  const people = ['Sofia Marchetti', 'SM', 'Andrea Conti', 'AC', 'Scritto per esteso qui', wording];
  const signer = `${host.representative.firstName} ${host.representative.lastName}`;
  const names = [...people, signer, ...namesOf(host), 'conv_firmata.pdf', 'Università del Piemonte Orientale'];
  const list = '/upo/area/convenzioni';
  // What areas and departments are called is the university's own.
  await bare.lendTo(italian.context(), 'it');
  await italian.goto(`${list}/nuova`);
  const choices = await italian.locator('select option:not([value=""])').allTextContents();
  const own = await twins(server, caller, [italian, page], [...names, ...choices]);
  await own.open(list);
  await own.open('/upo/area/azienda');
  await own.open(`${list}/nuova`);
  await own.both(async (page) => {
    await page.getByRole('main').locator('button[value=submit]').click();
    await expect(page.getByRole('alert')).toBeVisible();
  });
  await own.areTranslated('a convention, sent empty');
  const asked = await proposed(caller, wording);
  await own.open(`${list}/${asked.id}`);
  const desk = await twins(server, office, [await visitor(), await visitor()], [...names, ...choices, 'ufficio.upo']);
  await desk.open(`/upo/ufficio/convenzioni/${asked.id}`);
  await decidedBy(office, asked, 'approve');
  await own.open(`${list}/${asked.id}`);
  await own.open('/upo/area');
  await desk.open(`/upo/ufficio/convenzioni/${asked.id}`);
  await own.english.goto(`${list}/${asked.id}`);
  await own.english.locator('input[type=file]').setInputFiles(file('conv_firmata.pdf', pdf()));
  await own.english.getByRole('button', { name: 'Upload', exact: true }).click();
  await own.open(`${list}/${asked.id}`);
  await desk.open(`/upo/ufficio/convenzioni?q=${wording.split(' ')[0]}`);
});

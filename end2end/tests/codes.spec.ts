import type { Page } from '@playwright/test';
import { filledIn } from '../support/caller';
import { newHost } from '../support/host';
import { expect, test, type Server } from '../support/server';
import { DEAD } from '../support/watch';
import { Wizard } from '../support/wizard';

// The vectors of the domain reference, section 5, typed into the page while nobody answers it.

test.use({ settings: { PONTE_MODE: 'demo' } });
test.beforeEach(({ watch }) => watch.allow(DEAD));

/** What the field says of each text; nothing of a right one. */
type Said = [text: string, problem: string][];

/** A page of the wizard after its scripts have saved a field; `last` is the page before it. */
async function open(page: Page, server: Server, step: string, last: string, [label, text]: [string, string]): Promise<Wizard> {
  const caller = await filledIn(server, newHost(), last);
  await caller.lendTo(page.context());
  await page.goto(`/upo/accreditamento/${step}`);
  const wizard = new Wizard(page);
  await wizard.store(label, text);
  return wizard;
}

/** Types each text, sends the page and reads what stands at the field. */
async function answers(wizard: Wizard, label: string, said: Said): Promise<void> {
  for (const [text, problem] of said) {
    await wizard.write({ [label]: text });
    await wizard.next();
    await expect(wizard.problem(label), `${label} ${text}`).toHaveText(problem ? [problem] : []);
    await expect(wizard.field(label)).toHaveValue(text);
  }
}

const MISSING = 'Compila questo campo: è obbligatorio';
const VAT_FORM = 'Scrivi 11 cifre, senza IT davanti';
const VAT_CHECK = 'L’ultima cifra non torna. Controlla di averla copiata per intero';
const VAT: Said = [
  ['01234560022', VAT_CHECK],
  ['01234560025', ''],
  ['01234650022', VAT_CHECK],
  ['IT 02187340035', ''],
  ['0123456002', VAT_FORM],
  ['00000010017', ''],
  ['80012650158', ''],
  ['00000000588', VAT_CHECK],
];

const PERSON_FORM = 'Scrivi i 16 caratteri del codice fiscale, per esempio RSSMRA75C14F205Z';
const PERSON_CHECK = 'L’ultima lettera non torna. Controlla di averlo copiato per intero';
const PERSON_DATE = 'La data di nascita scritta nel codice non esiste. Controlla i caratteri dal 7° all’11°';
const PERSON: Said = [
  ['RSSMRA85D10H501S', PERSON_CHECK],
  ['RSSMRA85D10H501H', ''],
  ['RSSMRA85D10H501', PERSON_FORM],
  ['RSSMRAURDMLHRLMC', ''],
  ['RSSMRA85B30H501C', PERSON_DATE],
  ['rexdia04b69a182a', ''],
  ['RSSMRA03B29H501B', PERSON_DATE],
  ['MLLJGN92E15ZMMNJ', ''],
  ['RSSMRÀ85D10H501H', PERSON_FORM],
];

const DEAD_SERVER = 'the algorithms of the reference answer in the browser with the server dead';

test(`U06: ${DEAD_SERVER}: VAT number and tax code @phone`, async ({ page, server }) => {
  test.slow();
  await page.goto('/upo/accreditamento/nazione');
  const wizard = new Wizard(page);
  await wizard.store('Codice fiscale azienda', '1');
  await server.kill();
  await answers(wizard, 'Partita IVA', [...VAT, ['0123456OO22', VAT_FORM]]);
  await answers(wizard, 'Codice fiscale azienda', [...VAT, ...PERSON]);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
});

test(`U06: ${DEAD_SERVER}: identifiers of other countries`, async ({ page, server }) => {
  const form = 'Non ha la forma di quel Paese: riportalo con le lettere e le cifre del documento';
  await page.goto('/upo/accreditamento/nazione');
  const wizard = new Wizard(page);
  await wizard.choose({ Nazione: 'Germania' });
  await wizard.store('VAT/identificativo estero', 'DE1');
  await server.kill();
  for (const [nation, wrong] of Object.entries({ Germania: 'DE41424040', Austria: 'AT58202938', Francia: 'FRIO879308807', Grecia: 'GR462269100' })) {
    await wizard.choose({ Nazione: nation });
    await answers(wizard, 'VAT/identificativo estero', [['', MISSING], [wrong, form]]);
  }
  await wizard.choose({ Nazione: 'Austria' });
  await wizard.write({ 'VAT/identificativo estero': 'ATU58202938' });
  await wizard.next();
  await server.start();
  await wizard.isAt('Dati aziendali');
});

test(`U06 U09: ${DEAD_SERVER}: a person’s tax code against sex and date of birth`, async ({ page, server }) => {
  const wizard = await open(page, server, 'rappresentante', 'referente', ['E-mail', 'x']);
  await server.kill();
  const code = 'Codice fiscale';
  await answers(wizard, code, PERSON);
  await wizard.write({ Nome: 'Mario', Cognome: 'Rossi', 'Data di nascita': '31/04/1985', 'E-mail': '' });
  await wizard.choose({ Sesso: 'Maschio' });
  await wizard.next();
  await expect(wizard.problem('Data di nascita')).toHaveText('Scrivi giorno, mese e anno, per esempio 31/12/2026');
  await wizard.write({ 'Data di nascita': '04/10/1985' });
  await answers(wizard, code, [['RSSMRA85D10H501H', 'Il codice fiscale e la data di nascita non concordano: controlla l’uno e l’altra']]);
  await wizard.write({ 'Data di nascita': '10/04/1985' });
  await answers(wizard, code, [['RSSMRA85D50H501L', 'Il codice fiscale e il sesso indicato non concordano: controlla l’uno e l’altro']]);
  await expect(wizard.problem('Data di nascita')).toHaveCount(0);
});

test('U09 B19: every problem that stands at a field is part of its description', async ({ page, server }) => {
  const wizard = await open(page, server, 'rappresentante', 'referente', ['Nome', 'Mario']);
  await wizard.choose({ Sesso: 'Maschio' });
  await wizard.write({ 'Data di nascita': '04/10/1985', 'Codice fiscale': 'RSSMRA85D50H501L' });
  await wizard.next();
  const problems = wizard.problem('Codice fiscale');
  await expect(problems.first()).toBeVisible();
  for (const problem of await problems.allTextContents()) {
    await expect(wizard.field('Codice fiscale')).toHaveAccessibleDescription(new RegExp(problem));
  }
});

test(`U06 U07: ${DEAD_SERVER}: postal code and province`, async ({ page, server }) => {
  const wizard = await open(page, server, 'sede-legale', 'azienda', ['Denominazione sede', 'Prova']);
  await server.kill();
  const postal = 'Scrivi 5 cifre, per esempio 28100';
  await answers(wizard, 'CAP', [
    ['1234', postal],
    ['00010', ''],
    ['00009', postal],
    ['98168', ''],
    ['2O122', postal],
    ['13100', ''],
    ['99999', postal],
  ]);
  const province = 'Scrivi la sigla della provincia, per esempio NO';
  await answers(wizard, 'Provincia', [['XX', province], ['NO', ''], ['FO', province], ['VB', ''], ['R0', province], ['SU', '']]);
});

test(`U06 U07: ${DEAD_SERVER}: e-mail and telephone`, async ({ page, server }) => {
  const wizard = await open(page, server, 'azienda', 'nazione', ['Nome breve', 'Prova']);
  await server.kill();
  const email = 'Scrivi un indirizzo come nome@dominio.it';
  for (const label of ['E-mail', 'PEC']) {
    await answers(wizard, label, [
      ['mario', email],
      ['ufficio.stage+pf@ateneo.example', ''],
      ['mario..rossi@example.it', email],
      ['a@b.co', ''],
      ['mario@exam_ple.it', email],
    ]);
  }
  const phone = 'Scrivi il numero con il prefisso, per esempio 0321 555 0142 o +39 333 555 0142';
  await answers(wizard, 'Telefono', [
    ['123', phone],
    ['0131 283900', ''],
    ['+39 12 345678', phone],
    ['333 1234567', ''],
    ['+0 123456789', phone],
    ['+44 20 7946 0958', ''],
    ['+39 02 503 12O32', phone],
  ]);
});

test(`U06: ${DEAD_SERVER}: what is right now is no longer called wrong, and goes on when the server is back`, async ({ page, server }) => {
  await page.goto('/upo/accreditamento/nazione');
  const wizard = new Wizard(page);
  await wizard.store('Partita IVA', '0');
  await server.kill();
  await answers(wizard, 'Partita IVA', [['01234560022', VAT_CHECK]]);
  await expect(page).toHaveTitle(/^Errore: /);
  await answers(wizard, 'Partita IVA', [[newHost().vat, '']]);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page).toHaveTitle(/^(?!Errore)/);
  await expect(page.getByText('Non salvata: riprovo')).toBeVisible();
  await server.start();
  await wizard.isAt('Dati aziendali');
});

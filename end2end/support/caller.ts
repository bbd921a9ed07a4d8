import type { BrowserContext } from '@playwright/test';
import type { Contact, Host } from './host';
import { DEMO_PASSWORD } from './login';
import { codeTo } from './mail';
import { expect, type Server } from './server';
import { yesterday } from './wizard';

type Form = Record<string, string>;

/** Somebody who posts forms without a browser: what a test needs to be there before it begins. */
export class Caller {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly server: Server,
    private readonly language = 'it',
  ) {
    this.cookies.set('lingua', language);
  }

  /** Posts a form as a browser without scripts does; answers where it leads. */
  async post(path: string, form: Form): Promise<string> {
    const body = new URLSearchParams(form);
    const headers = { ...this.headers(), accept: 'text/html', referer: `${this.server.baseURL}/` };
    const answer = await fetch(this.server.baseURL + path, { method: 'POST', body, headers, redirect: 'manual' });
    this.keep(answer);
    expect([302, 303], `${path}: ${answer.status} ${answer.status >= 400 ? await answer.text() : ''}`).toContain(answer.status);
    const location = answer.headers.get('location') ?? '';
    expect(location, `${path} with ${body}`).not.toContain('__err');
    return location;
  }

  /** Asks a server function that only reads. */
  async ask<T>(path: string, query: Form): Promise<T> {
    const answer = await fetch(`${this.server.baseURL}${path}?${new URLSearchParams(query)}`, { headers: this.headers() });
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as T;
  }

  /** Lets a browser go on as this person, in another language if asked. */
  async lendTo(context: BrowserContext, language = this.language): Promise<void> {
    const url = this.server.baseURL;
    const cookies = new Map([...this.cookies, ['lingua', language]]);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { cookie, 'accept-language': this.language };
  }

  private keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }
}

/** The answers of upo's pages, by the word of their address. */
export function pages(host: Host): Record<string, Form> {
  const { seat, contact } = host;
  return {
    nazione: { country: 'IT', vat_number: host.vat },
    azienda: {
      legal_name: host.name,
      legal_form: 'srl',
      sector_kind: 'private',
      ateco: '31.09.10',
      activity: 'Mobili su misura per biblioteche e scuole',
      employees_permanent: '9',
      employees_total: '12',
      employees_as_of: yesterday(),
      email: host.email,
      pec: host.pec,
      phone: host.phone,
      safety_dvr: 'true',
    },
    'sede-legale': {
      legal_seat_name: seat.name,
      legal_seat_country: 'IT',
      legal_seat_street: seat.street,
      legal_seat_civic_no: seat.civicNo,
      legal_seat_postal_code: seat.postalCode,
      legal_seat_city: seat.city,
      legal_seat_province: seat.province,
    },
    'sede-operativa': { operating_seat_country: 'IT' },
    referente: {
      contact_first_name: contact.firstName,
      contact_last_name: contact.lastName,
      contact_role_title: 'Responsabile del personale',
      contact_kinds_referente: 'true',
      contact_email: contact.email,
      contact_phone: '0161 555 0174',
    },
    rappresentante: { rep_first_name: '' },
    privacy: { privacy_accepted: 'true' },
    utente: { user_name: contact.userName },
  };
}

/** Posts one page with «Avanti». */
export async function send(caller: Caller, institution: string, step: string, answers: Form, version = '0'): Promise<string> {
  const named = Object.entries(answers).map(([field, text]) => [`answers[${field}]`, text]);
  const form = { institution, step, department: '', version, intent: 'next', 'answers[_whole]': 'true' };
  return caller.post('/api/accreditation/save_step', { ...form, ...Object.fromEntries(named) });
}

/** The registration up to and with a page; all of them by default. */
export async function filledIn(server: Server, host: Host, last = 'utente', language = 'it'): Promise<Caller> {
  const caller = new Caller(server, language);
  for (const [step, answers] of Object.entries(pages(host))) {
    expect(await send(caller, 'upo', step, answers), step).not.toContain('controlla');
    if (step === last) break;
  }
  return caller;
}

/** A host's request that is sent to upo's office; the caller is signed in as its contact. */
export async function submitted(server: Server, host: Host, language = 'it'): Promise<Caller> {
  const caller = await filledIn(server, host, 'utente', language);
  await caller.post('/api/accreditation/confirm', { institution: 'upo', 'answers[_whole]': 'true' });
  await verified(server, caller, host.contact);
  return caller;
}

/** Enters the code of a contact. */
export async function verified(server: Server, caller: Caller, contact: Contact): Promise<void> {
  const { userName: user_name, password } = contact;
  const code = await codeTo(server, contact.email);
  const goal = await caller.post('/api/accreditation/verify_code', { user_name, code, password, password_again: password });
  expect(goal).toContain('/area');
}

/** Somebody signed in without a browser. */
export async function signedIn(server: Server, login: string, password = DEMO_PASSWORD): Promise<Caller> {
  const caller = new Caller(server);
  await caller.post('/api/identity/log_in', { login, password, poi: '/account' });
  return caller;
}

type Row = { id: string; number: number; version: number; host_name: string };

/** The row of a host in upo's queue. */
export async function requestOf(office: Caller, host: Host): Promise<Row> {
  const query = { institution: 'upo', 'query[q]': host.name, 'query[state]': 'all' };
  const { page } = await office.ask<{ page: { rows: Row[] } }>('/api/office/queue', query);
  const row = page.rows.find((row) => row.host_name === host.name);
  expect(row, host.name).toBeDefined();
  return row!;
}

/** What the office of upo decides about a host. `words` are `note`, `reason` and `notes[field]`. */
export async function decided(server: Server, host: Host, event: string, words: Form = {}): Promise<void> {
  const office = await signedIn(server, 'ufficio.upo');
  const { id, number } = await requestOf(office, host);
  const { version } = await office.ask<{ version: number }>('/api/office/review', { institution: 'upo', id });
  // `notes[pec]` is posted as `decision[notes][pec]`
  const part = (name: string) => (name.includes('[') ? `[${name.replace('[', '][')}` : `[${name}]`);
  const said = Object.entries(words).map(([name, text]) => [`decision${part(name)}`, text]);
  const form = { institution: 'upo', id, 'decision[event]': event, 'decision[version]': `${version}`, 'decision[number]': `${number}` };
  await office.post('/api/office/decide', { ...form, ...Object.fromEntries(said) });
}

/** An accredited host at upo. */
export async function accredited(server: Server, host: Host): Promise<Caller> {
  const caller = await submitted(server, host);
  await decided(server, host, 'approve');
  return caller;
}

/** Somebody who has asked to enter a host; the caller is signed in as that person. */
export async function asked(server: Server, host: Host, person: Contact): Promise<Caller> {
  const caller = new Caller(server);
  await send(caller, 'upo', 'nazione', { country: 'IT', vat_number: host.vat });
  await send(caller, 'upo', 'referente', {
    contact_first_name: person.firstName,
    contact_last_name: person.lastName,
    contact_role_title: 'Tutor',
    contact_kinds_referente: 'true',
    contact_email: person.email,
    contact_phone: '0161 555 0175',
  });
  await send(caller, 'upo', 'privacy', { privacy_accepted: 'true' });
  await send(caller, 'upo', 'utente', { user_name: person.userName });
  await caller.post('/api/accreditation/confirm', { institution: 'upo', 'answers[_whole]': 'true' });
  await verified(server, caller, person);
  return caller;
}

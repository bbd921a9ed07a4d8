import { accredited, type Caller } from './caller';
import type { Host } from './host';
import type { Server } from './server';

export const AREA = 'Scienze economiche e statistiche';

/** What a host asks for, posted. */
function answers(description: string): Record<string, string> {
  const given = {
    convention_kind: 'both',
    description,
    duration_months: '24',
    area: AREA,
    digital_signature: 'yes',
    tacit_renewal: 'no',
    acknowledged: 'true',
  };
  return Object.fromEntries(Object.entries(given).map(([field, text]) => [`answers[${field}]`, text]));
}

/** A host with somebody who signs for it. */
export async function withRepresentative(server: Server, host: Host): Promise<Caller> {
  const caller = await accredited(server, host);
  const { representative } = host;
  const given = {
    rep_first_name: representative.firstName,
    rep_last_name: representative.lastName,
    rep_sex: 'F',
    rep_birth_date: representative.birthDate,
    rep_birth_place: representative.birthPlace,
    rep_tax_code: representative.taxCode,
    rep_office_held: 'president',
  };
  const named = Object.fromEntries(Object.entries(given).map(([field, text]) => [`answers[${field}]`, text]));
  await caller.post('/api/organisation/save_legal_rep', { institution: 'upo', version: '0', ...named });
  return caller;
}

export type Row = { id: string; version: number };

/** The newest convention of a host. */
export async function newest(caller: Caller): Promise<Row> {
  const { page } = await caller.ask<{ page: { rows: Row[] } }>('/api/convention/list', { institution: 'upo' });
  return page.rows[0];
}

export async function proposed(caller: Caller, description: string): Promise<Row> {
  await caller.post('/api/convention/save', { institution: 'upo', intent: 'submit', ...answers(description) });
  return newest(caller);
}

export async function decidedBy(office: Caller, { id, version }: Row, event: string): Promise<void> {
  const decision = { 'decision[event]': event, 'decision[version]': `${version}`, 'decision[note]': 'Scritto per esteso qui' };
  await office.post('/api/convention/decide', { institution: 'upo', convention: id, ...decision });
}

import { expect, type Server } from './server';

/** Moves the server's clock forward, that of sessions and codes too if asked. */
export async function forward(server: Server, number: number, unit: 'minutes' | 'hours' | 'days', sessions = false): Promise<void> {
  const form = new URLSearchParams({ number: String(number), unit, ...(sessions ? { sessions: 'true' } : {}) });
  const answer = await fetch(`${server.baseURL}/demo/orologio`, { method: 'POST', body: form, redirect: 'manual' });
  expect(answer.status).toBe(303);
}

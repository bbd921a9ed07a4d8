import { expect } from './server';
import type { Server } from './server';

export type Letter = { to: string; subject: string; text: string };

/** The newest letter to that address whose subject says so, with these words in it; waits until it has been written. */
export async function letterTo(server: Server, address: string, subject: string | RegExp, text = ''): Promise<Letter> {
  let found: Letter | undefined;
  const look = async () => {
    const subjects = await lettersTo(server, address);
    const wanted = subjects.filter((one) => (typeof subject === 'string' ? one.subject.includes(subject) : subject.test(one.subject)));
    for (const { path } of wanted) {
      const letter = await read(server, path);
      if (letter.text.includes(text)) {
        found = letter;
        return 'found';
      }
    }
    return subjects.map((one) => one.subject);
  };
  await expect.poll(look, { message: `mail to ${address}: ${subject} ${text}` }).toBe('found');
  return found!;
}

/** The six digits of the newest code to that address other than the ones given. */
export async function codeTo(server: Server, address: string, ...old: string[]): Promise<string> {
  let code = '';
  const look = async () => {
    const letter = await letterTo(server, address, /Codice di verifica|Verification code/);
    code = /^\s*(\d{6})\s*$/m.exec(letter.text)?.[1] ?? '';
    return old.includes(code) ? '' : code;
  };
  await expect.poll(look, { message: `a code to ${address}` }).toMatch(/^\d{6}$/);
  return code;
}

/** The address in a letter that leads to a page; path and query alone. */
export function linkIn(letter: Letter, page: string): string {
  const urls = letter.text.match(/https?:\/\/\S+/g) ?? [];
  const url = urls.map((url) => new URL(url)).find((url) => url.pathname.startsWith(page));
  expect(url, `a link to ${page} in: ${letter.text}`).toBeDefined();
  return url!.pathname + url!.search;
}

/** Subjects and addresses of what was written to somebody, newest first. */
export async function lettersTo(server: Server, address: string): Promise<{ subject: string; path: string }[]> {
  const html = await get(server, `/demo/posta?a=${encodeURIComponent(address)}`);
  const rows = [...html.matchAll(/<li><a href="(\/demo\/posta\/[^"]+)">([^<]*)<\/a>/g)];
  return rows.map(([, path, subject]) => ({ path, subject: unescaped(subject) }));
}

async function read(server: Server, path: string): Promise<Letter> {
  const html = await get(server, path);
  const facts = [...html.matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, fact]) => unescaped(fact));
  const text = /<pre>([\s\S]*?)<\/pre>/.exec(html)?.[1] ?? '';
  return { to: facts[0], subject: facts[1], text: unescaped(text.replace(/<[^>]+>/g, '')) };
}

async function get(server: Server, path: string): Promise<string> {
  const answer = await fetch(server.baseURL + path);
  return answer.text();
}

function unescaped(html: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign]);
}

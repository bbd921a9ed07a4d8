import { taxCode, vatNumber, type Person } from './italian';

/** A company nobody has heard of, and the people who register it. */
export type Host = {
  vat: string;
  name: string;
  email: string;
  pec: string;
  phone: string;
  seat: Seat;
  contact: Contact;
  representative: Person & { birthPlace: string; taxCode: string };
};

export type Seat = { name: string; street: string; civicNo: string; postalCode: string; city: string; province: string };

export type Contact = { firstName: string; lastName: string; email: string; userName: string; password: string };

const TRADES = ['Falegnameria', 'Tipografia', 'Serra', 'Ceramiche', 'Cartiera', 'Vivaio', 'Sartoria', 'Fonderia'];
const NAMES = ['Brughiera', 'Ghemme', 'Mottarone', 'Agogna', 'Balmetta', 'Cusio', 'Varallo', 'Rialmosso', 'Pogno'];
const FIRST = ['Agnese', 'Dario', 'Livia', 'Ettore', 'Mirella', 'Nazario', 'Ornella', 'Ruggero', 'Silvana', 'Tullio'];
const LAST = ['Bertolino', 'Carrà', 'Delpiano', 'Enrione', 'Ferrabò', 'Guglielmetti', 'Iacomuzzi'];
const SEATS: Seat[] = [
  { name: 'Sede di Vercelli', street: 'Corso Libertà', civicNo: '31', postalCode: '13100', city: 'Vercelli', province: 'VC' },
  { name: 'Sede di Novara', street: 'Baluardo Quintino Sella', civicNo: '8/A', postalCode: '28100', city: 'Novara', province: 'NO' },
];

// Unique within a worker, which is what has a database of its own.
let made = 0;

/** The next one of a list, another after every `turn`. */
const pick = <T>(list: T[], n: number, turn = 1): T => list[Math.floor(n / turn) % list.length];

/** A host that no test before has had. */
export function newHost(): Host {
  made += 1;
  const name = `${pick(TRADES, made)} ${pick(NAMES, made, TRADES.length)} ${made} S.r.l.`;
  const domain = `ditta${made}.example`;
  const representative = {
    firstName: pick(FIRST, made, 3),
    lastName: pick(LAST, made, 2),
    sex: 'F' as const,
    birthDate: '1971-09-18',
    belfiore: 'L750',
    birthPlace: 'Vercelli',
  };
  return {
    vat: vatNumber(4_120_000 + made * 37),
    name,
    email: `info@${domain}`,
    pec: `amministrazione@pec.${domain}`,
    phone: `0161 ${555_000 + made}`,
    seat: pick(SEATS, made),
    contact: newContact(),
    representative: { ...representative, taxCode: taxCode(representative) },
  };
}

/** A person who has no account yet. */
export function newContact(): Contact {
  made += 1;
  const [firstName, lastName] = [pick(FIRST, made), pick(LAST, made, FIRST.length)];
  const userName = `${plain(firstName)}.${plain(lastName)}${made}`;
  return { firstName, lastName, email: `${userName}@posta.example`, userName, password: `tre gatti sul tetto ${made}` };
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase();
}

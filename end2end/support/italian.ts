// Codes as the law makes them, so that tests have as many valid ones as they like. Written apart from the product's own
// functions: a mistake there is not repeated here.

const digits = (text: string) => [...text].map(Number);

/** A VAT number: seven digits of the firm's own, the office of Novara, and the check digit. */
export function vatNumber(serial: number): string {
  const ten = `${String(serial).padStart(7, '0')}003`;
  const sum = digits(ten).reduce((sum, digit, place) => {
    if (place % 2 === 0) return sum + digit;
    return sum + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
  return ten + ((10 - (sum % 10)) % 10);
}

/** The same number with another last digit. */
export function broken(code: string): string {
  const last = Number(code.at(-1));
  return code.slice(0, -1) + ((last + 1) % 10);
}

export type Person = {
  firstName: string;
  lastName: string;
  sex: 'F' | 'M';
  /** `1978-04-23`. */
  birthDate: string;
  /** Cadastral code of the municipality. */
  belfiore: string;
};

const MONTHS = 'ABCDEHLMPRST';
/** What a character counts at an odd place, in the order of 0–9 and of A–Z. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** The tax code of a person. */
export function taxCode(person: Person): string {
  const [year, month, day] = person.birthDate.split('-').map(Number);
  const name = surnameLetters(person.lastName) + firstNameLetters(person.firstName);
  const born = String(year % 100).padStart(2, '0') + MONTHS[month - 1];
  const dayOfSex = String(person.sex === 'F' ? day + 40 : day).padStart(2, '0');
  const code = name + born + dayOfSex + person.belfiore;
  return code + controlLetter(code);
}

function surnameLetters(name: string): string {
  const { consonants, vowels } = letters(name);
  return (consonants + vowels).padEnd(3, 'X').slice(0, 3);
}

function firstNameLetters(name: string): string {
  const { consonants, vowels } = letters(name);
  if (consonants.length > 3) return consonants[0] + consonants[2] + consonants[3];
  return (consonants + vowels).padEnd(3, 'X').slice(0, 3);
}

function letters(name: string): { consonants: string; vowels: string } {
  const plain = name.normalize('NFD').toUpperCase().replace(/[^A-Z]/g, '');
  return { consonants: plain.replace(/[AEIOU]/g, ''), vowels: plain.replace(/[^AEIOU]/g, '') };
}

function controlLetter(code: string): string {
  const worth = (sign: string) => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65);
  const sum = [...code].reduce((sum, sign, place) => sum + (place % 2 === 0 ? ODD[worth(sign)] : worth(sign)), 0);
  return String.fromCharCode(65 + (sum % 26));
}

import { expect, type Page } from '@playwright/test';

/** Words that English text does not have. */
const ITALIAN = [
  'il|lo|gli|un|una|uno|nel|nella|nelle|del|dello|della|delle|degli|dei|dal|dalla|al|alla|alle|sul|sulla|che|chi|non|più',
  'è|sono|hai|puoi|questo|questa|tuo|tua|suo|sua|dopo|prima|ogni|tutti|tutte|nessun|nessuno|nessuna|qui|anche|oppure|solo',
  'scegli|scrivi|inviata|accedi|esci|salva|invia|torna|avanti|indietro|cerca|leggi|controlla|riprova|errore|obbligatori[oa]|facoltativo',
  'nome|cognome|codice|fiscale|partita|nazione|indirizzo|comune|provincia|telefono|sede|azienda|aziende|ente|enti|ufficio|referente',
  'rappresentante|legale|richiesta|richieste|bozza|stato|motivo|nota|nuova|istituzione|università|tirocinio|tirocini|convenzione',
].join('|');
const IS_ITALIAN = new RegExp(`(?<!\\p{L})(?:(?:${ITALIAN})(?!\\p{L})|(?:l|un|dell|nell|all|dall|sull|quell)[’'])`, 'iu');

/** What both languages write alike; `x` stands in the page's templates. */
const ALIKE = new Set('Ponte,Menu,Logo,E-mail,Fax,Password,Privacy,Account,Tutor,No,UPO,DIGSPES,eCampus,esterni.uniupo.it,x'.split(','));

/** One page in both languages: what both write alike is a name, or has not been translated. */
export class Twins {
  constructor(
    readonly italian: Page,
    readonly english: Page,
    /** What people and institutions are called, and what people wrote. */
    private readonly names: string[] = [],
  ) {}

  /** Does the same in both languages. */
  async both(act: (page: Page) => Promise<unknown>): Promise<void> {
    for (const page of [this.italian, this.english]) await act(page);
  }

  async open(address: string): Promise<void> {
    await this.both((page) => page.goto(address));
    await this.areTranslated(address);
  }

  /** Nothing that is open here is Italian in English. */
  async areTranslated(what: string): Promise<void> {
    await expect(this.italian.locator('html')).toHaveAttribute('lang', 'it');
    await expect(this.english.locator('html')).toHaveAttribute('lang', 'en');
    const [italian, english] = [new Set(await this.texts(this.italian)), await this.texts(this.english)];
    expect(english.length, `${what} says something`).toBeGreaterThan(10);
    expect.soft(english.filter((text) => IS_ITALIAN.test(text)), `${what}: Italian words`).toEqual([]);
    const alike = english.filter((text) => italian.has(text) && !ALIKE.has(text) && !/^\S+@\S+$/.test(text));
    expect.soft(alike, `${what}: the same in both languages`).toEqual([]);
  }

  /** What a page says, each text once and without names. */
  private async texts(page: Page): Promise<string[]> {
    const all = (await page.evaluate(textsOf)).map((text) => this.nameless(text));
    return [...new Set(all)].filter((text) => /\p{L}/u.test(text));
  }

  private nameless(text: string): string {
    const longestFirst = this.names.filter(Boolean).sort((a, b) => b.length - a.length);
    const rest = longestFirst.reduce((rest, name) => rest.split(name).join(''), text);
    return rest.replace(/\([A-Z]{2}\)/g, '').trim();
  }
}

/** Texts and spoken names in the document and in its templates, but for what is typed, the countries, and what is marked as another language. */
function textsOf(): string[] {
  const found = [document.title.replace(/ – Ponte$/, '')];
  const read = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('script, style, textarea, [autocomplete=country], body [lang]')) continue;
      if (node instanceof HTMLTemplateElement) read(node.content);
      if (node instanceof Text) found.push(node.data);
      if (node instanceof Element) found.push(...['aria-label', 'placeholder', 'title', 'alt'].map((name) => node.getAttribute(name) ?? ''));
    }
  };
  read(document.body);
  return found.map((text) => text.replace(/\s+/g, ' ').trim());
}

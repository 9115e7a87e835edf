import { isProblem, type ReadContext, readCode, serialOf } from '#core/codes/contract.ts';
import { PersonSearch } from '#core/people/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import type { PaperPerson } from '../../contract/paper-queries.ts';

/** What was typed or scanned into the line of a paper list. */
export type LineReading =
  | { readonly is: 'tube'; readonly code: string }
  | { readonly is: 'people'; readonly people: readonly PaperPerson[] }
  /** Fit to be stored: never an identity number. */
  | { readonly is: 'nobody'; readonly codeText: string }
  | { readonly is: 'unreadable'; readonly problem: Problem };

const MOST = 8;

/** The round's people, found by code, room, pinyin or initials. */
export class PaperPeople {
  private readonly search: PersonSearch<PaperPerson>;
  private readonly bySerial = new Map<string, PaperPerson[]>();

  constructor(people: readonly PaperPerson[]) {
    this.search = new PersonSearch(people);
    for (const person of people) {
      const serial = serialOf(person.id);
      this.bySerial.set(serial, [...(this.bySerial.get(serial) ?? []), person]);
    }
  }

  find(text: string): readonly PaperPerson[] {
    return this.search.find(text, MOST);
  }

  /** A code says outright who or which tube it is; anything else is words that find somebody. */
  read(text: string, context: ReadContext): LineReading {
    const read = readCode(text, context);
    if (isProblem(read)) {
      if (read.code !== 'codes.not-a-code') return { is: 'unreadable', problem: read };
      const people = this.find(text);
      return people.length > 0
        ? { is: 'people', people }
        : { is: 'nobody', codeText: text.trim().slice(0, 80) };
    }
    if (read.kind === 'tube') return { is: 'tube', code: read.text };
    if (read.kind === 'person') {
      const people = this.bySerial.get(read.serial) ?? [];
      return people.length > 0 ? { is: 'people', people } : { is: 'nobody', codeText: read.text };
    }
    return { is: 'nobody', codeText: read.kind === 'id-card' ? `****${read.text.slice(-4)}` : read.text };
  }
}

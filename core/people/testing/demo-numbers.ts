import { cardCheckCharacter } from '../domain/resident-card.ts';
import type { Chance } from './demo-names.ts';

/** Region 310199 is unassigned: no such person can exist. Shared by all generated registers. */
const REGION = '310199';

/** Identity and phone numbers, each given once; the phones' segment 199 0 is not in use. */
export class DemoNumbers {
  private readonly used = new Set<string>();
  private phones = 0;

  constructor(private readonly chance: Chance) {}

  /** @param birthDate `YYYY-MM-DD` */
  card(birthDate: string, sex: 'male' | 'female'): string {
    for (;;) {
      const serial = Math.floor(this.chance() * 499) * 2 + (sex === 'male' ? 1 : 2);
      const first17 = `${REGION}${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
      if (this.used.has(first17)) continue;
      this.used.add(first17);
      return first17 + cardCheckCharacter(first17);
    }
  }

  passport(): string {
    return `E${String(10_000_000 + Math.floor(this.chance() * 89_999_999))}`;
  }

  phone(): string {
    this.phones += 1;
    return `1990${String(this.phones).padStart(7, '0')}`;
  }
}

/** A day of that year. */
export function demoBirthDate(chance: Chance, year: number): string {
  const day = new Date(Date.UTC(year, 0, 1 + Math.floor(chance() * 365)));
  return day.toISOString().slice(0, 10);
}

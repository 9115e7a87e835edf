import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { Draw } from './draw.ts';

const KEPT = 60;

/** Ids that stand in the area, by the name of the field they came in, so that later commands speak of real things. */
export class KnownIds {
  private readonly byField = new Map<string, string[]>();

  /** What was accepted made its ids known: `laneId`, each of `compoundIds`, and `id` within `compounds`. */
  learn(value: unknown, field = ''): void {
    if (Array.isArray(value)) for (const item of value) this.learn(item, field.replace(/s$/, ''));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) this.learn(inner, key === 'id' ? `${field}Id` : key);
    } else if (typeof value === 'string' && /Id$/.test(field)) this.add(field, value);
  }

  add(field: string, id: string): void {
    const known = this.byField.get(field) ?? [];
    this.byField.set(field, known);
    if (known.includes(id)) return;
    known.push(id);
    // The first ones are the world's own; those that came after make room for newer ones.
    if (known.length > KEPT) known.splice(KEPT / 2, 1);
  }

  /** Mostly one that stands, or a new one. */
  pick(field: string, draw: Draw): string {
    const known = this.byField.get(MEANT[field] ?? field) ?? [];
    return known.length > 0 && draw.chance(0.7) ? draw.oneOf(known) : this.fresh(draw);
  }

  fresh(draw: Draw): string {
    return uuidv7(Date.now(), (length) => Uint8Array.from({ length }, () => draw.below(256)));
  }
}

/** Fields that name a thing by its part in the command. */
const MEANT: Readonly<Record<string, string>> = {
  keptId: 'residentId',
  otherId: 'residentId',
  subjectId: 'residentId',
  leaderId: 'memberId',
  toMemberId: 'memberId',
  fromTubeId: 'tubeId',
  placeId: 'buildingId',
};

import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './rules.ts';

const id = z.uuid();
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

export const bodies = {
  'places.add-compound': z.strictObject({ compoundId: id, name, addressRuleId: z.nullable(id) }),
  'places.rename-compound': z.strictObject({ compoundId: id, name }),
  'places.end-compound': z.strictObject({ compoundId: id }),
  'places.add-building': z.strictObject({ buildingId: id, compoundId: id, label: name }),
  'places.rename-building': z.strictObject({ buildingId: id, label: name }),
  'places.end-building': z.strictObject({ buildingId: id }),
  'places.add-entrance': z.strictObject({ entranceId: id, buildingId: id, label: name }),
  'places.rename-entrance': z.strictObject({ entranceId: id, label: name }),
  'places.end-entrance': z.strictObject({ entranceId: id }),
  'places.add-dwelling': z.strictObject({
    dwellingId: id,
    buildingId: id,
    entranceId: z.nullable(id),
    room: name,
    floor: z.nullable(z.int().check(z.gte(-5), z.lte(150))),
  }),
  'places.rename-dwelling': z.strictObject({ dwellingId: id, room: name }),
  'places.end-dwelling': z.strictObject({ dwellingId: id }),
  /** The rule itself is checked by the address domain; here only its size. */
  'places.save-address-rule': z.strictObject({ ruleId: id, name, rule: z.json() }),
  'places.set-address-rule': z.strictObject({ compoundId: id, addressRuleId: z.nullable(id) }),
} as const;

export type PlacesBodies = { [K in keyof typeof bodies]: z.infer<(typeof bodies)[K]> };
export type PlacesCommandKind = keyof PlacesBodies;

/** Every places command is a wish of the committee's desk: it is refused when the state does not allow it. */
export const kinds: Readonly<Record<PlacesCommandKind, CommandKind>> = Object.fromEntries(
  Object.entries(bodies).map(([kind, body]) => [
    kind,
    { nature: 'wish', action: actions.change, v: 1, body },
  ]),
) as unknown as Record<PlacesCommandKind, CommandKind>;

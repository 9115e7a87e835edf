import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './rules.ts';

const entrance = z.object({ id: z.string(), label: z.string() });

const building = z.object({
  id: z.string(),
  label: z.string(),
  entrances: z.array(entrance),
  dwellings: z.int(),
});

export const placesTree = z.object({
  compounds: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      addressRuleId: z.nullable(z.string()),
      dwellings: z.int(),
      buildings: z.array(building),
    }),
  ),
});
export type PlacesTree = z.infer<typeof placesTree>;

export const buildingPage = z.object({
  id: z.string(),
  label: z.string(),
  compoundId: z.string(),
  compound: z.string(),
  dwellings: z.array(
    z.object({
      id: z.string(),
      entranceId: z.nullable(z.string()),
      room: z.string(),
      floor: z.nullable(z.int()),
    }),
  ),
});
export type BuildingPage = z.infer<typeof buildingPage>;

export const savedAddressRules = z.object({
  rules: z.array(z.object({ id: z.string(), name: z.string(), rule: z.json() })),
});

/** oRPC, mounted at /rpc/places. */
export const queries = {
  /** Compounds → buildings → entrances in address order, with numbers of dwellings. Action `places:read`. */
  tree: oc.meta(sameForAll(actions.read)).output(placesTree),
  /** A building's dwellings in address order. Action `places:read`. */
  building: oc
    .meta(sameForAll(actions.read))
    .input(z.object({ buildingId: z.uuid() }))
    .output(buildingPage),
  /** The area's saved address rules. Action `places:change`. */
  addressRules: oc.output(savedAddressRules),
};

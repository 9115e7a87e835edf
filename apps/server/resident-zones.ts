import type { ResidentZones } from '#apps/resident/zones.ts';
import type { ResidentWords } from '#core/zones/contract.ts';
import { readResidentChoices, readResidentView } from '#core/zones/module.ts';
import { residentWords as gatesWords } from '#groups/gates/module.ts';
import type { Host } from '#kernel/host.ts';
import { positiveSources } from './modules.ts';

/** What each module tells residents of their building, in the order it is read. */
const words: readonly ResidentWords[] = [gatesWords];

/** @param positives the sources that zones is mounted with */
export const residentZones = (host: Host): ResidentZones => ({
  choices: (areaId) => host.read(areaId, readResidentChoices),
  view: (areaId, placeId) =>
    host.read(areaId, (tx) => readResidentView(tx, words, positiveSources, placeId, host.clock.now())),
});

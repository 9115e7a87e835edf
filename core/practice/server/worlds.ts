import { practiceAreaId } from '#core/codes/contract.ts';
import type { PlacesReader } from '#core/places/contract.ts';
import type { PracticeArea } from '#kernel/command/server/area.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { translator } from '#kernel/ui/text.ts';
import type { World } from '../contract/commands.ts';
import { text } from '../messages/index.ts';
import { type Ground, type SeedCommand, seedOf } from './seed.ts';
import { sendAll } from './send.ts';
import { findWorld } from './store.ts';

/** What practice needs of the house: areas are made and dropped by the composition root. */
export interface PracticeAreas {
  /** Those that stand in for a real one, the newest first. */
  of(realAreaId: string): Promise<readonly PracticeArea[]>;
  make(area: {
    readonly areaId: string;
    readonly name: string;
    readonly practisesFor: string;
  }): Promise<void>;
  /** Ends every place in it, then destroys its rows and its key. */
  drop(areaId: string): Promise<void>;
}

export interface WorldParts {
  readonly host: Pick<Host, 'clock' | 'submit' | 'read'>;
  readonly areas: PracticeAreas;
  readonly places: Pick<PlacesReader, 'livingPlaces'>;
  /** The server acting by itself. */
  readonly system: (areaId: string) => Caller;
  /** What a new world is filled with. */
  readonly seed: (ground: Ground) => readonly SeedCommand[];
}

/** The name is data like the real area's own, so it is said in the language of the place. */
const areaName = translator(text, 'zh-CN');

/** One that is not ready after this long was left by a process that was killed. */
const MAKING_MS = 10 * 60_000;

/** The world in use: the youngest that is ready. */
export async function currentWorld(parts: WorldParts, realAreaId: string): Promise<World | null> {
  for (const { areaId } of await parts.areas.of(realAreaId)) {
    const world = await parts.host.read(areaId, findWorld).catch(nullWithoutKey);
    if (world) return world;
  }
  return null;
}

/** Its key is the first thing of a world to be gone, or the last to be missed: no world any more. */
export function nullWithoutKey(error: unknown): null {
  if (error instanceof ProblemError && error.kind.code === 'crypto.no-key') return null;
  throw error;
}

/** A new world of generated people on the real area's own compounds. Half-made ones are nobody's. */
export async function makeWorld(
  parts: WorldParts,
  real: { readonly areaId: string; readonly name: string },
  generation: number,
): Promise<World> {
  const { host, areas } = parts;
  const at = host.clock.now();
  const areaId = practiceAreaId(uuidv7(at), real.areaId);
  const places = await host.read(real.areaId, parts.places.livingPlaces);
  await areas.make({ areaId, name: areaName('area-name', { area: real.name }), practisesFor: real.areaId });
  const begin = { kind: 'practice.begin', body: { practisesFor: real.areaId, generation } };
  const by = parts.system(areaId);
  await sendAll(host, by, [...parts.seed({ places, seed: seedOf(real.areaId), at }), begin]);
  return { id: areaId, practisesFor: real.areaId, generation, begunAt: at };
}

/** Destroys what was replaced, and what a killed process left half made. */
export async function sweep(parts: WorldParts, kept: World): Promise<void> {
  const now = parts.host.clock.now();
  for (const { areaId, createdAt } of await parts.areas.of(kept.practisesFor)) {
    const replaced = createdAt <= kept.begunAt || now - createdAt > MAKING_MS;
    if (areaId !== kept.id && replaced) await parts.areas.drop(areaId);
  }
}

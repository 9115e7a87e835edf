import { hasPracticeCodes } from '#core/codes/contract.ts';
import { readArea } from '#kernel/command/server/area.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import type { World } from '../contract/commands.ts';
import type { Entered } from '../contract/http.ts';
import { practiceProblems } from '../contract/rules.ts';
import type { Practice, PracticeParts } from './parts.ts';
import { practiceRoutes } from './routes.ts';
import { stepIn } from './step-in.ts';
import { findWorkers } from './store.ts';
import { currentWorld, makeWorld, nullWithoutKey, sweep } from './worlds.ts';

export function openPractice(parts: PracticeParts): Practice {
  const { host } = parts;
  const queues = new Map<string, Promise<unknown>>();
  const clearing = new Set<Promise<void>>();

  /** One at a time per real area: two people who come in at once meet in one world. */
  const inTurn = <T>(realAreaId: string, work: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(realAreaId) ?? Promise.resolve()).then(work);
    const quiet = turn.catch(() => undefined);
    queues.set(realAreaId, quiet);
    void quiet.then(() => {
      if (queues.get(realAreaId) === quiet) queues.delete(realAreaId);
    });
    return turn;
  };

  const clear = (kept: World): void => {
    const work: Promise<void> = sweep(parts, kept)
      .catch(parts.onThrow)
      .finally(() => clearing.delete(work));
    clearing.add(work);
  };

  const realArea = async (areaId: string) => {
    const area = await host.read(areaId, readArea);
    if (!area || area.practisesFor !== null) throw new ProblemError(practiceProblems['not-real']);
    return { areaId, name: area.name };
  };

  const entered = async (tx: AreaTx, world: World, memberId: string): Promise<Entered> => {
    const [area, [member], actors] = await Promise.all([
      readArea(tx),
      findWorkers(tx, [memberId]),
      parts.loadActors(tx, [memberId]),
    ]);
    if (!area || !member) throw new Error('a practice area without its newcomer');
    const { name, role, group } = member;
    const { practisesFor, generation } = world;
    const grants = actors.get(memberId)?.grants ?? [];
    return {
      areaId: world.id,
      areaName: area.name,
      practisesFor,
      generation,
      memberId,
      name,
      role,
      group,
      secondFactorBy: null,
      grants,
    };
  };

  const practice: Practice = {
    enter: ({ realAreaId, memberId, accountId }) =>
      inTurn(realAreaId, async () => {
        const area = await realArea(realAreaId);
        const [real] = await host.read(realAreaId, (tx) => findWorkers(tx, [memberId]));
        if (!real) throw new Error('a place without a member');
        const world = (await currentWorld(parts, realAreaId)) ?? (await makeWorld(parts, area, 1));
        const { groups } = parts;
        const id = await stepIn(host, parts.system(world.id), { accountId, real, groups });
        parts.accounts.forget();
        return host.read(world.id, (tx) => entered(tx, world, id));
      }),
    reset: (realAreaId, replaces) =>
      inTurn(realAreaId, async () => {
        const area = await realArea(realAreaId);
        const old = await currentWorld(parts, realAreaId);
        if (old && replaces !== null && old.id !== replaces) return old;
        const world = await makeWorld(parts, area, (old?.generation ?? 0) + 1);
        clear(world);
        return world;
      }),
    nameOf: async (areaId) => {
      // Codes tell at once: no key is looked for over any id that somebody makes up.
      if (!isUuid(areaId) || !hasPracticeCodes(areaId)) return null;
      const area = await host.read(areaId, readArea).catch(nullWithoutKey);
      return area?.practisesFor ? area.name : null;
    },
    mount: (app) => practiceRoutes(app, parts, practice),
    settled: async () => {
      await Promise.all(clearing);
    },
  };
  return practice;
}

import { createRouterClient } from '@orpc/server';
import type { Actor } from '#kernel/access/access.ts';
import { TestWorld } from '#kernel/command/testing/world.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { SubjectSource } from '../contract/subject.ts';
import { peopleQueries } from '../server/queries.ts';
import { placesAndPeople, placesReader, testMembers } from './mounted.ts';
import { SmallArea } from './small-area.ts';

/** The write path with places and people over a real database; a secretary, and a small area to fill. */
export async function openPeopleWorld(subjects: readonly SubjectSource[] = []) {
  const world = await TestWorld.open(placesAndPeople(subjects));
  const doors = { places: placesReader, members: testMembers, sources: subjects };
  const queries = peopleQueries(doors);
  const secretary = world.actor('role:secretary');
  // Each id a millisecond later, so that ids stand in the order in which they were made.
  const ids = {
    next: () => {
      world.clock.advance(1);
      return uuidv7(world.clock.now());
    },
  };
  const area = new SmallArea(async (kind, body) => {
    const answer = await world.send(secretary, kind, body);
    if (answer.outcome !== 'done') throw new Error(`${kind}: ${answer.problems[0]?.code ?? answer.outcome}`);
  }, ids);

  /** Asks people's queries as that actor, each in a view of its own. */
  const ask = <T>(
    actor: Actor,
    question: (client: PeopleClient) => Promise<T>,
    areaId = world.areaId,
  ): Promise<T> =>
    world.read(
      (tx) => question(clientOf(queries, { tx, actor, now: world.clock.now(), rules: world.registry.rules })),
      areaId,
    );

  return { world, secretary, area, ids, ask };
}

type Queries = ReturnType<typeof peopleQueries>;
const clientOf = (queries: Queries, context: QueryContext) => createRouterClient(queries, { context });
export type PeopleClient = ReturnType<typeof clientOf>;

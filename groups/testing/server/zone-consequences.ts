import { sql } from 'kysely';
import type { Consequence, ZoneConsequences, ZoneShift } from '#core/zones/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys, selectRows } from '#kernel/db/select.ts';
import { said, saidWith } from '#kernel/ui/text.ts';
import type { Round } from '../contract/rows.ts';
import { zonesText } from '../messages/zones.ts';
import { expectedIds } from './call-up/people.ts';
import type { TestingDoors } from './doors.ts';
import { getScope, peopleOfRound, peopleScope } from './plan/scope.ts';
import { callUpTable, roundTable } from './tables.ts';

/** Rounds whose list follows the zones, and those whose planned call-up no longer fits. */
export function testingConsequences(doors: TestingDoors): ZoneConsequences {
  return {
    name: said(zonesText, 'zones.name'),
    async foresee(tx, shift, at) {
      const people = await doors.people.residentsInScope(tx, { compoundIds: [], ...shift.places });
      const here = new Set(people.filter(({ away }) => !away).map(({ id }) => id));
      if (here.size === 0) return [];
      const lines: Consequence[] = [];
      for (const round of await selectRows(tx, roundTable, sql`state <> 'closed' order by created_at`)) {
        lines.push(...(await ofList(tx, doors, round, shift, here, at)));
        lines.push(...(await ofCallUp(tx, doors, round, shift, here, at)));
      }
      return lines;
    },
  };
}

type People = ReadonlySet<string>;

const line = (
  key: Exclude<keyof (typeof zonesText)['messages']['zh-CN'], 'zones.name'>,
  { id, name }: Round,
  count: number,
): readonly Consequence[] =>
  count === 0 ? [] : [{ said: saidWith(zonesText, key, { round: name, count }), to: `/testing/${id}` }];

/** A list that is frozen stays; one that is not yet follows the statuses it names. */
async function ofList(
  tx: AreaTx,
  doors: TestingDoors,
  round: Round,
  { before, after }: ZoneShift,
  here: People,
  at: number,
): Promise<readonly Consequence[]> {
  const { zones } = round.scope;
  const was = zones.includes(before);
  const is = zones.includes(after);
  if (round.state !== 'draft' || was === is) return [];
  const scope = await peopleScope(tx, doors, { ...(await getScope(tx, round)), zones: [] }, at);
  const anyway = new Set((await doors.people.residentsInScope(tx, scope)).map(({ id }) => id));
  const count = [...here].filter((id) => !anyway.has(id)).length;
  return line(is ? 'zones.joins' : 'zones.leaves', round, count);
}

/** Whoever is sealed in is sampled at the door. */
async function ofCallUp(
  tx: AreaTx,
  doors: TestingDoors,
  round: Round,
  { before, after }: ZoneShift,
  here: People,
  at: number,
): Promise<readonly Consequence[]> {
  if (before !== 'lockdown' && after !== 'lockdown') return [];
  if ((await selectByKeys(tx, callUpTable, { id: [round.id] })).length === 0) return [];
  const awaited =
    round.state === 'draft'
      ? (await peopleOfRound(tx, doors, round, at)).map(({ id }) => id)
      : await expectedIds(tx, round.id);
  const count = awaited.filter((id) => here.has(id)).length;
  return line(after === 'lockdown' ? 'zones.doors' : 'zones.comes-down', round, count);
}

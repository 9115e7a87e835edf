import type { PeopleEvent } from '#core/people/contract.ts';
import type { Reaction, StampedEvent } from '#kernel/command/module.ts';
import type { GatesDoors } from '../doors.ts';
import { mergeReactions } from './follow-merge.ts';
import { markMissed } from './missed.ts';
import { seeElsewhere } from './see-anew.ts';

const NAMED = ['residentId', 'keptId', 'mergedId'] as const;

/** Whoever is flagged, cleared, ended, restored, merged or told apart again is looked at anew by the phones. */
const missedReactions: readonly Reaction[] = [
  'testing.missed-flagged',
  'testing.missed-cleared',
  'people.resident-ended',
  'people.resident-restored',
  'people.merged',
  'people.unmerged',
].map((event) => ({
  event,
  async handle(tx, events) {
    const version = events.at(-1)?.stamp.version;
    if (version !== undefined) await markMissed(tx, events.flatMap(residentsOf), version);
  },
}));

function residentsOf({ data }: StampedEvent): string[] {
  const said = data as Readonly<Record<string, unknown>>;
  const listed = Array.isArray(said.residentIds) ? (said.residentIds as string[]) : [];
  return [...listed, ...NAMED.flatMap((key) => (typeof said[key] === 'string' ? [said[key]] : []))];
}

type ResidentMoved = Extract<PeopleEvent, { readonly type: 'people.resident-moved' }>;

const moveReaction: Reaction = {
  event: 'people.resident-moved',
  async handle(tx, events) {
    for (const { data, stamp } of events as readonly (StampedEvent & ResidentMoved)[]) {
      await seeElsewhere(tx, data, stamp.version);
    }
  },
};

/** What gates hear of people and of testing. Who is missed is asked after what follows a merge has followed. */
export const gatesReactions = (doors: Pick<GatesDoors, 'people'>): readonly Reaction[] => [
  ...mergeReactions(doors),
  ...missedReactions,
  moveReaction,
];

import type { Reaction, StampedEvent } from '#kernel/command/module.ts';
import { markMissed } from './missed.ts';

const NAMED = ['residentId', 'keptId', 'mergedId'] as const;

/** Whoever is flagged, cleared, ended, restored, merged or told apart again is looked at anew by the phones. */
export const missedReactions: readonly Reaction[] = [
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

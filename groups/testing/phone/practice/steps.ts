import type { Sample, Tube } from '../../contract.ts';

/** What a testing volunteer learns, in this order. */
export const STEPS = ['tube', 'person', 'undo', 'close', 'offline', 'online'] as const;
export type Step = (typeof STEPS)[number];

/** The learner's own work as it stands on this phone, and what the phone itself has seen. */
export interface Practised {
  readonly memberId: string;
  readonly samples: Iterable<Pick<Sample, 'by' | 'voidedAt'>>;
  readonly tubes: Iterable<Pick<Tube, 'openedBy' | 'closedAt'>>;
  /** A tube was scanned and is in hand; before its first sample only the phone knows. */
  readonly tubeInHand: boolean;
  /** Work has waited on this phone while there was no network. */
  readonly waitedOffline: boolean;
  readonly pending: number;
  readonly online: boolean;
}

/** Steps that are done: read off what the learner did, so nobody ticks anything by hand. */
export function stepsDone(practised: Practised): ReadonlySet<Step> {
  const samples = [...practised.samples].filter((sample) => sample.by === practised.memberId);
  const tubes = [...practised.tubes].filter((tube) => tube.openedBy === practised.memberId);
  const done = new Set<Step>();
  if (practised.tubeInHand || tubes.length > 0) done.add('tube');
  if (samples.length > 0) done.add('person');
  if (samples.some((sample) => sample.voidedAt !== null)) done.add('undo');
  if (tubes.some((tube) => tube.closedAt !== null)) done.add('close');
  if (practised.waitedOffline) done.add('offline');
  if (practised.waitedOffline && practised.online && practised.pending === 0) done.add('online');
  return done;
}

import type { FlowView, GateFlow } from '../../contract/flow-queries.ts';

/** What is wrong at a gate now, for the words of `warnings.tsx`. */
export type Warning =
  | {
      readonly kind: 'full' | 'close';
      readonly gate: GateFlow;
      readonly queue: NonNullable<GateFlow['queue']>;
    }
  | {
      readonly kind: 'silent' | 'pending';
      readonly gate: GateFlow;
      readonly person: GateFlow['people'][number];
      /** Minutes since it was heard; records that wait on it. */
      readonly count: number;
    };

/** Whoever let somebody through within this time is still at the gate; then the next shift is. */
const AT_GATE_MS = 3 * 3_600_000;

/** Queues first, the fullest before the others, then phones that keep their gate's figures from being whole. */
export function warningsOf({ gates, until }: Pick<FlowView, 'gates' | 'until'>): Warning[] {
  const standing = gates.filter(({ closed }) => !closed);
  const queues = standing
    .flatMap((gate): Warning[] =>
      gate.queue === null || gate.queue.state === 'calm'
        ? []
        : [{ kind: gate.queue.state, gate, queue: gate.queue }],
    )
    .sort((a, b) => percentOf(b) - percentOf(a));
  return [...queues, ...standing.flatMap((gate) => phoneWarnings(gate, until))];
}

const percentOf = (warning: Warning): number => ('queue' in warning ? warning.queue.percent : 0);

function phoneWarnings(gate: GateFlow, now: number): Warning[] {
  return gate.people
    .filter(({ lastAt }) => now - lastAt < AT_GATE_MS)
    .flatMap((person): Warning[] => {
      const [phone] = [...person.phones].sort((a, b) => b.lastSeenAt - a.lastSeenAt);
      // Several may share a phone: it is known by whoever was on it last, and the others by none.
      if (!phone) return [];
      if (phone.silent) {
        const minutes = Math.floor((now - phone.lastSeenAt) / 60_000);
        return [{ kind: 'silent', gate, person, count: minutes }];
      }
      return phone.pending > 0 ? [{ kind: 'pending', gate, person, count: phone.pending }] : [];
    });
}

import { useEffect, useState } from 'react';
import { useProjection, useSyncClient } from '#kernel/sync/client/hooks.ts';
import { ledgerRows } from '../../domain/transport/box-contents.ts';
import { type Ledger, type LedgerBox, ledgerOf } from '../../domain/transport/ledger.ts';
import { type PhoneRound, phoneRound, projection } from '../projection.ts';

const TICK_MS = 15_000;

/** The server's present time as far as this phone knows it, moving while the screen is open. Epoch ms. */
function useNow(): number {
  const client = useSyncClient();
  const [now, setNow] = useState(() => client.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(client.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [client]);
  return now;
}

export interface RoundLedger {
  readonly round: PhoneRound;
  readonly ledger: Ledger;
  readonly now: number;
  /** Of boxes: the last hand-over is signed on this phone and not confirmed by the server. */
  readonly isPending: (box: LedgerBox) => boolean;
}

/** The boxes of a downloaded round as this phone knows them; null while the round is not on it. */
export function useLedger(params: Readonly<Record<string, string>>): RoundLedger | null {
  const { roundId = '' } = params;
  const now = useNow();
  return useProjection(
    projection,
    (state) => {
      const round = phoneRound(state, roundId);
      if (!round) return null;
      const sides = state.testing.handoverSides;
      const isPending = ({ custody }: LedgerBox): boolean =>
        custody.steps.some(({ standing: { given, received } }) =>
          [given, received].some((side) => side !== null && sides.isChanged(side.id)),
        );
      return { round, now, isPending, ledger: ledgerOf(ledgerRows(state.testing, roundId), now) };
    },
    [roundId, now],
  );
}

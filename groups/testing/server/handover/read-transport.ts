import { standing } from '#kernel/custody/transfer.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import type { HandoverView, SignedSide, Transport, TransportBox } from '../../contract/handover-queries.ts';
import { labLimits } from '../../domain/transport/lab-clock.ts';
import type { Ledger, LedgerBox } from '../../domain/transport/ledger.ts';
import {
  type BoxSide,
  type BoxTransfer,
  disputedBoxes,
  sameNumbers,
} from '../../domain/transport/transfers.ts';
import type { TestingDoors } from '../doors.ts';
import { getRound } from '../store-rounds.ts';
import { readLedger } from './read-ledger.ts';

type Names = ReadonlyMap<string, string>;

/** Boxes and hand-overs of a round as the console shows them. */
export async function readTransport(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<Transport> {
  await getRound(tx, roundId);
  const ledger = await readLedger(tx, roundId, now);
  const names = await doors.members.names(tx, membersOf(ledger));
  return {
    boxes: ledger.boxes.map((box) => boxView(box, names)),
    handovers: ledger.transfers.map((transfer) => handoverView(transfer, names)),
    limits: labLimits(await loadSettings(tx), now),
  };
}

/** Everybody whose name stands on the page. */
function membersOf({ boxes, transfers }: Ledger): string[] {
  const ids = [
    ...boxes.flatMap(({ box, counted }) => [box?.sealedBy ?? '', ...counted.counts.map(({ by }) => by)]),
    ...transfers.flatMap(({ sides }) => sides.map(({ row }) => row.by)),
  ];
  return [...new Set(ids.filter((id) => id !== ''))];
}

function boxView(
  { code, box, content, counted, custody, holder, clock }: LedgerBox,
  names: Names,
): TransportBox {
  return {
    code,
    boxId: box?.id ?? null,
    sealedAt: box?.sealedAt ?? null,
    sealedByName: names.get(box?.sealedBy ?? '') ?? null,
    sealNumber: box?.sealNumber ?? null,
    temperature: box?.temperature ?? null,
    tubes: content.tubes,
    people: content.people,
    countState: counted.state,
    counts: counted.counts.map(({ tubes, at, by, counterName }) => ({
      tubes,
      at,
      byName: names.get(by) ?? null,
      helper: counterName,
    })),
    holder,
    since: custody.now.since,
    waiting: [...custody.waiting],
    clock,
  };
}

function handoverView(transfer: BoxTransfer, names: Names): HandoverView {
  const stands = standing(transfer);
  const shown = stands.given ?? stands.received;
  return {
    code: transfer.id,
    destination: shown?.row.destination ?? 'courier',
    state: stands.state,
    boxes: [...(stands.given?.row.boxes ?? stands.received?.row.boxes ?? [])],
    given: sideView(stands.given, names),
    received: sideView(stands.received, names),
    disputed: disputedBoxes(stands),
    sameNumbers: sameNumbers(stands),
  };
}

function sideView(side: BoxSide | null, names: Names): SignedSide | null {
  if (!side) return null;
  const { at, by, witness, signer, boxCount, tubeCount } = side.row;
  return { at, byName: names.get(by) ?? null, witness, signer, boxCount, tubeCount };
}

import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys, selectRows } from '#kernel/db/select.ts';
import type { TestingCommand } from '../../domain/command.ts';
import type { TestingState } from '../../domain/state.ts';
import type { TestingDoors } from '../doors.ts';
import { readSummaryParts } from '../reconcile/summary-figures.ts';
import { acceptanceTable, countTable, roundTable, sideTable, signatureTable } from '../tables.ts';
import { toCount, toSide } from './sealed.ts';

/** What the commands of boxes, hand-overs and settling look at; a batch without them asks nothing. */
export async function loadHandover(
  tx: AreaTx,
  doors: TestingDoors,
  state: TestingState,
  commands: readonly TestingCommand[],
): Promise<void> {
  const counts = new Set<string>();
  const sides = new Set<string>();
  const codes = new Set<string>();
  const accepted = new Set<string>();
  const signing = new Map<string, number>();
  for (const { kind, body, at } of commands) {
    switch (kind) {
      case 'testing.count-box':
        counts.add(body.countId);
        break;
      case 'testing.give-boxes':
        codes.add(body.code);
        sides.add(body.sideId);
        if (body.receiver) sides.add(body.receiver.sideId);
        break;
      case 'testing.take-boxes':
        codes.add(body.code);
        sides.add(body.sideId);
        break;
      case 'testing.record-handover':
        codes.add(body.code);
        for (const signed of [body.given, body.received]) if (signed) sides.add(signed.sideId);
        break;
      case 'testing.void-handover':
        codes.add(body.code);
        break;
      case 'testing.settle-gap':
        if (body.way === 'accept') accepted.add(body.acceptanceId);
        break;
      case 'testing.sign-summary':
        signing.set(body.roundId, at);
        break;
    }
  }
  const [countRows, sideRows] = await Promise.all([
    selectByKeys(tx, countTable, { id: counts }),
    selectByKeys(tx, sideTable, { id: sides, code: codes }),
  ]);
  state.boxCounts.load(countRows.map((row) => toCount(tx, row)));
  state.handoverSides.load(sideRows.map((row) => toSide(tx, row)));
  state.acceptances.load(await selectByKeys(tx, acceptanceTable, { id: accepted }));
  if (signing.size === 0) return;
  const ofRounds = sql`round_id = any(${[...signing.keys()]}::uuid[])`;
  state.signatures.load(await selectRows(tx, signatureTable, ofRounds));
  for (const [roundId, at] of signing) {
    const parts = await findSummary(tx, doors, roundId, at);
    if (parts) state.summaryHashes.set(roundId, parts.hash);
  }
}

/** Null where there is no such round: `decide` says so. */
async function findSummary(tx: AreaTx, doors: TestingDoors, roundId: string, at: number) {
  const [round] = await selectRows(tx, roundTable, sql`id = ${roundId}`);
  return round ? readSummaryParts(tx, doors, roundId, at) : null;
}

import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TestingCommand } from '../../domain/command.ts';
import type { TestingState } from '../../domain/state.ts';
import type { TestingDoors } from '../doors.ts';
import { selectByKeys, selectRows } from '../select.ts';
import { acceptanceTable, countTable, sideTable, signatureTable } from '../tables.ts';
import { toCount, toSide } from './sealed.ts';

/** What the commands of boxes, hand-overs and settling look at; a batch without them asks nothing. */
export async function loadHandover(
  tx: AreaTx,
  _doors: TestingDoors,
  state: TestingState,
  commands: readonly TestingCommand[],
): Promise<void> {
  const counts = new Set<string>();
  const sides = new Set<string>();
  const codes = new Set<string>();
  const accepted = new Set<string>();
  const signing = new Set<string>();
  for (const { kind, body } of commands) {
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
        signing.add(body.roundId);
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
  const ofRounds = sql`round_id = any(${[...signing]}::uuid[])`;
  state.signatures.load(await selectRows(tx, signatureTable, ofRounds));
}

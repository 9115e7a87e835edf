import type { CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import { kinds } from '../contract/commands.ts';
import type { TestingEvent } from '../contract/events.ts';
import type { TestingCommand } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { TestingState } from '../domain/state.ts';
import type { TestingDoors } from './doors.ts';
import { saveHandover } from './handover/save.ts';
import { load } from './load.ts';
import { lookTable } from './looks/table.ts';
import { toRecord } from './sample-codes.ts';
import { saveSampling } from './sampling/save.ts';
import { saveSetUp } from './set-up/store.ts';
import {
  boxTable,
  callUpTable,
  checkInTable,
  doorTable,
  expectedTable,
  followUpTable,
  laneTable,
  missedTable,
  packingTable,
  plannedTable,
  resultTable,
  roundTable,
  sampleTable,
  scopeListTable,
  secondCallTable,
  siteTable,
  slotTable,
  supplyTable,
  tubeTable,
} from './tables.ts';

export function testingCommands(
  doors: TestingDoors,
): CommandModule<TestingState, TestingCommand, TestingEvent> {
  return { kinds, load: (tx, commands) => load(tx, doors, commands), decide, evolve, save };
}

/** What changed, one statement per table. */
async function save(tx: AreaTx, state: TestingState): Promise<void> {
  await Promise.all([
    upsertRows(tx, roundTable, state.rounds.changed()),
    upsertRows(tx, scopeListTable, state.scopeLists.changed()),
    upsertRows(tx, plannedTable, state.planned.changed()),
    upsertRows(tx, supplyTable, state.supplies.changed()),
    upsertRows(tx, siteTable, state.sites.changed()),
    upsertRows(tx, laneTable, state.lanes.changed()),
    upsertRows(tx, expectedTable, state.expected.changed()),
    upsertRows(tx, tubeTable, state.tubes.changed()),
    upsertRows(tx, checkInTable, state.checkIns.changed()),
    upsertRows(
      tx,
      sampleTable,
      state.samples.changed().map((sample) => toRecord(tx, sample)),
    ),
    upsertRows(tx, boxTable, state.boxes.changed()),
    upsertRows(tx, packingTable, state.packings.changed()),
    upsertRows(tx, missedTable, state.missed.changed()),
    upsertRows(tx, followUpTable, state.followUps.changed()),
    upsertRows(tx, secondCallTable, state.secondCalls.changed()),
    upsertRows(tx, resultTable, state.results.changed()),
    upsertRows(tx, callUpTable, state.callUps.changed()),
    upsertRows(tx, slotTable, state.slots.changed()),
    upsertRows(tx, doorTable, state.doors.changed()),
    ...saveSampling(tx, state),
    saveHandover(tx, state),
    saveSetUp(tx, state),
    upsertRows(tx, lookTable, state.looks.changed()),
  ]);
}

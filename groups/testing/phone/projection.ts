import type { PeopleIndex } from '#core/people/contract.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { ClientKind, Projection } from '#kernel/sync/client/projection.ts';
import type { Rows } from '#kernel/sync/rows/row-block.ts';
import {
  type Box,
  type BoxCount,
  type Carer,
  type CheckIn,
  COLLECTIONS,
  type CollectionName,
  type Correction,
  type DoorStop,
  type Expected,
  type HandoverSide,
  type Lane,
  type ListedPersonRow,
  type Packing,
  type Refusal,
  type Round,
  type RoundKeyRow,
  type Sample,
  type SecondCall,
  type SettingRow,
  type Site,
  type Slot,
  type Spoilage,
  type SupplyEntry,
  type TestingEvent,
  type Tube,
} from '../contract.ts';
import type { TestingCommand } from '../domain/command.ts';
import { decideField, type FieldKind } from '../domain/field/decide-field.ts';
import { evolveField } from '../domain/field/evolve-field.ts';
import { createTestingState, type TestingState } from '../domain/state.ts';
import { type ListedCard, loadPeople, type PeopleByRound, removePeople } from './people-list.ts';

export interface PhoneState {
  readonly testing: TestingState;
  readonly people: PeopleByRound;
  readonly keys: Map<string, RoundKeyRow>;
  /** By row id: dated values the area has set. */
  readonly settings: Map<string, SettingRow>;
}

export interface PhoneRound {
  readonly round: Round;
  readonly people: PeopleIndex<ListedCard>;
  /** What identity numbers of this round are hashed with. */
  readonly identityKey: Uint8Array;
}

type Loader = (state: PhoneState, rows: Rows) => void;
type Remover = (state: PhoneState, ids: readonly string[]) => void;

/** The rows were made by this module's own sync source on the server; their types are those of its contract. */
const typed = <Row extends { readonly id: string }>(rows: Rows): Rows<Row> => rows as unknown as Rows<Row>;

const loaders: Readonly<Record<CollectionName, Loader>> = {
  [COLLECTIONS.round]: (s, rows) => void s.testing.rounds.load(typed<Round>(rows)),
  [COLLECTIONS.site]: (s, rows) => void s.testing.sites.load(typed<Site>(rows)),
  [COLLECTIONS.lane]: (s, rows) => void s.testing.lanes.load(typed<Lane>(rows)),
  [COLLECTIONS.expected]: (s, rows) => void s.testing.expected.load(typed<Expected>(rows)),
  [COLLECTIONS.tube]: (s, rows) => void s.testing.tubes.load(typed<Tube>(rows)),
  [COLLECTIONS.sample]: (s, rows) => void s.testing.samples.load(typed<Sample>(rows)),
  [COLLECTIONS.checkIn]: (s, rows) => void s.testing.checkIns.load(typed<CheckIn>(rows)),
  [COLLECTIONS.box]: (s, rows) => void s.testing.boxes.load(typed<Box>(rows)),
  [COLLECTIONS.packing]: (s, rows) => void s.testing.packings.load(typed<Packing>(rows)),
  [COLLECTIONS.refusal]: (s, rows) => void s.testing.refusals.load(typed<Refusal>(rows)),
  [COLLECTIONS.slot]: (s, rows) => void s.testing.slots.load(typed<Slot>(rows)),
  [COLLECTIONS.door]: (s, rows) => void s.testing.doors.load(typed<DoorStop>(rows)),
  [COLLECTIONS.secondCall]: (s, rows) => void s.testing.secondCalls.load(typed<SecondCall>(rows)),
  [COLLECTIONS.carer]: (s, rows) => void s.testing.carers.load(typed<Carer>(rows)),
  [COLLECTIONS.spoilage]: (s, rows) => void s.testing.spoilages.load(typed<Spoilage>(rows)),
  [COLLECTIONS.correction]: (s, rows) => void s.testing.corrections.load(typed<Correction>(rows)),
  [COLLECTIONS.boxCount]: (s, rows) => void s.testing.boxCounts.load(typed<BoxCount>(rows)),
  [COLLECTIONS.handoverSide]: (s, rows) => void s.testing.handoverSides.load(typed<HandoverSide>(rows)),
  [COLLECTIONS.setting]: (s, rows) => {
    for (const row of typed<SettingRow>(rows)) s.settings.set(row.id, row);
    s.testing.settings = [...s.settings.values()];
  },
  [COLLECTIONS.supply]: (s, rows) => void s.testing.supplies.load(typed<SupplyEntry>(rows)),
  [COLLECTIONS.person]: (s, rows) => loadPeople(s.people, typed<ListedPersonRow>(rows)),
  [COLLECTIONS.key]: (s, rows) => {
    for (const row of typed<RoundKeyRow>(rows)) s.keys.set(row.roundId, row);
  },
};

const removers: Readonly<Record<CollectionName, Remover>> = {
  [COLLECTIONS.round]: (s, ids) => s.testing.rounds.remove(ids),
  [COLLECTIONS.site]: (s, ids) => s.testing.sites.remove(ids),
  [COLLECTIONS.lane]: (s, ids) => s.testing.lanes.remove(ids),
  [COLLECTIONS.expected]: (s, ids) => s.testing.expected.remove(ids),
  [COLLECTIONS.tube]: (s, ids) => s.testing.tubes.remove(ids),
  [COLLECTIONS.sample]: (s, ids) => s.testing.samples.remove(ids),
  [COLLECTIONS.checkIn]: (s, ids) => s.testing.checkIns.remove(ids),
  [COLLECTIONS.box]: (s, ids) => s.testing.boxes.remove(ids),
  [COLLECTIONS.packing]: (s, ids) => s.testing.packings.remove(ids),
  [COLLECTIONS.refusal]: (s, ids) => s.testing.refusals.remove(ids),
  [COLLECTIONS.slot]: (s, ids) => s.testing.slots.remove(ids),
  [COLLECTIONS.door]: (s, ids) => s.testing.doors.remove(ids),
  [COLLECTIONS.secondCall]: (s, ids) => s.testing.secondCalls.remove(ids),
  [COLLECTIONS.carer]: (s, ids) => s.testing.carers.remove(ids),
  [COLLECTIONS.spoilage]: (s, ids) => s.testing.spoilages.remove(ids),
  [COLLECTIONS.correction]: (s, ids) => s.testing.corrections.remove(ids),
  [COLLECTIONS.boxCount]: (s, ids) => s.testing.boxCounts.remove(ids),
  [COLLECTIONS.handoverSide]: (s, ids) => s.testing.handoverSides.remove(ids),
  [COLLECTIONS.setting]: (s, ids) => {
    for (const id of ids) s.settings.delete(id);
    s.testing.settings = [...s.settings.values()];
  },
  [COLLECTIONS.supply]: (s, ids) => s.testing.supplies.remove(ids),
  [COLLECTIONS.person]: (s, ids) => removePeople(s.people, ids),
  [COLLECTIONS.key]: (s, ids) => {
    for (const id of ids) s.keys.delete(id);
  },
};

const KINDS = {
  'testing.sample': { nature: 'fact', v: 1 },
  'testing.record-refusal': { nature: 'fact', v: 1 },
  'testing.record-carer': { nature: 'fact', v: 1 },
  'testing.spoil': { nature: 'fact', v: 1 },
  'testing.correct-tube': { nature: 'wish', v: 1 },
  'testing.close-tube': { nature: 'fact', v: 1 },
  'testing.undo-sample': { nature: 'wish', v: 1 },
  'testing.pack-tubes': { nature: 'fact', v: 1 },
  'testing.unpack-tube': { nature: 'wish', v: 1 },
  'testing.seal-box': { nature: 'fact', v: 1 },
  'testing.call-slot': { nature: 'fact', v: 1 },
  'testing.skip-slot': { nature: 'fact', v: 1 },
  'testing.visit-door': { nature: 'fact', v: 1 },
  'testing.call-again': { nature: 'fact', v: 1 },
  'testing.count-box': { nature: 'fact', v: 1 },
  'testing.give-boxes': { nature: 'fact', v: 1 },
  'testing.take-boxes': { nature: 'fact', v: 1 },
  'testing.record-supplies': { nature: 'fact', v: 1 },
  'testing.undo-supply': { nature: 'wish', v: 1 },
} as const satisfies Record<FieldKind, ClientKind>;

/** The phone's view of testing: the server's own rules over the pulled rows, pending work laid over. */
export const projection: Projection<PhoneState> = {
  name: 'testing',
  collections: Object.values(COLLECTIONS),
  kinds: KINDS,
  build: () => ({ testing: createTestingState(), people: new Map(), keys: new Map(), settings: new Map() }),
  load: (state, collection, rows) => loaders[collection as CollectionName](state, rows),
  remove: (state, collection, ids) => removers[collection as CollectionName](state, ids),
  clear(state) {
    for (const part of Object.values(state.testing)) if (part instanceof WorkingSet) part.clearChanges();
  },
  decide: (state, command) => decideField(state.testing, command as TestingCommand<FieldKind>),
  evolve: (state, event, stamp) => evolveField(state.testing, event as TestingEvent, stamp),
};

/** A round with its people; undefined while it has not been downloaded. */
export function phoneRound(state: PhoneState, roundId: string): PhoneRound | undefined {
  const round = state.testing.rounds.get(roundId);
  const people = state.people.get(roundId);
  const key = state.keys.get(roundId);
  if (!round || !people || !key) return undefined;
  return { round, people, identityKey: fromHex(key.identityKey) };
}

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));

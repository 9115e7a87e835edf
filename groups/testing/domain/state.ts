import { WorkingSet } from '#kernel/command/working-set.ts';
import type { SettingValue } from '#kernel/settings/setting.ts';
import type { CallUp, DoorStop, Slot } from '../contract/call-up-rows.ts';
import type { FollowUp } from '../contract/follow-up-rows.ts';
import type { BoxCount, HandoverSide } from '../contract/handover-rows.ts';
import type { ListLook } from '../contract/look-rows.ts';
import type { Missed, SecondCall } from '../contract/missed-rows.ts';
import type { Acceptance, SummarySignature } from '../contract/reconcile-rows.ts';
import type { Refusal } from '../contract/refusal-rows.ts';
import type {
  Box,
  CheckIn,
  Expected,
  LabResult,
  Lane,
  Packing,
  Planned,
  Round,
  Sample,
  ScopeList,
  Site,
  Tube,
} from '../contract/rows.ts';
import type { Carer, Correction, Spoilage } from '../contract/sampling-rows.ts';
import type { SupplyEntry } from '../contract/supply-rows.ts';
import type { CallUpPerson } from './call-up/household.ts';
import { createSetUpState, type SetUpState } from './set-up/state.ts';

/** A living person of the register, as far as a round's list needs. */
export interface ListedPerson {
  readonly residentId: string;
  readonly buildingId: string;
  readonly away: boolean;
}

/** An open or settled discrepancy that a settling command names. */
export interface KnownDiscrepancy {
  readonly id: string;
  readonly code: string;
  readonly subjects: Readonly<Record<string, string>>;
  readonly settled: boolean;
}

/**
 * What the rules of testing look at. On the server `load` fills it with what a batch needs; on a phone it holds the
 * whole round as pulled, and the last four parts stay empty: planning, closing and settling are done at the console.
 */
export interface TestingState {
  readonly rounds: WorkingSet<Round>;
  /** The people by name of rounds' scopes; for changing and opening. */
  readonly scopeLists: WorkingSet<ScopeList>;
  /** What is said of people before the opening; for opening. */
  readonly planned: WorkingSet<Planned, 'round'>;
  readonly supplies: WorkingSet<SupplyEntry, 'lane'>;
  readonly sites: WorkingSet<Site, 'round'>;
  readonly lanes: WorkingSet<Lane, 'round'>;
  readonly expected: WorkingSet<Expected>;
  readonly tubes: WorkingSet<Tube, 'code'>;
  readonly samples: WorkingSet<Sample, 'person' | 'tube' | 'lane'>;
  readonly checkIns: WorkingSet<CheckIn>;
  readonly boxes: WorkingSet<Box, 'code'>;
  readonly packings: WorkingSet<Packing, 'code'>;
  readonly refusals: WorkingSet<Refusal, 'person'>;
  readonly secondCalls: WorkingSet<SecondCall>;
  readonly followUps: WorkingSet<FollowUp, 'of'>;
  /** `<round>/<purpose>` → who may be put into a follow-up of it now. */
  readonly followable: Map<string, ReadonlySet<string>>;
  /** Flags of the missed, also cleared ones. */
  readonly missed: WorkingSet<Missed, 'person'>;
  /** Other rounds of which swabs are loaded. */
  readonly swabRounds: Set<string>;
  readonly carers: WorkingSet<Carer>;
  readonly spoilages: WorkingSet<Spoilage>;
  readonly corrections: WorkingSet<Correction>;
  readonly boxCounts: WorkingSet<BoxCount, 'box'>;
  readonly handoverSides: WorkingSet<HandoverSide, 'code'>;
  readonly acceptances: WorkingSet<Acceptance>;
  readonly signatures: WorkingSet<SummarySignature, 'round'>;
  /** Round id → the hash of its summary as it stands; for signing. */
  readonly summaryHashes: Map<string, string>;
  /** Results in force, by tube code; replaced ones stay out of the index. */
  readonly results: WorkingSet<LabResult, 'code'>;
  readonly slots: WorkingSet<Slot, 'round'>;
  readonly doors: WorkingSet<DoorStop, 'round'>;
  readonly callUps: WorkingSet<CallUp>;
  readonly setUp: SetUpState;
  readonly looks: WorkingSet<ListLook>;
  /** Dated values of this module's settings. */
  settings: readonly SettingValue[];
  /** Round id → living people of its scope; for opening. */
  readonly scopePeople: Map<string, readonly ListedPerson[]>;
  /** Round id → everybody awaited in it; for planning the call-up. */
  readonly callUpPeople: Map<string, readonly CallUpPerson[]>;
  /** Merged residents that a late phone still speaks of → the one that stands. */
  readonly standing: Map<string, string>;
  /** People that a command names one by one. */
  readonly people: Map<string, ListedPerson>;
  readonly discrepancies: Map<string, KnownDiscrepancy>;
  /** Round id → devices with unsent or unknown work; for closing. */
  readonly unsyncedDevices: Map<string, readonly string[]>;
  /** Lanes that hold a sample or a tube; for changing the plan of an open round. */
  readonly usedLanes: Set<string>;
}

export const inRound = (roundId: string, key: string): string => `${roundId}/${key}`;

/** What follow-ups of one round are made for. */
export const followUpKey = ({ ofRoundId, purpose }: Pick<FollowUp, 'ofRoundId' | 'purpose'>): string =>
  `${ofRoundId}/${purpose}`;

/** Who a sample is of: two samples of one key are a double sampling. */
export const personKey = (sample: Pick<Sample, 'id' | 'residentId' | 'codeText'>): string =>
  sample.residentId ?? (sample.codeText === null ? `sample:${sample.id}` : `code:${sample.codeText}`);

export function createTestingState(): TestingState {
  const byRound = { round: (row: { readonly roundId: string }) => row.roundId };
  return {
    rounds: new WorkingSet<Round>({}),
    scopeLists: new WorkingSet<ScopeList>({}),
    planned: new WorkingSet<Planned, 'round'>(byRound),
    supplies: new WorkingSet<SupplyEntry, 'lane'>({ lane: (s) => s.laneId }),
    sites: new WorkingSet<Site, 'round'>(byRound),
    lanes: new WorkingSet<Lane, 'round'>(byRound),
    expected: new WorkingSet<Expected>({}),
    tubes: new WorkingSet<Tube, 'code'>({
      code: (t) => (t.voidedAt === null ? inRound(t.roundId, t.code) : null),
    }),
    samples: new WorkingSet<Sample, 'person' | 'tube' | 'lane'>({
      person: (s) => (s.voidedAt === null ? inRound(s.roundId, personKey(s)) : null),
      tube: (s) => (s.voidedAt === null ? s.tubeId : null),
      lane: (s) => (s.voidedAt === null ? s.laneId : null),
    }),
    checkIns: new WorkingSet<CheckIn>({}),
    boxes: new WorkingSet<Box, 'code'>({ code: (b) => inRound(b.roundId, b.code) }),
    packings: new WorkingSet<Packing, 'code'>({
      code: (p) => (p.voidedAt === null ? inRound(p.roundId, p.code) : null),
    }),
    carers: new WorkingSet<Carer>({}),
    spoilages: new WorkingSet<Spoilage>({}),
    corrections: new WorkingSet<Correction>({}),
    refusals: new WorkingSet<Refusal, 'person'>({ person: (r) => inRound(r.roundId, r.residentId) }),
    secondCalls: new WorkingSet<SecondCall>({}),
    followUps: new WorkingSet<FollowUp, 'of'>({ of: (row) => followUpKey(row) }),
    followable: new Map(),
    missed: new WorkingSet<Missed, 'person'>({ person: (row) => row.residentId }),
    swabRounds: new Set(),
    boxCounts: new WorkingSet<BoxCount, 'box'>({ box: (c) => inRound(c.roundId, c.boxCode) }),
    handoverSides: new WorkingSet<HandoverSide, 'code'>({ code: (s) => inRound(s.roundId, s.code) }),
    acceptances: new WorkingSet<Acceptance>({}),
    signatures: new WorkingSet<SummarySignature, 'round'>(byRound),
    summaryHashes: new Map(),
    results: new WorkingSet<LabResult, 'code'>({
      code: (r) => (r.replacedAt === null ? inRound(r.roundId, r.tubeCode) : null),
    }),
    slots: new WorkingSet<Slot, 'round'>(byRound),
    doors: new WorkingSet<DoorStop, 'round'>(byRound),
    callUps: new WorkingSet<CallUp>({}),
    setUp: createSetUpState(),
    looks: new WorkingSet<ListLook>({}),
    settings: [],
    scopePeople: new Map(),
    callUpPeople: new Map(),
    standing: new Map(),
    people: new Map(),
    discrepancies: new Map(),
    unsyncedDevices: new Map(),
    usedLanes: new Set(),
  };
}

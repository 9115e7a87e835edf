import type { TableSpec } from '#kernel/db/columns.ts';
import type { CallUp, DoorStop, Slot } from '../contract/call-up-rows.ts';
import type { FollowUp } from '../contract/follow-up-rows.ts';
import type { BoxCount, HandoverSide } from '../contract/handover-rows.ts';
import type { Missed, SecondCall } from '../contract/missed-rows.ts';
import type { Acceptance, SummarySignature } from '../contract/reconcile-rows.ts';
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

import type { SupplyEntry } from '../contract/supply-rows.ts';

/** A sample as stored: with the person's place on the list as one key; an unknown code is sealed. */
export type SampleRecord = Omit<Sample, 'codeText'> & {
  readonly placeId: string | null;
  readonly codeSealed: Buffer | null;
  readonly codeBlind: Buffer | null;
};

const own = { id: 'uuid', version: 'int8' } as const;
const ofRound = { ...own, roundId: 'uuid' } as const;
export const roundTable: TableSpec<Round> = {
  table: 'testing.round',
  key: ['id'],
  columns: {
    ...own,
    name: 'text',
    mode: 'text',
    poolRatio: 'int4',
    scope: 'jsonb',
    tubeSeries: 'jsonb',
    state: 'text',
    createdAt: 'timestamptz',
    openedAt: 'timestamptz',
    closedAt: 'timestamptz',
    revisedAt: 'timestamptz',
  },
};

export const scopeListTable: TableSpec<ScopeList> = {
  table: 'testing.scope_list',
  key: ['id'],
  columns: { ...own, residentIds: 'jsonb' },
};

export const plannedTable: TableSpec<Planned> = {
  table: 'testing.planned',
  key: ['id'],
  columns: { ...ofRound, residentId: 'uuid', status: 'text', reason: 'text' },
};

export const supplyTable: TableSpec<SupplyEntry> = {
  table: 'testing.supply',
  key: ['id'],
  columns: {
    ...ofRound,
    laneId: 'uuid',
    kind: 'text',
    name: 'text',
    deed: 'text',
    quantity: 'int4',
    note: 'text',
    at: 'timestamptz',
    by: 'text',
    voidedAt: 'timestamptz',
  },
};

export const siteTable: TableSpec<Site> = {
  table: 'testing.site',
  key: ['id'],
  columns: { ...ofRound, name: 'text', sort: 'int4', removedAt: 'timestamptz' },
};

export const laneTable: TableSpec<Lane> = {
  table: 'testing.lane',
  key: ['id'],
  columns: { ...ofRound, siteId: 'uuid', name: 'text', sort: 'int4', removedAt: 'timestamptz' },
};

export const expectedTable: TableSpec<Expected> = {
  table: 'testing.expected',
  key: ['id'],
  columns: { ...ofRound, residentId: 'uuid', buildingId: 'uuid', status: 'text', reason: 'text' },
};

export const checkInTable: TableSpec<CheckIn> = {
  table: 'testing.check_in',
  key: ['id'],
  columns: {
    ...ofRound,
    residentId: 'uuid',
    laneId: 'uuid',
    at: 'timestamptz',
    by: 'text',
    voidedAt: 'timestamptz',
  },
};

export const sampleTable: TableSpec<SampleRecord> = {
  table: 'testing.sample',
  key: ['id'],
  columns: {
    ...ofRound,
    residentId: 'uuid',
    placeId: 'uuid',
    tubeId: 'uuid',
    laneId: 'uuid',
    checkInId: 'uuid',
    at: 'timestamptz',
    by: 'text',
    deviceId: 'uuid',
    method: 'text',
    voidedAt: 'timestamptz',
    codeSealed: 'bytea',
    codeBlind: 'bytea',
  },
};

export const tubeTable: TableSpec<Tube> = {
  table: 'testing.tube',
  key: ['id'],
  columns: {
    ...ofRound,
    laneId: 'uuid',
    code: 'text',
    ratio: 'int4',
    state: 'text',
    count: 'int4',
    openedAt: 'timestamptz',
    openedBy: 'text',
    lastSampleAt: 'timestamptz',
    closedAt: 'timestamptz',
    closedBy: 'text',
    closeReason: 'text',
    note: 'text',
    packedAt: 'timestamptz',
    boxId: 'uuid',
    voidedAt: 'timestamptz',
    onPaper: 'bool',
    mergedInto: 'uuid',
  },
};

export const boxTable: TableSpec<Box> = {
  table: 'testing.box',
  key: ['id'],
  columns: {
    ...ofRound,
    code: 'text',
    state: 'text',
    openedAt: 'timestamptz',
    lastPackedAt: 'timestamptz',
    sealedAt: 'timestamptz',
    sealedBy: 'text',
    sealNumber: 'text',
    temperature: 'float8',
  },
};

export const resultTable: TableSpec<LabResult> = {
  table: 'testing.result',
  key: ['id'],
  columns: {
    ...ofRound,
    tubeCode: 'text',
    outcome: 'text',
    note: 'text',
    reportedAt: 'timestamptz',
    recordedAt: 'timestamptz',
    recordedBy: 'text',
    replacedAt: 'timestamptz',
  },
};

export const missedTable: TableSpec<Missed> = {
  table: 'testing.missed',
  key: ['id'],
  columns: {
    ...ofRound,
    residentId: 'uuid',
    buildingId: 'uuid',
    openedAt: 'timestamptz',
    since: 'timestamptz',
    clearedAt: 'timestamptz',
    clearedBy: 'text',
    sampleId: 'uuid',
  },
};

export const followUpTable: TableSpec<FollowUp> = {
  table: 'testing.follow_up',
  key: ['id'],
  columns: { ...own, ofRoundId: 'uuid', purpose: 'text', residentIds: 'jsonb' },
};

export const secondCallTable: TableSpec<SecondCall> = {
  table: 'testing.second_call',
  key: ['id'],
  columns: {
    ...ofRound,
    residentId: 'uuid',
    way: 'text',
    answer: 'text',
    note: 'text',
    at: 'timestamptz',
    by: 'text',
  },
};

export const packingTable: TableSpec<Packing> = {
  table: 'testing.packing',
  key: ['id'],
  columns: {
    ...ofRound,
    boxId: 'uuid',
    code: 'text',
    tubeId: 'uuid',
    at: 'timestamptz',
    by: 'text',
    voidedAt: 'timestamptz',
  },
};

export const callUpTable: TableSpec<CallUp> = {
  table: 'testing.call_up',
  key: ['id'],
  columns: { ...ofRound, choices: 'jsonb', plannedAt: 'timestamptz', plannedBy: 'text' },
};

export const slotTable: TableSpec<Slot> = {
  table: 'testing.slot',
  key: ['id'],
  columns: {
    ...ofRound,
    siteId: 'uuid',
    kind: 'text',
    startsAt: 'timestamptz',
    endsAt: 'timestamptz',
    householdIds: 'jsonb',
    parts: 'jsonb',
    people: 'int4',
    priority: 'int4',
    escorts: 'int4',
    calledAt: 'timestamptz',
    calledBy: 'text',
    lastCallAt: 'timestamptz',
    calls: 'int4',
    skippedAt: 'timestamptz',
    endedAt: 'timestamptz',
    endedAs: 'text',
  },
};

export const doorTable: TableSpec<DoorStop> = {
  table: 'testing.door_stop',
  key: ['id'],
  columns: {
    ...ofRound,
    householdId: 'uuid',
    buildingId: 'uuid',
    place: 'jsonb',
    reason: 'text',
    people: 'int4',
    team: 'int4',
    sort: 'int4',
    visit: 'text',
    visitedAt: 'timestamptz',
    visitedBy: 'text',
    endedAt: 'timestamptz',
  },
};

/** As stored: a name without an account is sealed. */
export type CountRecord = Omit<BoxCount, 'counterName'> & { readonly counterSealed: Buffer | null };
export type SideRecord = Omit<HandoverSide, 'signer'> & { readonly signerSealed: Buffer | null };

export const countTable: TableSpec<CountRecord> = {
  table: 'testing.box_count',
  key: ['id'],
  columns: {
    ...ofRound,
    boxCode: 'text',
    tubes: 'int4',
    by: 'text',
    counterSealed: 'bytea',
    at: 'timestamptz',
  },
};

export const sideTable: TableSpec<SideRecord> = {
  table: 'testing.handover_side',
  key: ['id'],
  columns: {
    ...ofRound,
    code: 'text',
    side: 'text',
    destination: 'text',
    boxes: 'jsonb',
    boxCount: 'int4',
    tubeCount: 'int4',
    at: 'timestamptz',
    by: 'text',
    witness: 'text',
    signerSealed: 'bytea',
    voidedAt: 'timestamptz',
  },
};

export const acceptanceTable: TableSpec<Acceptance> = {
  table: 'testing.acceptance',
  key: ['id'],
  columns: {
    ...ofRound,
    kind: 'text',
    subject: 'text',
    said: 'text',
    note: 'text',
    at: 'timestamptz',
    by: 'text',
  },
};

export const signatureTable: TableSpec<SummarySignature> = {
  table: 'testing.summary_signature',
  key: ['id'],
  columns: { ...ofRound, hash: 'text', signsAs: 'text', at: 'timestamptz', by: 'text' },
};

/** A row that followed a merge of two residents: see `follow-merge.ts`. */
export interface Followed {
  readonly mergeId: string;
  readonly what: 'sample' | 'check-in' | 'listed' | 'unlisted' | 'refusal';
  readonly rowId: string;
  readonly version: number;
  readonly before: Expected | null;
}

export const followedTable: TableSpec<Followed> = {
  table: 'testing.followed',
  key: ['mergeId', 'what', 'rowId'],
  columns: { mergeId: 'uuid', what: 'text', rowId: 'uuid', version: 'int8', before: 'jsonb' },
};

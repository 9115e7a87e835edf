import type { TableSpec } from '#kernel/db/columns.ts';
import type { Gate, GateLane, Passage, Presence } from '../contract/rows.ts';

const own = { id: 'uuid', version: 'int8' } as const;

export const gateTable: TableSpec<Gate> = {
  table: 'gates.gate',
  key: ['id'],
  columns: {
    ...own,
    name: 'text',
    compoundId: 'uuid',
    openFrom: 'int4',
    openUntil: 'int4',
    closedAt: 'timestamptz',
    sort: 'int4',
  },
};

export const laneTable: TableSpec<GateLane> = {
  table: 'gates.gate_lane',
  key: ['id'],
  columns: {
    ...own,
    gateId: 'uuid',
    name: 'text',
    direction: 'text',
    sort: 'int4',
    removedAt: 'timestamptz',
  },
};

export const passageTable: TableSpec<Passage> = {
  table: 'gates.passage',
  key: ['id'],
  columns: {
    ...own,
    gateId: 'uuid',
    laneId: 'uuid',
    direction: 'text',
    subject: 'text',
    residentId: 'uuid',
    householdId: 'uuid',
    passId: 'uuid',
    visitId: 'uuid',
    at: 'timestamptz',
    outcome: 'text',
    rule: 'text',
    reason: 'text',
    note: 'text',
    fileId: 'uuid',
    counts: 'bool',
    voidedAt: 'timestamptz',
    by: 'text',
  },
};

export const presenceTable: TableSpec<Presence> = {
  table: 'gates.presence',
  key: ['id'],
  columns: {
    ...own,
    residentId: 'uuid',
    householdId: 'uuid',
    passId: 'uuid',
    direction: 'text',
    at: 'timestamptz',
    gateId: 'uuid',
    passageId: 'uuid',
    counts: 'bool',
  },
};

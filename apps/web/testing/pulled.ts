import type { BrowserContext } from 'playwright-core';
import type { GroupId } from '#core/accounts/contract.ts';
import type { Code } from '#core/conduct/contract/rows.ts';
import type { Duty } from '#core/roster/contract.ts';
import type { Gate } from '#groups/gates/contract/rows.ts';
import type { Round } from '#groups/testing/contract/rows.ts';
import { PROTOCOL, type PullResponse } from '#kernel/sync/protocol.ts';
import { MEMBER } from './signed-in.ts';

/** Rows by collection, as the server would send them to whoever `letIn` lets in. */
export type Rows = Readonly<Record<string, readonly { readonly id: string }[]>>;

const id = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const code = (group: GroupId, n: number): Code => ({
  id: id(n),
  group,
  number: 1,
  title: '岗位守则',
  points: [{ id: id(n + 1), title: '先问好，再查证', text: '' }],
  questions: [],
  keys: {},
  video: null,
  change: 'acknowledge',
  note: '',
  publishedAt: 1,
  replacedAt: null,
  withdrawnAt: null,
  version: 1,
});

/** On duty now, with a code of the group to read first. */
function onDuty(group: GroupId): Rows {
  const now = Date.now();
  const duty: Duty = {
    id: id(20),
    memberId: MEMBER,
    group,
    place: '东门',
    from: now - 3_600_000,
    until: now + 3_600_000,
    endedAt: null,
  };
  return { 'roster.duty': [duty], 'conduct.code': [code(group, 30)] };
}

const round: Round = {
  id: id(40),
  name: '第一轮',
  mode: 'pooled',
  poolRatio: 10,
  scope: { compoundIds: [], buildingIds: [], entranceIds: [], zones: [] },
  tubeSeries: { kind: 'own' },
  state: 'open',
  createdAt: 1,
  openedAt: 1,
  closedAt: null,
  revisedAt: null,
  version: 1,
};

const gate: Gate = {
  id: id(50),
  name: '东门',
  compoundId: id(51),
  openFrom: null,
  openUntil: null,
  closedAt: null,
  sort: 0,
  version: 1,
};

/**
 * What is on the phone of a new volunteer, of one at a sampling lane and of one at a gate, and how many cards it makes: the
 * undertaking for each; the code to read, what the last shift left, the duty and the codes for those on duty.
 */
export const holdings = (): Readonly<Record<string, { readonly rows: Rows; readonly cards: number }>> => ({
  'new here': { rows: {}, cards: 1 },
  'at a sampling lane': { rows: { ...onDuty('testing'), 'testing.round': [round] }, cards: 5 },
  'at a gate': { rows: { ...onDuty('order'), 'gates.gate': [gate] }, cards: 5 },
});

/** Answers each pull with these rows, as one term that is whole. */
export async function letPull(context: BrowserContext, rows: Rows): Promise<void> {
  const collections = Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, { rows: list, gone: [] }]),
  );
  await context.route('**/api/areas/*/pull', (route) => {
    const json: PullResponse = {
      protocol: PROTOCOL,
      now: Date.now(),
      version: 1,
      terms: [{ term: 'all', snapshot: true, version: 1, more: false, collections }],
      drop: [],
    };
    return route.fulfill({ json });
  });
}

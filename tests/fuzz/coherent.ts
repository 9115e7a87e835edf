import { MENDED } from '../access/support/finer-commands.ts';
import type { Draw } from './draw.ts';

type Body = Readonly<Record<string, unknown>>;

const HOUR = 3_600_000;
const SPANS = [
  ['from', 'until'],
  ['startsAt', 'endsAt'],
  ['validFrom', 'validUntil'],
] as const;

const RULE = {
  patterns: ['{building}号{room}'],
  ...{ label: '{building}号', entrance: '', room: '{room}', floor: 'none' },
};

/** What of a body must hold together beyond its schema, so that what is meant well is taken for that. */
const TOGETHER: Readonly<Record<string, (body: Body) => Body>> = {
  'testing.sample': ({ takenAt: _, ...body }) => ({ ...body, method: 'scan' }),
  'testing.check-point': (body) => ({ ...body, note: '无事' }),
  'testing.create-round': (body) => ({ ...body, mode: 'pooled', poolRatio: 10 }),
  'passes.issue': (body) => ({
    ...body,
    kind: 'resident',
    quota: 'none',
    passes: (body.passes as readonly Body[]).map((pass) => ({
      ...pass,
      ...{ householdId: null, memberId: null, label: null, plate: null },
    })),
  }),
  'conduct.draft-code': (body) => ({ ...body, points: [], questions: [], video: null }),
  'places.save-address-rule': (body) => ({ ...body, rule: RULE }),
  'gates.register-visit': (body) => ({ ...body, entranceId: null, outcome: 'allowed' }),
};

/** @param grant of who sends it: `role:leader:testing` */
export function coherent(kind: string, made: unknown, grant: string, draw: Draw): unknown {
  if (typeof made !== 'object' || made === null) return made;
  let body = made as Body;
  for (const [from, until] of SPANS) {
    if (typeof body[from] === 'number' && typeof body[until] === 'number')
      body = { ...body, [until]: body[from] + HOUR };
  }
  const [, , group] = grant.split(':');
  if (typeof body.group === 'string' && draw.chance(0.8)) body = { ...body, group: group ?? 'testing' };
  body = TOGETHER[kind]?.(body) ?? body;
  return MENDED[kind]?.(body) ?? body;
}

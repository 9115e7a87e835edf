import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { flowQueries } from './flow-queries.ts';
import { LANE_DIRECTIONS } from './rows.ts';
import { visitQueries } from './visit-queries.ts';

const text = z.string();

const gate = z.object({
  gateId: text,
  name: text,
  compoundId: text,
  compound: text,
  openFrom: z.nullable(z.int()),
  openUntil: z.nullable(z.int()),
  closedAt: z.nullable(z.int()),
  /** In their order; those given up are left out. */
  lanes: z.array(z.object({ laneId: text, name: text, direction: z.enum(LANE_DIRECTIONS) })),
});
export type GateView = z.infer<typeof gate>;

/** One list per part; a part adds its line. */
export const queries = {
  ...flowQueries,
  ...visitQueries,
  /** Every gate, given up ones too. Action `gates:see`. */
  gates: oc
    .meta(sameForAll(actions.see))
    .route({ method: 'GET', path: '/gates/gates', tags: ['gates'] })
    .output(z.object({ gates: z.array(gate) })),
};

import { oc } from '@orpc/contract';
import * as z from 'zod/mini';

const said = z.object({ 'zh-CN': z.string(), en: z.string() });

export const preview = z.object({
  /** `more`: than these; too many to count while somebody waits. */
  destroys: z.array(z.object({ kind: z.string(), name: said, rows: z.int(), more: z.boolean() })),
  /** `rows` null: only worked out when it is done. */
  keeps: z.array(z.object({ name: said, because: said, rows: z.nullable(z.int()), more: z.boolean() })),
  /** Phones that had something to send when they were last heard, and how much. */
  waiting: z.object({ phones: z.int(), entries: z.int() }),
  /** Where copies of the keys were said to lie: they must be destroyed by hand. */
  keyCopies: z.array(z.string()),
  /** One that was ordered and is not stopped. */
  underWay: z.nullable(z.object({ id: z.string(), begunAt: z.int() })),
});

export const queries = {
  /** What a closing would destroy and what it would keep. Action `closing:see`. */
  preview: oc.route({ method: 'GET', path: '/closing/preview', tags: ['closing'] }).output(preview),
};

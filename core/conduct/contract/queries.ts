import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { GROUPS } from '#core/accounts/contract.ts';
import { FITNESS } from '../domain/fitness.ts';
import { CHANGES, QUESTION_KINDS } from './rows.ts';

const pointView = z.object({ id: z.string(), title: z.string(), text: z.string() });
const questionView = z.object({
  id: z.string(),
  kind: z.enum(QUESTION_KINDS),
  text: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
  pointId: z.nullable(z.string()),
  /** For those who write it. */
  right: z.array(z.string()),
});

const codeView = z.object({
  id: z.string(),
  group: z.enum(GROUPS),
  number: z.nullable(z.int()),
  title: z.string(),
  points: z.array(pointView),
  questions: z.array(questionView),
  video: z.nullable(
    z.object({
      file: z.object({ fileId: z.string(), sha256: z.string(), size: z.int(), type: z.string() }),
      name: z.string(),
      /** Null while its bytes are not all here. */
      receivedAt: z.nullable(z.int()),
    }),
  ),
  change: z.nullable(z.enum(CHANGES)),
  note: z.string(),
  publishedAt: z.nullable(z.int()),
  publishedBy: z.nullable(z.string()),
  replacedAt: z.nullable(z.int()),
  withdrawnAt: z.nullable(z.int()),
  withdrawReason: z.nullable(z.string()),
});
export type CodeView = z.output<typeof codeView>;

const personView = z.object({
  memberId: z.string(),
  name: z.string(),
  fitness: z.enum(FITNESS),
  /** When a version that still serves was passed. */
  passedAt: z.nullable(z.int()),
  acknowledgedAt: z.nullable(z.int()),
  tries: z.int(),
  /** The soonest duty of the group that runs or lies ahead. */
  nextDutyFrom: z.nullable(z.int()),
});
export type PersonView = z.output<typeof personView>;

const group = z.enum(GROUPS);

export const conductQueries = {
  /** Every version of a group's code, the draft and the newest first. Action `conduct:see`, of a group one leads. */
  codes: oc
    .route({ method: 'GET', path: '/conduct/codes', tags: ['conduct'] })
    .input(z.object({ group }))
    .output(z.object({ codes: z.array(codeView) })),
  /** How everybody of the group stands: its own people, and whoever has a duty in it ahead or sat its quiz. */
  people: oc
    .route({ method: 'GET', path: '/conduct/people', tags: ['conduct'] })
    .input(z.object({ group }))
    .output(z.object({ asked: z.boolean(), people: z.array(personView) })),
  /** Per group one leads: how many with a duty ahead have not passed or acknowledged. For the first page. */
  open: oc.route({ method: 'GET', path: '/conduct/open', tags: ['conduct'] }).output(
    z.object({
      groups: z.array(z.object({ group, mustPass: z.int(), mustAcknowledge: z.int() })),
    }),
  ),
};

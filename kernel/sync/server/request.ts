import * as z from 'zod';
import { ProblemError } from '../../problem/problem.ts';
import { isUuid } from '../../time-id/uuid.ts';
import { syncProblems } from '../problems.ts';
import { MAX_BATCH, PROTOCOL, type PullRequest, type RelayRequest } from '../protocol.ts';

const deviceId = z.string().refine(isUuid).meta({ format: 'uuid' });
const protocol = z.number().int();

/** Its commands are described by the modules they are for. */
export const pushRequest = z.object({
  protocol,
  deviceId,
  clockOffset: z.number().int().min(-8.64e15).max(8.64e15).nullable(),
  commands: z.array(z.unknown()),
});

export const pullRequest = z.object({
  protocol,
  deviceId,
  held: z.record(z.string().max(200), z.number().int().nonnegative()),
  pending: z.number().int().nonnegative(),
  appVersion: z.string().max(40).optional(),
  persisted: z.boolean().optional(),
  columns: z.boolean().optional(),
  lines: z.boolean().optional(),
});

const relayRequest = z.object({
  protocol,
  deviceId,
  entries: z.array(z.object({ id: z.string().refine(isUuid), sealed: z.string() })),
});

/** A push as it arrives: its commands are parsed one by one, so that a broken one holds nothing back. */
export type IncomingPush = z.infer<typeof pushRequest>;

/** @throws ProblemError `sync.bad-request`, `sync.old-client`, `sync.new-client`, `sync.batch-too-large` */
export function readPush(body: unknown): IncomingPush {
  const request = read(pushRequest, body);
  if (request.commands.length > MAX_BATCH)
    throw new ProblemError(syncProblems['batch-too-large'], { max: MAX_BATCH });
  return request;
}

/** @throws ProblemError `sync.bad-request`, `sync.old-client`, `sync.new-client` */
export function readPull(body: unknown): PullRequest {
  return read(pullRequest, body);
}

/** @throws ProblemError `sync.bad-request`, `sync.old-client`, `sync.new-client`, `sync.batch-too-large` */
export function readRelay(body: unknown): RelayRequest {
  const request = read(relayRequest, body);
  if (request.entries.length > MAX_BATCH)
    throw new ProblemError(syncProblems['batch-too-large'], { max: MAX_BATCH });
  return request;
}

function read<T extends { protocol: number }>(schema: z.ZodType<T>, body: unknown): T {
  // The protocol is asked first: another version may have another shape, and deserves its own answer.
  const spoken = z.object({ protocol }).safeParse(body);
  if (!spoken.success) throw new ProblemError(syncProblems['bad-request'], { path: 'protocol' });
  if (spoken.data.protocol < PROTOCOL)
    throw new ProblemError(syncProblems['old-client'], { protocol: PROTOCOL });
  if (spoken.data.protocol > PROTOCOL)
    throw new ProblemError(syncProblems['new-client'], { protocol: PROTOCOL });
  const result = schema.safeParse(body);
  if (!result.success) {
    // Only the field: deeper keys are the client's own text.
    const path = String(result.error.issues[0]?.path[0] ?? '');
    throw new ProblemError(syncProblems['bad-request'], { path });
  }
  return result.data;
}

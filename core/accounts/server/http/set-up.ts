import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { ProblemError } from '#kernel/problem/problem.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { paths, type SessionView, type SetUpView, setUpBody } from '../../contract/http.ts';
import { accountsProblems } from '../../contract/problems.ts';
import type { SignedIn } from '../auth/accounts.ts';
import { submitAsServer } from './as-server.ts';
import { parseBody } from './body.ts';
import type { RouteContext } from './context.ts';
import { sessionView } from './session-view.ts';

/** The first page of a fresh installation: an area, or the demo area, and its secretary. */
export function setUpRoutes(app: FastifyInstance, context: RouteContext): void {
  const { sessions, setUp } = context;
  let queue: Promise<unknown> = Promise.resolve();

  app.get(paths.setUp, async (_request, reply): Promise<SetUpView> => {
    reply.header('cache-control', 'no-store');
    return { needed: await setUp.needed(), demo: setUp.areas.demoArea !== undefined };
  });

  app.post(paths.setUp, async (request, reply): Promise<SessionView> => {
    const body = parseBody(setUpBody, request.body);
    // One at a time: two clicks must not make two areas.
    const work = queue.then(() => setUpOnce(context, body, request.headers));
    queue = work.catch(() => undefined);
    const { accountId, cookies } = await work;
    sessions.forget();
    reply.header('set-cookie', [...cookies]);
    return sessionView(context, accountId);
  });
}

/** Each step finds what an interrupted earlier try left, so that it can be tried again with the same token. */
async function setUpOnce(
  context: RouteContext,
  body: z.output<typeof setUpBody>,
  headers: IncomingHttpHeaders,
): Promise<SignedIn> {
  const { host, accounts, setUp } = context;
  if (!(await setUp.needed())) throw new ProblemError(accountsProblems['set-up-done']);
  if (!(await setUp.token.matches(body.token)))
    throw new ProblemError(accountsProblems['wrong-set-up-token']);
  if (body.demo && !setUp.areas.demoArea)
    throw new ProblemError(accountsProblems['bad-request'], { field: 'demo' });
  if (!body.demo && body.areaName === '')
    throw new ProblemError(accountsProblems['bad-request'], { field: 'areaName' });
  const accountId = await secretaryAccount(context, body.phone, body.pin);
  const now = host.clock.now();
  const areaId =
    body.demo && setUp.areas.demoArea
      ? await setUp.areas.demoArea(now)
      : await setUp.areas.area(body.areaName, now);
  const member = {
    memberId: uuidv7(now),
    name: body.name,
    phone: body.phone,
    role: 'secretary',
    group: null,
    residentId: null,
    accountId,
  };
  await submitAsServer(host, areaId, 'accounts.add-member', member);
  await setUp.token.erase();
  return accounts.signIn(body.phone, body.pin, { headers, deviceId: null }, now);
}

/** No place stands yet, so an account with this phone is left of an interrupted try: whoever has the token sets its PIN. */
async function secretaryAccount({ accounts }: RouteContext, phone: string, pin: string): Promise<string> {
  const standing = await accounts.find(phone);
  if (standing === null) return accounts.create(phone, pin);
  await accounts.setPin(standing, phone, pin);
  return standing;
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { can } from '#kernel/access/access.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { actions } from '../../contract/access.ts';
import type { FullContacts } from '../../contract/contact-queries.ts';
import { problems } from '../../contract/problems.ts';
import { readContacts } from '../contacts/read-contacts.ts';
import type { TestingDoors } from '../doors.ts';
import { exportRecords } from '../export-sheet.ts';
import { openLook } from './store.ts';

const params = z.object({ areaId: z.uuid(), lookId: z.uuid() });
const query = z.object({ language: z.catch(z.enum(['zh-CN', 'en']), 'zh-CN') });

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a look opened, in full: for whoever made it, behind the second factor, for half an hour. */
export function lookRoutes(app: FastifyInstance, host: Host, doors: TestingDoors): void {
  app.get('/api/areas/:areaId/testing/looks/:lookId/records.xlsx', async (request, reply) => {
    const { by, lookId, now } = await whoLooks(host, request);
    const { language } = query.parse(request.query);
    const sheet = await host.read(by.areaId, async (tx) => {
      const look = await openLook(tx, { lookId, what: 'records', actorId: by.actor.id, now });
      return exportRecords(tx, doors, { look, now, language });
    });
    return reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="testing-records.xlsx"')
      .header('cache-control', 'no-store')
      .send(sheet);
  });

  app.get('/api/areas/:areaId/testing/looks/:lookId/contacts', async (request, reply) => {
    const { by, lookId, now } = await whoLooks(host, request);
    const contacts = await host.read(by.areaId, async (tx): Promise<FullContacts> => {
      const look = await openLook(tx, { lookId, what: 'contacts', actorId: by.actor.id, now });
      const { roundId, tubeCode } = look;
      const { contacts: known } = await readContacts(tx, doors, { roundId, code: tubeCode ?? '' });
      const named = new Set(look.residentIds);
      // Who stands on no such list is not opened by naming him or her.
      const ids = known.flatMap(({ residentId }) => residentId ?? []).filter((id) => named.has(id));
      const people = await doors.people.fullByIds(tx, ids);
      return {
        people: Object.fromEntries([...people].map(([id, { name, phone }]) => [id, { name, phone }])),
      };
    });
    return reply.header('cache-control', 'no-store').send(contacts);
  });
}

async function whoLooks(
  host: Host,
  request: FastifyRequest,
): Promise<{ readonly by: Caller; readonly lookId: string; readonly now: number }> {
  const by = await host.whoAsks(request);
  const now = host.clock.now();
  if (!can(host.rules, by.actor, actions.lookFull, now)) {
    throw new ProblemError(queryProblems['not-allowed'], { action: actions.lookFull });
  }
  const asked = params.safeParse(request.params);
  if (!asked.success) throw new ProblemError(problems['look-unknown']);
  await host.requireStepUp(request);
  return { by, lookId: asked.data.lookId, now };
}

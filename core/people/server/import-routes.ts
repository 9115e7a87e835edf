import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { PlacesReader } from '#core/places/contract.ts';
import { can } from '#kernel/access/access.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { receiveFile, receivingFiles } from '#kernel/sheet/receive.ts';
import { IMPORT_LISTS, IMPORT_PATH, importReading } from '../contract/import.ts';
import { actions } from '../contract/rules.ts';
import { doubtfulSheet } from './import-doubtful.ts';
import { importProblems } from './import-problems.ts';
import { ImportService, isUnderWay } from './import-service.ts';
import { type ImportSession, openedView } from './import-session.ts';
import { pageOf, summarise } from './import-views.ts';

const one = z.object({ id: z.uuid() });
const page = z.object({
  list: z.enum(IMPORT_LISTS),
  offset: z._default(z.coerce.number().check(z.int(), z.gte(0)), 0),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 100),
});
const languages = z.object({ language: z._default(z.enum(['zh-CN', 'en']), 'zh-CN') });

/** What `contract/import.ts` says, over HTTP. A reading may be large: a mapping, thousands of edits and answers. */
const READING_LIMIT = 8 * 1024 * 1024;

export function importRoutes(app: FastifyInstance, host: Host, places: PlacesReader): void {
  const service = new ImportService(host, places);
  receivingFiles(app, (scope) => mount(scope, host, service));
}

function mount(app: FastifyInstance, host: Host, service: ImportService): void {
  const caller = async (request: FastifyRequest): Promise<Caller> => {
    const by = await host.whoAsks(request);
    requireImport(host, by);
    return by;
  };
  const session = async (request: FastifyRequest, by: Caller) =>
    service.get(by.areaId, parse(one, request.params).id);

  const view = async (opened: ImportSession) =>
    openedView(opened, await service.rules(opened.areaId), await service.mappings(opened.areaId));

  app.post(IMPORT_PATH, async (request) => {
    const by = await caller(request);
    const { name, bytes } = await receive(request);
    return view(await service.open(by.areaId, name, bytes));
  });

  app.get(`${IMPORT_PATH}/:id`, async (request) => {
    const by = await caller(request);
    return view(await session(request, by));
  });

  app.put(`${IMPORT_PATH}/:id`, { bodyLimit: READING_LIMIT }, async (request) => {
    const by = await caller(request);
    const found = await session(request, by);
    await service.read(found, parse(importReading, request.body));
    return summarise((await service.compare(found)).preview);
  });

  app.get(`${IMPORT_PATH}/:id/rows`, async (request) => {
    const by = await caller(request);
    const { list, offset, limit } = parse(page, request.query);
    const { preview, snapshot } = await service.shown(await session(request, by));
    return pageOf(preview, snapshot, list, offset, limit);
  });

  app.post(`${IMPORT_PATH}/:id/apply`, async (request) => {
    const by = await caller(request);
    const found = await session(request, by);
    // Asked twice, it is applied once.
    if (isUnderWay(found)) return found.progress;
    service.apply(found, by).catch((error: unknown) => {
      request.log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'an import failed');
    });
    return found.progress;
  });

  app.post(`${IMPORT_PATH}/:id/stop`, async (request) => {
    const found = await session(request, await caller(request));
    service.stop(found);
    return found.progress;
  });

  app.get(
    `${IMPORT_PATH}/:id/progress`,
    async (request) => (await session(request, await caller(request))).progress,
  );

  app.get(`${IMPORT_PATH}/:id/doubtful.xlsx`, async (request, reply) => {
    const found = await session(request, await caller(request));
    const { language } = parse(languages, request.query);
    const { preview } = await service.shown(found);
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', 'attachment; filename="doubtful.xlsx"')
      .send(doubtfulSheet(preview, found.importId, language));
  });
}

/** Throws `query.not-allowed`. */
function requireImport(host: Host, by: Caller): void {
  if (!can(host.rules, by.actor, actions.import, host.clock.now())) {
    throw new ProblemError(queryProblems['not-allowed'], { action: actions.import });
  }
}

/** Throws `people.import-no-file` or `sheet.too-big`. The name serves only to guess a compound's. */
async function receive(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const file = await receiveFile(request);
  if (!file) throw new ProblemError(importProblems['import-no-file']);
  const name = file.name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]{1,5}$/, '')
    .slice(0, 60);
  return { name: name || '居民册', bytes: file.bytes };
}

function parse<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ProblemError(importProblems['import-wrong'], {
    path: result.error.issues[0]?.path.join('.') ?? '',
  });
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/time-id/clock.ts';
import { isLanguage } from '#kernel/ui/language.ts';
import type { ResidentPageData, ResidentView } from './data.ts';
import { renderResidentPage } from './page.ts';

export interface ResidentParts {
  readonly areas: () => Promise<readonly { readonly areaId: string; readonly name: string }[]>;
  /** The name of a practice area; null for any other. Such a one is shown to whoever has its address, and marked. */
  readonly practiceName?: (areaId: string) => Promise<string | null>;
  /** The area's privacy notice; empty before it is confirmed. */
  readonly notice?: (areaId: string) => Promise<NonNullable<ResidentPageData['notice']>>;
  readonly clock: Clock;
  /** The area's own, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  /** HTTPS of our own or of a proxy in front. */
  readonly encrypted: boolean;
}

type Request = FastifyRequest<{
  Params: { areaId?: string };
  Querystring: { lang?: string; large?: string };
}>;

/**
 * The page anyone may open: `/`, and `/a/:areaId` where several areas are open on one server. It names no resident,
 * so it needs no session. Rules, bulletin and desks are filled in by the groups that know them.
 */
export function mountResident(app: FastifyInstance, parts: ResidentParts): void {
  for (const path of ['/', '/a/:areaId']) {
    app.get(path, async (request: Request, reply) => {
      const areas = await parts.areas();
      const page = renderResidentPage(await pageData(areas, request, parts), viewOf(request));
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
    });
  }
}

async function pageData(
  areas: Awaited<ReturnType<ResidentParts['areas']>>,
  { params: { areaId: asked }, hostname }: Request,
  { clock, timeZone, encrypted, notice, practiceName }: ResidentParts,
): Promise<ResidentPageData> {
  const area =
    asked === undefined && areas.length === 1 ? areas[0] : areas.find((one) => one.areaId === asked);
  const practised = area || asked === undefined ? null : ((await practiceName?.(asked)) ?? null);
  return {
    areaName: area?.name ?? practised,
    practice: practised !== null,
    at: clock.now(),
    timeZone,
    place: null,
    status: null,
    may: [],
    must: [],
    ask: [],
    insecure: !encrypted && !/^(localhost|127\.)/.test(hostname),
    ...(area && notice ? { notice: await notice(area.areaId) } : {}),
    ...(area || practised !== null
      ? {}
      : { choose: areas.map(({ areaId, name }) => ({ name, path: `/a/${areaId}` })) }),
  };
}

function viewOf(request: Request): ResidentView {
  const { lang, large } = request.query;
  return {
    language: isLanguage(lang) ? lang : 'zh-CN',
    large: large === '1',
    path: request.url.split('?')[0] ?? '/',
  };
}

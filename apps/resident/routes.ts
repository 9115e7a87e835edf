import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ResidentView, ZoneStatus } from '#core/zones/contract.ts';
import { text as zonesText } from '#core/zones/messages/index.ts';
import { zoneTone } from '#core/zones/messages/tone.ts';
import { residentPath } from '#core/zones/paths.ts';
import type { Clock } from '#kernel/time-id/clock.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { isLanguage } from '#kernel/ui/language.ts';
import { type Said, said } from '#kernel/ui/text.ts';
import type { ResidentPageData, ResidentView as View } from './data.ts';
import { renderResidentPage } from './page.ts';
import type { ResidentZones } from './zones.ts';

export interface ResidentParts {
  readonly areas: () => Promise<readonly { readonly areaId: string; readonly name: string }[]>;
  /** The name of a practice area; null for any other. Such a one is shown to whoever has its address, and marked. */
  readonly practiceName?: (areaId: string) => Promise<string | null>;
  /** The area's privacy notice; empty before it is confirmed. */
  readonly notice?: (areaId: string) => Promise<NonNullable<ResidentPageData['notice']>>;
  /** What holds at a building and what its residents may do; without it the page speaks of the area alone. */
  readonly zones?: ResidentZones;
  readonly clock: Clock;
  /** The area's own, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  /** HTTPS of our own or of a proxy in front. */
  readonly encrypted: boolean;
}

type Request = FastifyRequest<{
  Params: { areaId?: string; placeId?: string };
  Querystring: { lang?: string; large?: string };
}>;

/**
 * The page anyone may open: `/`, `/a/:areaId` where several areas are open on one server, and `/a/:areaId/b/:placeId`
 * of a building or an entrance. It names no resident, so it needs no session. Rules, bulletin and desks are filled in
 * by the groups that know them.
 */
export function mountResident(app: FastifyInstance, parts: ResidentParts): void {
  for (const path of ['/', '/a/:areaId', '/a/:areaId/b/:placeId']) {
    app.get(path, async (request: Request, reply) => {
      const areas = await parts.areas();
      const page = renderResidentPage(await pageData(areas, request, parts), viewOf(request));
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
    });
  }
}

async function pageData(
  areas: Awaited<ReturnType<ResidentParts['areas']>>,
  { params: { areaId: asked, placeId }, hostname }: Request,
  { clock, timeZone, encrypted, notice, practiceName, zones }: ResidentParts,
): Promise<ResidentPageData> {
  const area =
    asked === undefined && areas.length === 1 ? areas[0] : areas.find((one) => one.areaId === asked);
  const practised = area || asked === undefined ? null : ((await practiceName?.(asked)) ?? null);
  const areaId = area?.areaId ?? (practised === null ? undefined : asked);
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
    ...(areaId === undefined
      ? { choose: areas.map(({ areaId, name }) => ({ name, path: `/a/${areaId}` })) }
      : await zonesData(areaId, placeId, zones)),
  };
}

/** Of a building what holds there; of the area its buildings to choose from. */
async function zonesData(
  areaId: string,
  placeId: string | undefined,
  zones: ResidentZones | undefined,
): Promise<Partial<ResidentPageData>> {
  if (!zones) return {};
  const view = placeId !== undefined && isUuid(placeId) ? await zones.view(areaId, placeId) : null;
  if (view) return { ...toPlaceData(view, areaId), areaPath: `/a/${areaId}` };
  const choices = await zones.choices(areaId);
  if (choices.length === 0) return { unknownCode: placeId !== undefined };
  return {
    unknownCode: placeId !== undefined,
    buildings: choices.map(({ compound, buildings }) => ({
      compound,
      buildings: buildings.map(({ id, label }) => ({ name: label, path: residentPath(areaId, id) })),
    })),
  };
}

const word = (status: ZoneStatus): Said => said(zonesText, `status.${status}`);

function toPlaceData(view: ResidentView, areaId: string): Partial<ResidentPageData> {
  const { place, status, since, step, may, must, apart } = view;
  return {
    place,
    status: { tone: zoneTone[status], word: word(status) },
    since,
    step: step && { word: step.to === 'normal' ? null : word(step.to), due: step.due },
    may,
    must,
    apart: apart.map(({ id, label }) => ({ name: label, path: residentPath(areaId, id) })),
  };
}

function viewOf(request: Request): View {
  const { lang, large } = request.query;
  return {
    language: isLanguage(lang) ? lang : 'zh-CN',
    large: large === '1',
    path: request.url.split('?')[0] ?? '/',
  };
}

import { describe, expect, it } from 'vitest';
import { bodies } from '../contract/commands.ts';
import type { RoundPlan } from '../contract/queries.ts';
import { idSource } from '../testing/area.ts';
import { fieldsOf, labPatternOf, type RoundFields, roundBody, someScope } from './round-fields.ts';

const newId = idSource(3);
const making = { newId: () => newId(), laneName: (number: number) => `${number}台` };
const [compoundId, buildingId, entranceId, residentId] = [newId(), newId(), newId(), newId()];

const fields: RoundFields = {
  name: '复核',
  mode: 'pooled',
  poolRatio: 20,
  scope: [`compound/${compoundId}`, `building/${buildingId}`, `entrance/${entranceId}`],
  zones: ['lockdown'],
  list: { residentIds: [residentId], pending: false },
  sites: [{ name: '1号点', lanes: 2 }],
  series: 'own',
};

const planOf = (body: ReturnType<typeof roundBody>): RoundPlan => ({
  round: {
    id: body.roundId,
    name: body.name,
    mode: body.mode,
    poolRatio: body.poolRatio,
    state: 'draft',
    openedAt: null,
    closedAt: null,
    revisedAt: null,
  } as RoundPlan['round'],
  scope: {
    compoundIds: body.scope.compoundIds,
    buildingIds: body.scope.buildingIds,
    entranceIds: body.scope.entranceIds ?? [],
    zones: body.scope.zones ?? [],
    residentIds: body.scope.residentIds ?? [],
  },
  tubeSeries: body.tubeSeries,
  sites: body.sites,
  present: 0,
  away: 0,
  suggestedSites: 0,
});

describe('the form of a round', () => {
  it('says every part of the scope as the command takes it', () => {
    const body = roundBody(newId(), fields, making);
    expect(bodies['testing.create-round'].parse(body)).toEqual(body);
    expect(body.scope).toEqual({
      compoundIds: [compoundId],
      buildingIds: [buildingId],
      entranceIds: [entranceId],
      zones: ['lockdown'],
      residentIds: [residentId],
    });
    expect(body.sites[0]?.lanes.map((lane) => lane.name)).toEqual(['1台', '2台']);
  });

  it('shows a round that stands, and says it unchanged when nothing is changed', () => {
    const body = roundBody(newId(), fields, making);
    const again = roundBody(body.roundId, fieldsOf(planOf(body)), { ...making, standing: body.sites });
    expect(again).toEqual(body);
    const single = { ...body, mode: 'single' as const, poolRatio: 1 };
    const shown = fieldsOf(planOf(single));
    expect(roundBody(single.roundId, shown, { ...making, standing: body.sites })).toEqual(single);
  });

  it('keeps sites and lanes that stand when others come or go', () => {
    const body = roundBody(newId(), fields, making);
    const shown = fieldsOf(planOf(body));
    const [first] = body.sites;
    const sites = [
      { ...shown.sites[0], name: '东门', lanes: 3 },
      { name: '西门', lanes: 1 },
    ];
    const more = roundBody(body.roundId, { ...shown, sites } as RoundFields, {
      ...making,
      standing: body.sites,
    });
    expect(more.sites[0]?.siteId).toBe(first?.siteId);
    expect(more.sites[0]?.lanes.slice(0, 2)).toEqual(first?.lanes);
    expect(more.sites[0]?.lanes[2]?.name).toBe('3台');
    const fewer = { ...shown, sites: [{ ...shown.sites[0], lanes: 1 }] } as RoundFields;
    const cut = roundBody(body.roundId, fewer, { ...making, standing: body.sites });
    expect(cut.sites[0]?.lanes).toEqual(first?.lanes.slice(0, 1));
  });

  it('wants somebody to be chosen, whichever way', () => {
    expect(someScope({})).toBe(false);
    expect(someScope({ scope: [], zones: [], list: { residentIds: [], pending: true } })).toBe(false);
    expect(someScope({ zones: ['normal'] })).toBe(true);
    expect(someScope({ list: { residentIds: [residentId], pending: false } })).toBe(true);
  });

  it('takes a typed tube code for its pattern, and a pattern as it is', () => {
    expect(labPatternOf('AB####')).toBe('AB####');
    expect(labPatternOf(labPatternOf('2204170012'))).toBe(labPatternOf('2204170012'));
  });
});

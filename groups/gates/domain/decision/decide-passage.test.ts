import { describe, expect, it } from 'vitest';
import type { ZoneStatus } from '#core/zones/contract.ts';
import type { KnownPass } from '#groups/passes/contract.ts';
import type { Passage, Presence } from '../../contract/rows.ts';
import { settings } from '../../contract/settings.ts';
import { createGatesState, type GatePerson, type GatesState } from '../state.ts';
import type { Attempt } from './attempt.ts';
import { decidePassage } from './decide-passage.ts';
import { showPass } from './show-pass.ts';

const HOUR = 3_600_000;
/** 10 a.m. in Shanghai on 18 April 2022. */
const NOW = Date.UTC(2022, 3, 18, 2, 0);

const person = (residentId: string, householdId = 'home'): GatePerson => ({
  residentId,
  householdId,
  compoundId: 'compound',
  buildingId: 'building',
  entranceId: null,
});
const MOTHER = person('mother');
const FATHER = person('father');

/** Mother and father of one household, a gate that is open day and night, and whatever a test adds. */
function world(status: ZoneStatus = 'precaution', values: Readonly<Record<string, number>> = {}): GatesState {
  const state = createGatesState();
  const family = [MOTHER, FATHER];
  state.people = {
    person: (id) => family.find(({ residentId }) => residentId === id),
    household: (id) => family.filter(({ householdId }) => householdId === id),
  };
  const gate = { id: 'gate', name: '东门', compoundId: 'compound', closedAt: null, sort: 0, version: 1 };
  state.gates.load([{ ...gate, openFrom: null, openUntil: null }]);
  const lane = { id: 'lane', gateId: 'gate', name: '进口', sort: 0, removedAt: null, version: 1 };
  state.lanes.load([{ ...lane, direction: 'in' }]);
  state.statuses.set('status', {
    id: 'status',
    placeKind: 'building',
    placeId: 'building',
    status,
    from: NOW - HOUR,
    until: null,
    reason: '',
    source: '',
  });
  state.settings = Object.entries(values).map(([key, value]) => ({ key, value, from: 0, source: '' }));
  return state;
}

const asks = (change: Partial<Attempt> = {}): Attempt => ({
  gateId: 'gate',
  laneId: null,
  direction: 'out',
  at: NOW,
  residentId: 'mother',
  householdId: 'home',
  pass: null,
  visit: null,
  emergency: null,
  ...change,
});
const said = (state: GatesState, change: Partial<Attempt> = {}): string => {
  const { answer, rule } = decidePassage(state, asks(change));
  return `${answer} ${rule}`;
};

const somePass = (id: string, change: Partial<KnownPass> = {}): KnownPass => ({
  id,
  kind: 'resident',
  residentId: null,
  householdId: null,
  memberId: null,
  label: null,
  plate: null,
  compoundIds: [],
  quota: 'household',
  form: 'paper',
  validFrom: NOW - HOUR,
  validUntil: NOW + HOUR,
  revokedAt: null,
  revokeReason: null,
  suspendedAt: null,
  suspendReason: null,
  renewedAt: null,
  version: 1,
  ...change,
});
const shown = (state: GatesState, passId: string) =>
  showPass(state, passId, null, { gateId: 'gate', direction: 'out', at: NOW }) ?? null;

const outing = (id: string, hoursAgo: number): Passage => ({
  id,
  gateId: 'gate',
  laneId: null,
  direction: 'out',
  subject: 'resident',
  residentId: 'father',
  householdId: 'home',
  passId: null,
  visitId: null,
  at: NOW - hoursAgo * HOUR,
  outcome: 'allowed',
  rule: 'within-outings',
  reason: null,
  note: '',
  fileId: null,
  counts: true,
  voidedAt: null,
  by: 'volunteer',
  version: 1,
});
const out = (id: string): Presence => ({
  id,
  residentId: id,
  householdId: 'home',
  passId: null,
  direction: 'out',
  at: NOW - HOUR,
  gateId: 'gate',
  passageId: 'p',
  counts: true,
  version: 1,
});

describe('a resident who wants out', () => {
  it('goes freely, by the quota or not at all, as the zone says', () => {
    expect(said(world('normal'))).toBe('allowed free');
    expect(said(world('precaution'))).toBe('allowed within-outings');
    expect(said(world('control'))).toBe('refused zone');
    expect(said(world('lockdown'))).toBe('refused zone');
  });

  it('is turned back when the household’s outings are used, and asked about while one of it is out', () => {
    const state = world();
    state.passages.load([outing('a', 30), outing('b', 3)]);
    expect(said(state)).toBe('refused outings-used');
    const busy = world();
    busy.presence.load([out('father')]);
    expect(said(busy)).toBe('ask someone-out');
    expect(said(busy, { residentId: 'father' })).toBe('allowed within-outings');
  });

  it('with a missed test, at night, without a pass: as the area has set it', () => {
    const state = world();
    state.missed.set('mother', NOW - HOUR);
    expect(said(state)).toBe('ask missed');
    expect(said(world(), { at: NOW + 14 * HOUR })).toBe('ask night');
    expect(said(world('precaution', { [settings.passRule.key]: 2 }))).toBe('refused pass-missing');
  });

  it('is let through in an emergency, whatever else holds', () => {
    expect(said(world('lockdown'), { emergency: 'dialysis' })).toBe('allowed emergency');
  });
});

describe('a household that has one of it named by a pass', () => {
  const named = (values: Readonly<Record<string, number>> = {}, change: Partial<KnownPass> = {}) => {
    const state = world('precaution', values);
    state.passes.load([somePass('hers', { residentId: 'mother', ...change })]);
    return state;
  };

  it('lets that one go, by the pass, the card or the name', () => {
    const state = named();
    expect(said(state)).toBe('allowed within-outings');
    expect(said(state, { pass: shown(state, 'hers') })).toBe('allowed within-outings');
  });

  it('asks the leader for another, refuses or lets go, as the area has set it', () => {
    expect(said(named(), { residentId: 'father' })).toBe('ask not-named');
    expect(said(named({ [settings.namedRule.key]: 2 }), { residentId: 'father' })).toBe('refused not-named');
    expect(said(named({ [settings.namedRule.key]: 0 }), { residentId: 'father' })).toBe(
      'allowed within-outings',
    );
  });

  it('keeps it while the pass is suspended, and no longer when it is revoked, over, or of no quota', () => {
    const father = { residentId: 'father' };
    expect(said(named({}, { suspendedAt: NOW - HOUR }), father)).toBe('ask not-named');
    for (const change of [{ revokedAt: NOW - 1 }, { validUntil: NOW }, { quota: 'none' }] as const)
      expect(said(named({}, change), father)).toBe('allowed within-outings');
  });

  it('may name several; a vehicle’s pass or the household’s own names nobody', () => {
    const both = named();
    both.passes.load([somePass('his', { residentId: 'father' })]);
    expect(said(both, { residentId: 'father' })).toBe('allowed within-outings');
    const none = world();
    none.passes.load([
      somePass('car', { kind: 'vehicle', residentId: 'mother', plate: '沪AD12345' }),
      somePass('ours', { householdId: 'home' }),
    ]);
    expect(said(none, { residentId: 'father' })).toBe('allowed within-outings');
  });

  it('lets the household’s own card through: who holds it is looked at by whoever stands there', () => {
    expect(said(named(), { residentId: null })).toBe('allowed within-outings');
  });

  it('asks nothing where outings are free, of whoever goes without the quota, and of whoever comes home', () => {
    const free = world('normal');
    free.passes.load([somePass('hers', { residentId: 'mother' })]);
    expect(said(free, { residentId: 'father' })).toBe('allowed free');
    const state = named();
    state.passes.load([somePass('nurse', { kind: 'volunteer', residentId: 'father', quota: 'none' })]);
    expect(said(state, { residentId: 'father', pass: shown(state, 'nurse') })).toBe('allowed pass-good');
    expect(said(state, { residentId: 'father', direction: 'in' })).toBe('allowed returning');
  });
});

describe('a gate', () => {
  it('that is given up, a lane of the other way, and opening hours turn everybody to another', () => {
    expect(said(world('normal'), { laneId: 'lane' })).toBe('refused lane');
    expect(said(world('normal'), { gateId: 'gone' })).toBe('refused gate-closed');
    const state = world('normal');
    const gate = state.gates.get('gate');
    if (gate) state.gates.load([{ ...gate, openFrom: 660, openUntil: 300 }]);
    expect(said(state)).toBe('refused hours');
    expect(said(state, { at: NOW + 2 * HOUR })).toBe('allowed free');
  });

  it('asks the leader of somebody whom neither register nor pass knows', () => {
    expect(said(world('normal'), { residentId: null, householdId: null })).toBe('ask unknown');
  });
});

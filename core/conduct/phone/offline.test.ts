import { describe, expect, it } from 'vitest';
import type { Command } from '#kernel/command/command.ts';
import { isRefused } from '#kernel/command/command.ts';
import { COLLECTIONS } from '../contract/sync.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { createConductState } from '../domain/state.ts';
import { aCode, answersTo } from '../testing/code.ts';
import { codesHere } from './codes-here.ts';
import { projection } from './projection.ts';

const NOW = Date.parse('2022-04-06T08:00:00+08:00');
const MINUTE = 60_000;
const ME = '00000000-0000-7000-8000-00000000000a';
let ids = 0;
const newId = () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;

/** A phone that has pulled a published code and then lost the network; `server` decides the same commands beside it. */
function phone() {
  const draft = aCode(newId, { asks: 5 });
  const server = createConductState({
    leads: () => true,
    received: new Set(),
    answers: new Map(),
    published: new Map(),
    withdrawn: new Map(),
    videos: [],
  });
  const told = (kind: string, body: object, at: number) => {
    const command = { id: newId(), kind, at, actorId: ME, deviceId: null, body } as Command;
    const stamp = { version: 0, commandId: command.id, actorId: ME, deviceId: null, at, receivedAt: at };
    const decision = decide(server, command as never);
    if (!isRefused(decision)) for (const event of decision.events) evolve(server, event, stamp);
    return { command, stamp };
  };
  told('conduct.draft-code', draft, NOW);
  told('conduct.publish-code', { codeId: draft.codeId, change: 'pass-anew', note: '' }, NOW);
  const state = projection.build();
  const code = server.codes.get(draft.codeId);
  projection.load(state, COLLECTIONS.code, [{ ...code, videoKey: null }] as never);
  const duty = {
    id: newId(),
    memberId: ME,
    group: 'order',
    place: '东门',
    from: NOW,
    until: NOW + 60 * MINUTE,
  };
  const sit = (wrong: number, at: number) => {
    const attemptId = newId();
    const body = { attemptId, codeId: draft.codeId, answers: answersTo(draft, wrong) };
    const { command, stamp } = told('conduct.take-quiz', body, at);
    const decision = projection.decide(state, command);
    if (isRefused(decision)) throw new Error(decision.refused.code);
    for (const event of decision.events) projection.evolve(state, event, stamp);
    return { here: state.conduct.attempts.get(attemptId), there: server.attempts.get(attemptId) };
  };
  const here = (at = NOW) => codesHere(state, ME, at)[0];
  const rostered = () =>
    projection.load(state, 'roster.duty', [{ ...duty, endedAt: null, version: 1 }] as never);
  return { draft, state, sit, here, rostered };
}

describe('a phone without a network', () => {
  it('marks a sitting as the server does, and shows it as pending', () => {
    const { sit, here } = phone();
    expect(here()).toMatchObject({ fitness: 'must-pass', pending: false });
    const failed = sit(3, NOW + MINUTE);
    expect(failed.here).toMatchObject({ right: 2, of: 5, passed: false });
    expect(failed.here).toEqual(failed.there);
    const passed = sit(0, NOW + 2 * MINUTE);
    expect(passed.here).toEqual(passed.there);
    expect(here()).toMatchObject({ fitness: 'fit', pending: true });
  });

  it('says until when to wait, as the server would', () => {
    const { sit, here } = phone();
    for (const minute of [1, 2, 3]) sit(4, NOW + minute * MINUTE);
    expect(here(NOW + 4 * MINUTE)?.waitsUntil).toBe(NOW + 13 * MINUTE);
    const early = sit(0, NOW + 5 * MINUTE);
    expect(early.here).toMatchObject({ counts: false, passed: false });
    expect(early.here).toEqual(early.there);
    expect(here(NOW + 13 * MINUTE)?.waitsUntil).toBeNull();
  });

  it('knows by my duties that the code is mine, before I have passed it', () => {
    const { here, rostered } = phone();
    expect(here()).toMatchObject({ mine: false, onDuty: false });
    rostered();
    expect(here()).toMatchObject({ mine: true, onDuty: true, fitness: 'must-pass' });
    expect(here(NOW + 61 * MINUTE)).toMatchObject({ onDuty: false });
  });

  it('forgets what waited once the server’s row has come', () => {
    const { state, sit, here } = phone();
    const { there } = sit(0, NOW + MINUTE);
    projection.clear(state);
    expect(here()?.fitness).toBe('must-pass');
    projection.load(state, COLLECTIONS.attempt, [{ ...there, version: 9 }] as never);
    expect(here()).toMatchObject({ fitness: 'fit', pending: false });
  });

  it('drafts nothing: that is for the desk', () => {
    const { state, draft } = phone();
    const command = {
      id: newId(),
      kind: 'conduct.draft-code',
      at: NOW,
      actorId: ME,
      deviceId: null,
      body: draft,
    };
    expect(projection.decide(state, command)).toHaveProperty('refused');
  });
});

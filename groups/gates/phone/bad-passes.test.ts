import { describe, expect, it } from 'vitest';
import { publicKeyOf, signCode } from '#core/codes/testing/signed.ts';
import type { KnownPass } from '#groups/passes/contract.ts';
import {
  AREA,
  KEY,
  NOON,
  onScreen,
  printed,
  SECRET,
  SEED,
  SIGNED_AT,
  somePass,
} from '#groups/passes/testing/shown.ts';
import { problemText } from '#kernel/ui/text.ts';
import type { Presence } from '../contract/rows.ts';
import { decidePassage } from '../domain/decision/decide-passage.ts';
import { ruleWords } from '../messages/rule-words.ts';
import { createPhoneState, type PhoneState } from './phone-state.ts';
import { readAtGate } from './read-at-gate.ts';
import { readPassAtGate } from './read-pass.ts';
import { attemptOf } from './who.ts';

/** Every way to cheat with a pass, held out at a phone without a network: what the volunteer reads. */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const worker = somePass({ kind: 'worker', residentId: null, quota: 'none' });
const shownOnPhone = somePass({ kind: 'worker', residentId: null, quota: 'none', form: 'phone' });

/** A phone at the east gate that has pulled the keys and knows these passes. */
function phone(passes: readonly KnownPass[] = [], keys = [KEY]): PhoneState {
  const state = createPhoneState();
  const gate = { id: 'gate', name: '东门', compoundId: 'compound', closedAt: null, sort: 0, version: 1 };
  state.gates.gates.load([{ ...gate, openFrom: null, openUntil: null }]);
  for (const key of keys) state.keys.set(key.id, key);
  state.secrets.set('1', { id: '1', secret: Buffer.from(SECRET).toString('hex'), version: 0 });
  state.gates.passes.load(passes);
  return state;
}

/** The answer and its words, as the screen says them. */
async function answer(
  text: string,
  state: PhoneState,
  { at = NOON, direction = 'out' as 'in' | 'out' } = {},
): Promise<string> {
  const reading = await readAtGate(text, state, AREA);
  if (reading.is === 'unreadable') return `no code: ${problemText(reading.problem, 'zh-CN')}`;
  if (reading.is !== 'signed') return `no pass: ${reading.is}`;
  const who = await readPassAtGate(reading.text, state, AREA);
  if ('code' in who) return `no pass: ${problemText(who, 'zh-CN')}`;
  const attempt = attemptOf(who, state, { gateId: 'gate', laneId: null, direction, at });
  const said = decidePassage(state.gates, attempt);
  return `${said.answer}: ${ruleWords(said, 'zh-CN')}`;
}

it('a good pass goes through, also at a phone that never heard of it', async () => {
  expect(await answer(printed(worker), phone([worker]))).toBe('allowed: 出入证有效');
  expect(await answer(printed(worker), phone())).toBe('allowed: 出入证有效');
  expect(await answer(onScreen(shownOnPhone, NOON), phone())).toBe('allowed: 出入证有效');
});

describe('made up or altered', () => {
  it('forged with a key of one’s own', async () => {
    const own = Uint8Array.from({ length: 32 }, () => 7);
    const period = { notBefore: NOON - DAY, expiresAt: NOON + DAY };
    const forged = signCode(
      {
        kind: 'pass',
        areaId: AREA,
        keyId: KEY.id,
        subjectId: worker.id,
        issuedAt: SIGNED_AT,
        ...period,
        more: { detail: 2, holderId: null },
      },
      own,
    );
    expect(await answer(forged, phone([worker]))).toBe(
      'no pass: 这张码是伪造的或被改动过。请不要放行，报告组长。',
    );
  });

  it('altered by one symbol, cut short', async () => {
    const text = printed(worker);
    const altered = text.slice(0, 150) + (text.charAt(150) === '7' ? '8' : '7') + text.slice(151);
    expect(await answer(altered, phone([worker]))).toMatch(/^no pass: 这张码是伪造的或被改动过/);
    expect(await answer(text.slice(0, -1), phone([worker]))).toMatch(/码不完整或已损坏/);
  });

  it('of another area, of a key nobody here has, of one that was withdrawn', async () => {
    const foreign = printed(worker, '0190c3f0-0000-7000-8000-0000000a1b2d');
    expect(await answer(foreign, phone([worker]))).toBe('no pass: 这是别的居民区的码，这里不能用。');
    expect(await answer(printed(worker), phone([worker], []))).toMatch(/还没有核验这张码的钥匙/);
    const withdrawn = { ...KEY, revokedAt: NOON - MINUTE };
    expect(await answer(printed(worker), phone([worker], [withdrawn]))).toBe(
      'no pass: 这张码已经作废。请到居委会换新码。',
    );
  });

  it('a badge of the same area is no pass', async () => {
    const badge = signCode(
      {
        kind: 'badge',
        areaId: AREA,
        keyId: KEY.id,
        subjectId: worker.id,
        issuedAt: SIGNED_AT,
        notBefore: NOON - DAY,
        expiresAt: NOON + DAY,
      },
      SEED,
    );
    expect(await answer(badge, phone())).toBe('no pass: 这不是出入证。请出示出入证的码。');
  });
});

describe('no longer good', () => {
  it('expired, not yet valid', async () => {
    expect(await answer(printed(worker), phone([worker]), { at: NOON + DAY })).toBe(
      'refused: 这张出入证过期了。请到居委会续期。',
    );
    expect(await answer(printed(worker), phone([worker]), { at: NOON - DAY })).toBe(
      'refused: 这张出入证还没到生效时间。',
    );
  });

  it('revoked, suspended, renewed since', async () => {
    const revoked = { ...worker, revokedAt: NOON - DAY, revokeReason: 'lost' } as const;
    expect(await answer(printed(worker), phone([revoked]))).toBe(
      'refused: 这张出入证已作废（证丢了）。请收回，报告组长。',
    );
    const suspended = { ...worker, suspendedAt: NOON - DAY, suspendReason: 'checking' } as const;
    expect(await answer(printed(worker), phone([suspended]))).toBe(
      'refused: 这张出入证暂停使用（正在核实）。有事请找组长。',
    );
    const renewed = { ...worker, renewedAt: SIGNED_AT + 1000 };
    expect(await answer(printed(worker), phone([renewed]))).toBe(
      'refused: 这张证换发过，这是旧的。请出示新的；没有新的，问组长。',
    );
    const anew = printed(worker, AREA, SIGNED_AT + 2000);
    expect(await answer(anew, phone([renewed]))).toBe('allowed: 出入证有效');
  });
});

describe('copied', () => {
  it('a screenshot of ten minutes ago, a print of a phone’s pass, a code put together', async () => {
    expect(await answer(onScreen(shownOnPhone, NOON - 10 * MINUTE), phone())).toBe(
      'refused: 这是 10 分钟前的画面，可能是截图。请当面打开出入证再扫。',
    );
    expect(await answer(printed(shownOnPhone), phone())).toBe(
      'refused: 这是手机出入证，要在手机上当面打开。打印件、转发的不算。',
    );
    const other = somePass({ ...shownOnPhone, id: '0190c3f0-3333-7000-8000-00000000cafe' });
    const glued = printed(shownOnPhone) + onScreen(other, NOON).slice(192);
    expect(await answer(glued, phone())).toBe(
      'refused: 动态码和这张证对不上，是拼出来的。请不要放行，报告组长。',
    );
  });

  it('paper in two hands: the second one in, or out, is asked about', async () => {
    const last = (direction: 'in' | 'out'): Presence => ({
      id: worker.id,
      residentId: null,
      householdId: null,
      passId: worker.id,
      direction,
      at: NOON - MINUTE,
      gateId: 'gate',
      passageId: 'passage',
      counts: false,
      version: 1,
    });
    const state = phone([worker]);
    state.gates.presence.load([last('in')]);
    expect(await answer(printed(worker), state, { direction: 'in' })).toBe(
      'ask: 这张证进来后还没有出去过，又要进。可能有两张，请问组长。',
    );
    expect(await answer(printed(worker), state, { direction: 'out' })).toBe('allowed: 出入证有效');
    state.gates.presence.load([last('out')]);
    expect(await answer(printed(worker), state, { direction: 'out' })).toBe(
      'ask: 这张证出去后还没有回来过，又要出。可能有两张，请问组长。',
    );
  });
});

describe('a phone with its clock wrong', () => {
  it('of the holder’s, days ahead: asked, since one of the two is wrong; days behind: as a picture', async () => {
    expect(await answer(onScreen(shownOnPhone, NOON + 2 * DAY), phone())).toMatch(
      /^ask: 画面时间比这里快了 2 天：有一部手机时间不对/,
    );
    expect(await answer(onScreen(shownOnPhone, NOON - 2 * DAY), phone())).toMatch(/^refused: 这是 2 天前/);
  });
});

it('the key of another house under a known id verifies nothing', async () => {
  const other = { ...KEY, publicKey: publicKeyOf(SECRET) };
  expect(await answer(printed(worker), phone([worker], [other]))).toMatch(/伪造的或被改动过/);
});

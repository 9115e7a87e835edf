import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZONE_STATUSES } from '#core/zones/contract.ts';
import { type KnownPass, PASS_KINDS, passRulesAt, settings } from '../contract.ts';
import { AREA, KEY, NOON, onScreen, printed, SECRET, somePass } from '../testing/shown.ts';
import { judgePass, type PassSeen } from './judge-pass.ts';
import { type ReadPass, readPass } from './read-pass.ts';

const MINUTE = 60_000;
const rules = passRulesAt([], NOON);
const seen = (change: Partial<PassSeen> = {}): PassSeen => ({
  read: null,
  known: null,
  at: NOON,
  direction: 'out',
  compoundId: null,
  zone: 'normal',
  last: null,
  rules,
  ...change,
});

async function read(text: string): Promise<ReadPass> {
  const found = await readPass(text, { areaId: AREA, keys: [KEY], secrets: [SECRET] });
  if ('code' in found) throw new Error(found.code);
  return found;
}
const onPaper = (pass: KnownPass) => read(printed(pass));
const why = (one: Partial<PassSeen>): string => {
  const { answer, problem } = judgePass(seen(one));
  return problem ? `${answer} ${problem.code.replace('passes.', '')}` : answer;
};

describe('a pass is good', () => {
  test('by its code alone, at a phone that never heard of it', async () => {
    const pass = somePass({ kind: 'worker', residentId: null, quota: 'none' });
    const verdict = judgePass(seen({ read: await onPaper(pass) }));
    expect(verdict).toMatchObject({ answer: 'good', pass: { kind: 'worker', quota: 'none', known: false } });
  });

  test('by its row alone, found by plate or by name', () => {
    expect(why({ known: somePass() })).toBe('good');
  });

  test('from its first to its last moment', () => {
    const known = somePass();
    expect(why({ known, at: known.validFrom - 1 })).toBe('refuse not-yet-valid');
    expect(why({ known, at: known.validFrom })).toBe('good');
    expect(why({ known, at: known.validUntil - 1 })).toBe('good');
    expect(why({ known, at: known.validUntil })).toBe('refuse expired');
  });
});

describe('the row tells more than the paper', () => {
  test('one that was extended is good with the old paper, one cut short is not', async () => {
    const pass = somePass();
    const paper = await onPaper(pass);
    const late = pass.validUntil + MINUTE;
    expect(why({ read: paper, at: late })).toBe('refuse expired');
    expect(why({ read: paper, at: late, known: { ...pass, validUntil: late + MINUTE } })).toBe('good');
    expect(why({ read: paper, known: { ...pass, validUntil: NOON - 1 } })).toBe('refuse expired');
  });

  test('revoked and suspended say why, in words', async () => {
    const paper = await onPaper(somePass());
    const revoked = somePass({ revokedAt: NOON - 1, revokeReason: 'lost' });
    expect(judgePass(seen({ read: paper, known: revoked })).problem).toMatchObject({
      code: 'passes.revoked',
      details: { reason: 'passes.revoke.lost' },
    });
    const suspended = somePass({ suspendedAt: NOON - 1, suspendReason: 'checking' });
    expect(judgePass(seen({ read: paper, known: suspended })).problem).toMatchObject({
      code: 'passes.suspended',
      details: { reason: 'passes.suspend.checking' },
    });
  });

  test('of two reasons the one that lasts is said', () => {
    expect(why({ known: somePass({ revokedAt: 1 }), at: NOON + 99 * 3_600_000 })).toBe('refuse revoked');
  });
});

describe('what zones suspend', () => {
  test('are the passes of those who live there, in the statuses the area has set, and only while they hold', () => {
    const known = somePass();
    expect(ZONE_STATUSES.map((zone) => why({ known, zone }))).toEqual([
      'refuse zone-suspended',
      'refuse zone-suspended',
      'good',
      'good',
    ]);
    const mild = passRulesAt(
      [{ key: settings.suspendControl.key, value: 0, from: 0, source: '街道通知' }],
      NOON,
    );
    expect(why({ known, zone: 'control', rules: mild })).toBe('good');
  });

  test('never those of volunteers, workers, couriers, visitors and vehicles', () => {
    for (const kind of PASS_KINDS.filter((one) => one !== 'resident')) {
      expect(why({ known: somePass({ kind }), zone: 'lockdown' }), kind).toBe('good');
    }
  });
});

describe('where it opens', () => {
  const known = somePass({ compoundIds: ['east'] });
  test('is the compounds it names, or all', () => {
    expect(why({ known, compoundId: 'east' })).toBe('good');
    expect(why({ known, compoundId: 'west' })).toBe('refuse other-compound');
    expect(why({ known: somePass(), compoundId: 'west' })).toBe('good');
  });
});

describe('a pass on a phone', () => {
  const pass = somePass({ form: 'phone' });
  const shown = async (at: number, now: number) => why({ read: await read(onScreen(pass, at)), at: now });

  test('is good while it stands on the screen', async () => {
    expect(await shown(NOON, NOON)).toBe('good');
    expect(await shown(NOON, NOON + 29_000)).toBe('good');
  });

  test('as a picture is old after the area’s seconds', async () => {
    expect(await shown(NOON, NOON + 150_000)).toBe('good');
    expect(await shown(NOON, NOON + 150_001)).toBe('refuse screen-old');
    const how = async (minutes: number) => {
      const screen = await read(onScreen(pass, NOON - minutes * MINUTE));
      return Object.values(judgePass(seen({ read: screen })).problem?.details ?? {}).join(' ');
    };
    expect(await how(119)).toBe('119 passes.unit.minutes');
    expect(await how(720)).toBe('12 passes.unit.hours');
    expect(await how(3 * 1440)).toBe('3 passes.unit.days');
  });

  test('of a time to come asks: one of the two clocks is wrong', async () => {
    expect(await shown(NOON + 60 * MINUTE, NOON)).toBe('ask screen-ahead');
    expect(await shown(NOON + 2 * MINUTE, NOON)).toBe('good');
  });

  test('with another pass’s rolling code is refused', async () => {
    const other = somePass({ id: '0190c3f0-3333-7000-8000-00000000cafe', form: 'phone' });
    const swapped = printed(pass) + onScreen(other, NOON).slice(192);
    expect(why({ read: await read(swapped) })).toBe('refuse screen-forged');
  });

  test('on paper, without its rolling code, is a copy', async () => {
    expect(why({ read: await onPaper(pass) })).toBe('refuse screen-missing');
  });

  test('is asked about where the gate cannot check the screen', async () => {
    const found = await readPass(onScreen(pass, NOON), { areaId: AREA, keys: [KEY], secrets: [] });
    if ('code' in found) throw new Error(found.code);
    expect(why({ read: found })).toBe('ask screen-unchecked');
  });

  test('on paper a rolling code behind it changes nothing', async () => {
    const paper = somePass();
    expect(why({ read: await read(onScreen(paper, NOON - 9 * 3_600_000)) })).toBe('good');
  });

  test('found by name shows no screen', () => expect(why({ known: pass })).toBe('good'));
});

describe('a pass in two hands', () => {
  const known = somePass();
  test('goes in twice without going out: the leader is asked', () => {
    expect(why({ known, direction: 'in', last: { direction: 'in', at: NOON - MINUTE } })).toBe(
      'ask in-already',
    );
    expect(why({ known, direction: 'out', last: { direction: 'out', at: NOON - MINUTE } })).toBe(
      'ask out-already',
    );
    expect(why({ known, direction: 'in', last: { direction: 'out', at: NOON - MINUTE } })).toBe('good');
  });
});

test('the answer is the same however often it is asked, and a refusal always has its reason', () => {
  const time = fc.integer({ min: NOON - 30 * 3_600_000, max: NOON + 30 * 3_600_000 });
  const pass = fc.record({
    kind: fc.constantFrom(...PASS_KINDS),
    revokedAt: fc.option(time),
    suspendedAt: fc.option(time),
    validFrom: time,
    validUntil: time,
    compoundIds: fc.subarray(['east', 'west']),
  });
  const attempt = fc.record({
    known: pass.map(somePass),
    at: time,
    zone: fc.constantFrom(...ZONE_STATUSES, null),
    direction: fc.constantFrom('in' as const, 'out' as const),
    compoundId: fc.constantFrom('east', 'west', null),
    last: fc.option(fc.record({ direction: fc.constantFrom('in' as const, 'out' as const), at: time })),
  });
  fc.assert(
    fc.property(attempt, (one) => {
      const verdict = judgePass(seen(one));
      expect(judgePass(seen(one))).toEqual(verdict);
      expect(verdict.answer === 'good').toBe(verdict.problem === null);
      if (verdict.answer === 'good') {
        expect(one.known.revokedAt ?? one.known.suspendedAt).toBeNull();
        expect(one.known.validFrom <= one.at && one.at < one.known.validUntil).toBe(true);
      }
    }),
  );
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withTail } from '#core/codes/contract.ts';
import { rollingCode } from '../domain/rolling.ts';
import { passesDoors } from '../testing/mounted.ts';
import { DAY, PassesWorld } from '../testing/world.ts';
import { allPasses, minePasses } from './sync.ts';

let w: PassesWorld;
beforeEach(async () => {
  w = await PassesWorld.open();
});
afterEach(() => w.close());

const signed = async (id: string) =>
  w.ask(async (ask) => {
    const [pass] = (await ask.signed({ passIds: [id] })).passes;
    if (!pass) throw new Error('not signed');
    return pass;
  });

describe('from the desk to the gate', () => {
  test('what is printed is good at a phone that synced before it was issued, and at one that synced after', async () => {
    const early = await w.pull();
    const [id = ''] = await w.issue([w.aPass()]);
    const { text } = await signed(id);
    expect(await w.scan(text, early)).toBe('good');
    expect(await w.scan(text, await w.pull())).toBe('good');
  });

  test('revoked it is refused as soon as the gate has heard of it', async () => {
    const [id = ''] = await w.issue([w.aPass()]);
    const { text } = await signed(id);
    await w.send('passes.revoke', { passIds: [id], reason: 'lost', note: '' });
    expect(await w.scan(text, await w.pull())).toBe('passes.revoked');
    await expect(signed(id)).rejects.toThrow('not signed');
  });

  test('extended it goes on with the old paper', async () => {
    const [id = ''] = await w.issue([w.aPass()]);
    const { text } = await signed(id);
    await w.send('passes.extend', { passIds: [id], validUntil: w.now + 20 * DAY });
    w.world.clock.advance(10 * DAY);
    expect(await w.scan(text, await w.pull())).toBe('good');
  });

  test('on a phone the holder’s own key makes codes the gate knows, and no other pass’s', async () => {
    const [id = '', other = ''] = await w.issue([w.aPass({}, 0), w.aPass({}, 1)], { form: 'phone' });
    const pass = await signed(id);
    const key = Buffer.from(pass.rollingKey ?? '', 'hex');
    const held = await w.pull();
    expect(await w.scan(withTail(pass.text, rollingCode(key, w.now)), held)).toBe('good');
    expect(await w.scan(withTail(pass.text, rollingCode(key, w.now - DAY)), held)).toBe('passes.screen-old');
    const stolen = Buffer.from((await signed(other)).rollingKey ?? '', 'hex');
    expect(await w.scan(withTail(pass.text, rollingCode(stolen, w.now)), held)).toBe('passes.screen-forged');
    expect(await w.scan(pass.text, held)).toBe('passes.screen-missing');
  });
});

describe('a pass that was renewed', () => {
  const shownBy = (pass: { text: string; rollingKey: string | null }, text = pass.text) =>
    withTail(text, rollingCode(Buffer.from(pass.rollingKey ?? '', 'hex'), w.now));

  test('stops the link that went astray, and is good by the new one', async () => {
    const [id = ''] = await w.issue([w.aPass()], { form: 'phone' });
    const old = await signed(id);
    await w.send('passes.record-printed', { passIds: [id] });
    w.world.clock.advance(5000);
    expect((await w.send('passes.renew', { passIds: [id] })).outcome).toBe('done');
    expect(await w.scan(shownBy(old), await w.pull())).toBe('passes.replaced');
    const anew = () =>
      w.ask(async (ask) => (await ask.list({ printAnew: '1' })).passes.map((pass) => pass.id));
    expect(await anew()).toEqual([id]);
    const fresh = await signed(id);
    expect(await w.scan(shownBy(fresh), await w.pull())).toBe('good');
    w.world.clock.advance(1000);
    await w.send('passes.record-printed', { passIds: [id] });
    expect(await anew()).toEqual([]);
  });

  test('is not forged out of the old link and a picture of the new', async () => {
    const [id = ''] = await w.issue([w.aPass()], { form: 'phone' });
    const old = await signed(id);
    w.world.clock.advance(5000);
    await w.send('passes.renew', { passIds: [id] });
    const fresh = await signed(id);
    expect(await w.scan(shownBy(old, fresh.text), await w.pull())).toBe('passes.screen-forged');
  });

  test('stops lost paper too, and goes on at a gate that has not heard of it', async () => {
    const [id = ''] = await w.issue([w.aPass()]);
    const old = await signed(id);
    const early = await w.pull();
    w.world.clock.advance(5000);
    await w.send('passes.renew', { passIds: [id] });
    expect(await w.scan(old.text, await w.pull())).toBe('passes.replaced');
    expect(await w.scan(old.text, early)).toBe('good');
    expect(await w.scan((await signed(id)).text, early)).toBe('good');
  });

  test('comes to a volunteer’s own phone with the next sync', async () => {
    const [id = ''] = await w.issue([w.aPass({ residentId: null, memberId: w.gate.id })], {
      kind: 'volunteer',
      form: 'phone',
      quota: 'none',
    });
    w.world.clock.advance(5000);
    await w.send('passes.renew', { passIds: [id] });
    const mine = await w.world.read(async (tx) => {
      const source = minePasses(passesDoors);
      const [term = ''] = await source.terms(tx, w.gate, w.now);
      return (await source.delta(tx, w.gate, term, 0))['passes.my-pass']?.rows[0];
    });
    const pass = mine as unknown as { text: string; rollingKey: string };
    expect(await w.scan(shownBy(pass), await w.pull())).toBe('good');
  });

  test('has to stand: revoked ones and those that are over are issued anew', async () => {
    const [id = '', other = ''] = await w.issue([w.aPass({}, 0), w.aPass({}, 1)]);
    await w.send('passes.revoke', { passIds: [id], reason: 'lost', note: '' });
    const codes = async (passId: string) =>
      (await w.send('passes.renew', { passIds: [passId] })).problems.map(({ code }) => code);
    expect(await codes(id)).toEqual(['passes.pass-revoked']);
    w.world.clock.advance(8 * DAY);
    expect(await codes(other)).toEqual(['passes.pass-over']);
    expect((await w.send('passes.renew', { passIds: [other] }, w.gate)).outcome).toBe('refused');
  });
});

describe('when the key is changed', () => {
  test('old paper stays good, new paper is signed with the new key', async () => {
    const [id = ''] = await w.issue([w.aPass()]);
    const old = (await signed(id)).text;
    w.world.clock.advance(1000);
    await w.world.send(w.secretary, 'codes.rotate-key', { keyId: w.newId(), revokeOld: false });
    w.world.clock.advance(1000);
    const fresh = (await signed(id)).text;
    expect(fresh).not.toBe(old);
    const held = await w.pull();
    expect([await w.scan(old, held), await w.scan(fresh, held)]).toEqual(['good', 'good']);
  });

  test('and withdrawn, what it signed is refused and listed to be printed anew', async () => {
    const [id = '', unprinted = ''] = await w.issue([w.aPass({}, 0), w.aPass({}, 1)]);
    const old = (await signed(id)).text;
    await w.send('passes.record-printed', { passIds: [id] });
    const anew = () =>
      w.ask(async (ask) => (await ask.list({ printAnew: '1' })).passes.map((pass) => pass.id));
    expect(await anew()).toEqual([]);
    w.world.clock.advance(1000);
    await w.world.send(w.secretary, 'codes.rotate-key', { keyId: w.newId(), revokeOld: true });
    w.world.clock.advance(1000);
    expect(await w.scan(old, await w.pull())).toBe('codes.revoked-key');
    expect(await anew()).toEqual([id]);
    expect(unprinted).not.toBe('');
    expect(await w.scan((await signed(id)).text, await w.pull())).toBe('good');
    await w.send('passes.record-printed', { passIds: [id] });
    expect(await anew()).toEqual([]);
  });
});

describe('who gets what', () => {
  test('gates and leaders get the passes, nobody else does', async () => {
    const terms = (actor: typeof w.gate) => w.world.read((tx) => allPasses.terms(tx, actor, w.now));
    expect(await terms(w.gate)).toEqual(await terms(w.leader));
    expect(await terms(w.gate)).toHaveLength(1);
    expect(await terms(w.stranger)).toEqual([]);
  });

  test('what was over before this week is not sent', async () => {
    await w.issue([w.aPass()], { validUntil: w.now + DAY });
    expect((await w.pull()).passes).toHaveLength(1);
    w.world.clock.advance(15 * DAY);
    expect((await w.pull()).passes).toEqual([]);
  });

  test('a volunteer gets the own pass, ready to be shown', async () => {
    const [id = ''] = await w.issue([w.aPass({ residentId: null, memberId: w.gate.id })], {
      kind: 'volunteer',
      form: 'phone',
      quota: 'none',
    });
    const source = minePasses(passesDoors);
    const mine = await w.world.read(async (tx) => {
      const [term = ''] = await source.terms(tx, w.gate, w.now);
      expect(await source.terms(tx, w.stranger, w.now)).toEqual([]);
      return (await source.delta(tx, w.gate, term, 0))['passes.my-pass']?.rows[0];
    });
    expect(mine).toMatchObject({ id, kind: 'volunteer', form: 'phone' });
    const { text, rollingKey } = mine as unknown as { text: string; rollingKey: string };
    const shown = withTail(text, rollingCode(Buffer.from(rollingKey, 'hex'), w.now));
    expect(await w.scan(shown, await w.pull())).toBe('good');
  });
});

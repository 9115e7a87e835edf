import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesAndPeople } from '#core/people/testing/mounted.ts';
import { defaultFields } from '../messages/default-fields.ts';
import { currentNotice, noticeDoor } from '../module.ts';
import { openPrivacyWorld, type PrivacyWorld } from '../testing/privacy-world.ts';
import { mineSource } from './sync.ts';

let w: PrivacyWorld;
beforeAll(async () => {
  w = await openPrivacyWorld(placesAndPeople());
});
afterAll(() => w.close());

const AREA = '清源居民区';
const codeOf = async (answer: ReturnType<typeof w.world.send>) => (await answer).problems[0]?.code;
const save = (kind: string, fields: object, paperId = randomUUID(), actor = w.secretary) =>
  w.world.send(actor, 'privacy.save-paper', { paperId, kind, fields });

describe('the notice', () => {
  it('stands only when every part is written, and is confirmed by saving it', async () => {
    const fields = defaultFields('notice', AREA, 'zh-CN');
    expect(await w.world.read(noticeDoor.confirmed)).toBe(false);
    expect(await codeOf(save('notice', { ...fields, rights: '  ' }))).toBe('privacy.field-empty');
    expect(await w.world.read(currentNotice)).toEqual([]);
    expect(await save('notice', fields)).toMatchObject({ outcome: 'done' });
    expect(await w.world.read(noticeDoor.confirmed)).toBe(true);
    const parts = await w.world.read(currentNotice);
    expect(parts[0]).toEqual({
      title: { 'zh-CN': '谁来收集', en: 'Who collects it' },
      text: '清源居民区居民委员会（防疫指挥部）',
    });
  });

  it('is written again as a new edition; earlier ones stay with who saved them', async () => {
    const fields = { ...defaultFields('notice', AREA, 'zh-CN'), contact: '居委会 021-6400 1234' };
    const paperId = randomUUID();
    await save('notice', fields, paperId);
    expect(await codeOf(save('notice', fields, paperId))).toBe('privacy.paper-exists');
    const { editions } = await w.ask(w.secretary, (client) => client.papers({ kind: 'notice' }));
    expect(editions.map(({ number }) => number)).toEqual([2, 1]);
    expect(editions[0]?.fields.contact).toBe('居委会 021-6400 1234');
    expect(editions[1]?.savedBy).toBe(w.secretary.id);
  });

  it('is the secretary’s to confirm, and not another’s', async () => {
    for (const role of ['role:command', 'role:leader:testing', 'role:volunteer']) {
      const answer = save('notice', defaultFields('notice', AREA, 'en'), randomUUID(), w.world.actor(role));
      expect(await codeOf(answer)).toBe('command.not-allowed');
    }
  });

  it('of another area confirms nothing here', async () => {
    const other = await w.world.database.newArea();
    expect(await w.world.read(noticeDoor.confirmed, other)).toBe(false);
  });
});

describe('the record and the assessment', () => {
  it('may be saved half written, in editions of their own', async () => {
    await save('records', { controller: '清源居委会', unknown: 'left out' });
    await save('assessment', { conclusion: '可以' });
    const { editions } = await w.ask(w.secretary, (client) => client.papers({ kind: 'records' }));
    expect(editions).toMatchObject([{ number: 1, fields: { controller: '清源居委会', officer: '' } }]);
    expect(editions[0]?.fields).not.toHaveProperty('unknown');
  });

  it('are read by the command post alone', async () => {
    const volunteer = w.world.actor('role:volunteer');
    const refused = { kind: { code: 'query.not-allowed' } };
    await expect(w.ask(volunteer, (client) => client.kinds())).rejects.toMatchObject(refused);
    await expect(w.ask(volunteer, (client) => client.keys())).rejects.toMatchObject(refused);
    await expect(w.ask(volunteer, (client) => client.undertakings())).rejects.toMatchObject(refused);
    await expect(w.ask(volunteer, (client) => client.notice())).rejects.toMatchObject(refused);
    await expect(w.ask(volunteer, (client) => client.papers({ kind: 'records' }))).rejects.toMatchObject(
      refused,
    );
  });
});

describe('the undertaking', () => {
  it('is promised once by each, reaches the own phone and nobody else’s', async () => {
    const [one, other] = [w.world.actor('role:volunteer'), w.world.actor('role:volunteer')];
    const promise = () => w.world.send(one, 'privacy.accept-undertaking', {});
    expect(await promise()).toMatchObject({ outcome: 'done' });
    expect(await promise()).toMatchObject({ outcome: 'done' });
    const held = (actor: typeof one) => w.world.read((tx) => mineSource.delta(tx, actor, 'privacy.mine', 0));
    expect((await held(one))['privacy.undertaking']?.rows).toMatchObject([{ id: one.id }]);
    expect((await held(other))['privacy.undertaking']?.rows).toEqual([]);
  });

  it('is asked of members, not of strangers', async () => {
    const stranger = w.world.actor();
    expect(await codeOf(w.world.send(stranger, 'privacy.accept-undertaking', {}))).toBe(
      'command.not-allowed',
    );
    const terms = (actor: typeof stranger) =>
      w.world.read((tx) => mineSource.terms(tx, actor, w.world.clock.now()));
    expect(await terms(stranger)).toEqual([]);
    expect(await terms(w.world.actor('role:volunteer'))).toEqual(['privacy.mine']);
  });
});

describe('a copy of the keys', () => {
  const keys = () => w.ask(w.secretary, (client) => client.keys());
  const confirm = (fingerprint: string, place = '书记抽屉里的 U 盘') =>
    w.world.send(w.secretary, 'privacy.confirm-key-backup', { backupId: randomUUID(), fingerprint, place });

  it('is missing until somebody confirms it for these very keys', async () => {
    expect(await keys()).toMatchObject({ backup: null, outdated: null, rotating: false });
    expect(await codeOf(confirm('0000000000000000'))).toBe('privacy.other-keys');
    const { fingerprint } = await keys();
    expect(await confirm(fingerprint)).toMatchObject({ outcome: 'done' });
    expect((await keys()).backup).toMatchObject({ place: '书记抽屉里的 U 盘' });
  });

  it('is out of date as soon as the keys change', async () => {
    const before = (await keys()).fingerprint;
    await w.ring.beginRotation(w.world.areaId, w.world.clock.now());
    const after = await keys();
    expect(after).toMatchObject({ backup: null, rotating: true });
    expect(after.outdated).not.toBeNull();
    expect(await codeOf(confirm(before))).toBe('privacy.other-keys');
    await w.ring.endRotation(w.world.areaId);
  });
});

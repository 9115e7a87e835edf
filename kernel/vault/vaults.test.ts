import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { MOST_TRIES } from './attempts.ts';
import { VaultDatabase, vaultId } from './database.ts';
import { Vaults } from './vaults.ts';

const AREA = '01890000-0000-7000-8000-000000000001';
const ZHANG = '01890000-0000-7000-8000-0000000000a1';
const LI = '01890000-0000-7000-8000-0000000000b2';
const PIN = '472915';
const PROFILE = { name: '张桂芳', phone: '19900010042' };

/** A browser's disk, and vaults on it at a price that tests can pay. */
function browser(disk = new IDBFactory()) {
  const options = { indexedDB: disk, IDBKeyRange };
  return { disk, options, vaults: new Vaults({ ...options, iterations: 1000 }) };
}

const zhang = (change: object = {}) => ({
  areaId: AREA,
  memberId: ZHANG,
  label: { name: '张**', marks: ['role.volunteer'], place: '清源居民区' },
  pin: PIN,
  profile: PROFILE,
  ...change,
});
const ID = vaultId(AREA, ZHANG);
const yes = async () => true;
const no = async () => false;

/** A wrong PIN, after whatever had to be waited. */
async function guess(vaults: Vaults, mayDestroy = yes) {
  await vaults.serve(ID, 3_600_000);
  return (await vaults.open(ID, '000000', mayDestroy)).outcome;
}

describe('a vault', () => {
  it('opens with its PIN and gives back who it belongs to, also after a reload', async () => {
    const { disk, vaults } = browser();
    await vaults.make(zhang());
    vaults.close();
    const opened = await browser(disk).vaults.open(ID, PIN, yes);
    expect(opened).toMatchObject({ outcome: 'open', profile: PROFILE });
  });

  it('shows nothing but the mask while it is locked', async () => {
    const { vaults } = browser();
    await vaults.make(zhang());
    const [record] = await vaults.list();
    expect(record?.label.name).toBe('张**');
    expect(JSON.stringify(record)).not.toMatch(/桂芳|19900010042|472915/);
  });

  it('stays shut for another PIN, and for the right one beside another device’s key', async () => {
    const { disk, vaults, options } = browser();
    await vaults.make(zhang());
    expect(await vaults.open(ID, '472916', yes)).toEqual({ outcome: 'wrong' });
    vaults.close();
    const db = new VaultDatabase(options);
    await db.device.clear();
    await browser().vaults.make(zhang());
    const { makeDeviceKey } = await import('./pin-key.ts');
    await db.device.put(await makeDeviceKey(), 'device-key');
    db.close();
    expect(await browser(disk).vaults.open(ID, PIN, yes)).toEqual({ outcome: 'wrong' });
  });

  it('keeps what one member closed from the next', async () => {
    const { vaults } = browser();
    const first = await vaults.make(zhang());
    const second = await vaults.make(zhang({ memberId: LI, pin: '630284' }));
    const box = await first.close({ note: '张的' });
    expect(await second.open(box)).toBeNull();
    expect(await first.open(box)).toEqual({ note: '张的' });
  });

  it('made anew for the same member opens nothing of the old one', async () => {
    const { vaults } = browser();
    const box = await (await vaults.make(zhang())).close('old');
    const again = await vaults.make(zhang({ pin: '915736' }));
    expect(await again.open(box)).toBeNull();
    expect(await vaults.openTrusted(ID, PIN)).toBeNull();
    expect(await vaults.openTrusted(ID, '915736')).toMatchObject({ outcome: 'open' });
  });

  it('knows whether its PIN fits the pad', async () => {
    const { vaults } = browser();
    await vaults.make(zhang());
    await vaults.make(zhang({ memberId: LI, pin: '四个字的密码' }));
    expect((await vaults.list()).map((record) => record.onPad).sort()).toEqual([false, true]);
  });
});

describe('wrong PINs', () => {
  it('make the phone wait longer and longer; a reload shortens nothing', async () => {
    const { disk, vaults } = browser();
    await vaults.make(zhang());
    for (let i = 0; i < 3; i++) expect(await vaults.open(ID, '000000', yes)).toEqual({ outcome: 'wrong' });
    expect(await vaults.open(ID, PIN, yes)).toEqual({ outcome: 'wait' });
    expect(await vaults.serve(ID, 4_000)).toBe(6_000);
    vaults.close();
    const again = browser(disk).vaults;
    expect(await again.open(ID, PIN, yes)).toEqual({ outcome: 'wait' });
    expect(await again.serve(ID, 6_000)).toBe(0);
    expect(await again.open(ID, PIN, yes)).toMatchObject({ outcome: 'open' });
  });

  it('are forgiven by the right one', async () => {
    const { vaults } = browser();
    await vaults.make(zhang());
    for (let i = 0; i < 3; i++) await guess(vaults);
    await vaults.serve(ID, 3_600_000);
    await vaults.open(ID, PIN, yes);
    expect((await vaults.find(AREA, ZHANG))?.attempts).toEqual({ tries: 0, waitMs: 0 });
  });

  it('destroy the secret at the tenth: no PIN opens it any more', async () => {
    const { vaults } = browser();
    await vaults.make(zhang());
    for (let i = 1; i < MOST_TRIES; i++) expect(await guess(vaults)).toBe('wrong');
    expect(await guess(vaults)).toBe('spent');
    expect(await vaults.find(AREA, ZHANG)).toMatchObject({ wrapped: null, label: { name: '张**' } });
    expect(await vaults.open(ID, PIN, yes)).toEqual({ outcome: 'spent' });
    expect(await vaults.openTrusted(ID, PIN)).toBeNull();
  });

  it('destroy nothing that a command still needs: the PIN opens it again once the server has accepted it', async () => {
    const { vaults } = browser();
    await vaults.make(zhang());
    for (let i = 0; i < MOST_TRIES; i++) await guess(vaults, no);
    expect(await vaults.open(ID, PIN, no)).toEqual({ outcome: 'spent' });
    expect(await vaults.openTrusted(ID, PIN)).toMatchObject({ outcome: 'open' });
    expect((await vaults.find(AREA, ZHANG))?.attempts.tries).toBe(0);
  });

  it('count also when the page is killed before they are judged', async () => {
    const { disk, vaults } = browser();
    await vaults.make(zhang());
    // Its answer is never read: the page is gone by then.
    const judged = vaults.open(ID, '000000', yes);
    await new Promise((resolve) => setTimeout(resolve, 0));
    await judged;
    vaults.close();
    expect((await browser(disk).vaults.find(AREA, ZHANG))?.attempts.tries).toBe(1);
  });
});

describe('a device', () => {
  it('that is revoked loses everybody’s keys of that area and nobody else’s', async () => {
    const { vaults } = browser();
    const elsewhere = '01890000-0000-7000-8000-000000000002';
    await vaults.make(zhang());
    await vaults.make(zhang({ memberId: LI }));
    await vaults.make(zhang({ areaId: elsewhere }));
    await vaults.destroyArea(AREA);
    const left = (await vaults.list()).filter((record) => record.wrapped !== null);
    expect(left.map((record) => record.areaId)).toEqual([elsewhere]);
  });

  it('forgets a person who leaves it', async () => {
    const { vaults } = browser();
    await vaults.make(zhang());
    await vaults.remove(ID);
    expect(await vaults.list()).toEqual([]);
  });
});

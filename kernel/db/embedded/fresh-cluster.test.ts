import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { declareReady, dropUnready, freshFolder, takeFreshIn } from './fresh-cluster.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'concerto-fresh-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const at = (...names: string[]) => join(data, ...names);
function write(text: string, ...names: string[]): void {
  mkdirSync(at(...names, '..'), { recursive: true });
  writeFileSync(at(...names), text);
}
const whole = () => ({
  cluster: readFileSync(at('postgres', 'PG_VERSION'), 'utf8'),
  access: readFileSync(at('database.json'), 'utf8'),
  left: ['postgres-fresh', 'postgres-replaced', 'postgres.log'].filter((name) => existsSync(at(name))),
});
const NEW = { cluster: 'new', access: 'new password', left: [] };

/** A new cluster beside the old one. */
function bothStand(): void {
  write('old', 'postgres', 'PG_VERSION');
  write('old password', 'database.json');
  write('said', 'postgres.log');
  write('new', 'postgres-fresh', 'postgres', 'PG_VERSION');
  write('new password', 'postgres-fresh', 'database.json');
}

describe('a database that was made anew', () => {
  it('takes the place of the old one, which goes with its log', async () => {
    bothStand();
    await declareReady(data);
    await takeFreshIn(data);
    expect(whole()).toEqual(NEW);
    await takeFreshIn(data);
    expect(whole()).toEqual(NEW);
  });

  it('is dropped, and the old one stays, when it was not declared ready', async () => {
    bothStand();
    await takeFreshIn(data);
    await dropUnready(data);
    expect(whole()).toEqual({ cluster: 'old', access: 'old password', left: ['postgres.log'] });
  });

  it('goes on wherever it was cut off', async () => {
    // After the old one was moved aside.
    write('old', 'postgres-replaced', 'PG_VERSION');
    write('old password', 'database.json');
    write('new', 'postgres-fresh', 'postgres', 'PG_VERSION');
    write('new password', 'postgres-fresh', 'database.json');
    await declareReady(data);
    await dropUnready(data);
    await takeFreshIn(data);
    expect(whole()).toEqual(NEW);
    // After the new one was moved in, its password not yet.
    write('old', 'postgres-replaced', 'PG_VERSION');
    write('old password', 'database.json');
    write('new password', 'postgres-fresh', 'database.json');
    await declareReady(data);
    await takeFreshIn(data);
    expect(whole()).toEqual(NEW);
    // After everything but the sweeping.
    write('old', 'postgres-replaced', 'PG_VERSION');
    mkdirSync(freshFolder(data));
    await declareReady(data);
    await takeFreshIn(data);
    expect(whole()).toEqual(NEW);
  });
});

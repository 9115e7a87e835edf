import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webBuildState } from './web-build.ts';

let root: string;
const at = (path: string, seconds: number, text = '') => {
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), seconds, seconds);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concerto-web-'));
  for (const folder of ['apps/phone', 'kernel', 'core', 'groups', 'dist'])
    mkdirSync(join(root, folder), { recursive: true });
  at('package-lock.json', 100);
  at('apps/phone/main.tsx', 100);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const state = () => webBuildState(join(root, 'dist'), root);

describe('webBuildState', () => {
  it('is missing without the mark of a whole build', async () => {
    expect(await state()).toBe('missing');
    writeFileSync(join(root, 'dist/index.html'), 'half');
    expect(await state()).toBe('missing');
  });

  it('is fresh while no source is newer, tests and SQL aside', async () => {
    at('dist/.built', 200);
    expect(await state()).toBe('fresh');
    at('apps/phone/main.test.tsx', 300);
    at('core/0001-create-people.sql', 300);
    expect(await state()).toBe('fresh');
  });

  it.each(['apps/phone/main.tsx', 'package-lock.json'])('is stale when %s is newer', async (path) => {
    at('dist/.built', 200);
    at(path, 300);
    expect(await state()).toBe('stale');
  });
});

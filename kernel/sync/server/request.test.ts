import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MAX_BATCH, PROTOCOL } from '../protocol.ts';
import { readPull, readPush } from './request.ts';

const push = { protocol: PROTOCOL, deviceId: randomUUID(), clockOffset: null, commands: [] };
const pull = { protocol: PROTOCOL, deviceId: randomUUID(), held: { a: 1 }, pending: 0 };

describe('what arrives at push and pull', () => {
  it('is read when it fits', () => {
    expect(readPush({ ...push, commands: [1, null] })).toMatchObject({ commands: [1, null] });
    expect(readPull(pull)).toEqual(pull);
  });

  it.each([
    ['an old client', { ...push, protocol: PROTOCOL - 1 }, 'sync.old-client'],
    ['an old client of another shape', { protocol: PROTOCOL - 1, stuff: true }, 'sync.old-client'],
    ['a newer client', { ...push, protocol: PROTOCOL + 1 }, 'sync.new-client'],
    ['nothing', undefined, 'sync.bad-request'],
    ['a device without an id', { ...push, deviceId: 'x' }, 'sync.bad-request'],
    ['an endless offset', { ...push, clockOffset: 1e300 }, 'sync.bad-request'],
    ['too many at once', { ...push, commands: Array(MAX_BATCH + 1).fill(0) }, 'sync.batch-too-large'],
  ])('answers %s with a named problem', (_who, body, code) => {
    expect(() => readPush(body)).toThrow(code);
  });

  it('never repeats what was sent', () => {
    try {
      readPull({ ...pull, held: { 'term 王小明': 'x' }, pending: -1 });
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('小明');
    }
  });
});

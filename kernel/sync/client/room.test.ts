import { describe, expect, it } from 'vitest';
import { LONG_DAY_BYTES, roomOn } from './room.ts';

const MB = 1024 * 1024;

describe('the room on a phone', () => {
  it('is enough while a long day fits, and little below that', () => {
    const usage = 10 * MB;
    expect(roomOn({ full: false, usage, quota: usage + LONG_DAY_BYTES })).toEqual({ is: 'enough' });
    expect(roomOn({ full: false, usage, quota: usage + 5 * MB })).toEqual({ is: 'little', left: 5 * MB });
  });

  it('is never less than nothing, where the browser has lowered what it gives', () => {
    expect(roomOn({ full: false, usage: 10, quota: 4 })).toEqual({ is: 'little', left: 0 });
  });

  it('is none after a write that found none, whatever the browser says', () => {
    expect(roomOn({ full: true, usage: 0, quota: 1000 * MB })).toEqual({ is: 'none' });
  });

  it('is taken for enough where the browser tells nothing', () => {
    expect(roomOn({ full: false, usage: null, quota: null })).toEqual({ is: 'enough' });
  });
});

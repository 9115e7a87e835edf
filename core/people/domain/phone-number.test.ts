import { describe, expect, it } from 'vitest';
import { readPhone } from './phone-number.ts';

describe('a phone number as people write it', () => {
  it.each([
    ['19900000003', '19900000003'],
    ['199 0000-2186', '19900002186'],
    ['+86 19900002186', '19900002186'],
    ['０２１-55553564', '02155553564'],
    ['5555 3564', '55553564'],
    ['(021) 55553564', '02155553564'],
  ])('%s is %s', (typed, phone) => {
    expect(readPhone(typed)).toEqual({ ok: true, phone });
  });

  it.each([
    ['1990000000', 'length'],
    ['199000000031', 'length'],
    ['1990000', 'length'],
    ['无', 'characters'],
    ['199****0003', 'characters'],
  ])('%s is refused for its %s', (typed, why) => {
    expect(readPhone(typed)).toEqual({ ok: false, why });
  });
});

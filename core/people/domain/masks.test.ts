import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMask, maskIdNumber, maskName, maskPhone } from './masks.ts';

describe('masks', () => {
  it.each([
    ['王小明', '王**'],
    ['王明', '王*'],
    ['欧阳平曦', '欧阳**'],
    ['欧阳', '欧*'],
    ['𬭊女', '𬭊*'],
    ['Smith', 'S****'],
    ['阿依古丽·买买提', '阿*******'],
  ])('%s is seen as %s', (name, mask) => {
    expect(maskName(name)).toBe(mask);
  });

  it('keeps region and last four of an identity number, one and two of a passport', () => {
    expect(maskIdNumber('310199198809074298')).toBe('310***********4298');
    expect(maskIdNumber('E12345678')).toBe('E******78');
    expect(maskIdNumber('12345')).toBe('*****');
  });

  it('keeps head and last four of a mobile, the last four of a landline', () => {
    expect(maskPhone('19900000003')).toBe('199****0003');
    expect(maskPhone('02155553564')).toBe('021****3564');
    expect(maskPhone('55553564')).toBe('****3564');
  });

  it('never shows more than half of a number, and is known as a mask', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{3,20}$/), (number) => {
        for (const mask of [maskIdNumber(number), maskPhone(number)]) {
          expect(mask).toHaveLength(number.length);
          expect(isMask(mask)).toBe(true);
        }
        expect(maskIdNumber(number).replaceAll('*', '').length).toBeLessThanOrEqual(number.length / 2);
      }),
    );
  });
});

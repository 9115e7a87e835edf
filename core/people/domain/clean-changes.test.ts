import { describe, expect, it } from 'vitest';
import { cleanChanges, cleanName } from './clean-changes.ts';

const AT = Date.UTC(2022, 3, 4);
const NUMBER = '310199198809074298';
const clean = (
  typed: Parameters<typeof cleanChanges>[0],
  kind: Parameters<typeof cleanChanges>[1] = null,
) => {
  const cleaned = cleanChanges(typed, kind, AT);
  return 'set' in cleaned ? cleaned.set : cleaned.fault;
};

describe('values as a desk types them', () => {
  it.each([
    ['王  小明', '王小明'],
    [' 王小明　', '王小明'],
    ['Anna  Müller', 'Anna Müller'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
  ])('the name %j is %j', (typed, name) => {
    expect(cleanName(typed)).toBe(name);
  });

  it('read sex and birth date out of a resident card, unless told otherwise', () => {
    expect(clean({ idNumber: NUMBER })).toEqual({
      idKind: 'resident-card',
      idNumber: NUMBER,
      birthDate: '1988-09-07',
      sex: 'male',
    });
    expect(clean({ idNumber: NUMBER, sex: 'female', birthDate: '1988-09-08' })).toMatchObject({
      sex: 'female',
      birthDate: '1988-09-08',
    });
  });

  it('read a number by its kind, or by the kind already known', () => {
    expect(clean({ idNumber: ' e1234 5678', idKind: 'passport' })).toEqual({
      idKind: 'passport',
      idNumber: 'E12345678',
    });
    expect(clean({ idNumber: 'E12345678' }, 'passport')).toMatchObject({ idKind: 'passport' });
    expect(clean({ idNumber: 'E12345678' })).toMatchObject({ code: 'people.id-number-wrong' });
  });

  it('forget kind and number together, and keep silent about what was not said', () => {
    expect(clean({ idNumber: null })).toEqual({ idNumber: null, idKind: null });
    expect(clean({ phone: null, note: '' })).toEqual({ phone: null, note: '' });
    expect(clean({})).toEqual({});
  });

  it('keep each tag once, in order', () => {
    expect(clean({ tags: ['tenant', 'dialysis', 'tenant'] })).toEqual({ tags: ['dialysis', 'tenant'] });
  });

  it('are refused with the reason and without the value', () => {
    const fault = clean({ otherPhone: '12345' });
    expect(fault).toEqual({
      code: 'people.phone-wrong',
      number: 2008,
      details: { field: 'otherPhone', why: 'length' },
    });
    expect(clean({ birthDate: '2022-04-07' })).toMatchObject({ code: 'people.birth-date-wrong' });
  });
});

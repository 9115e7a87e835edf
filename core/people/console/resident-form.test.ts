import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '../contract/queries.ts';
import { changesOf, formOf, setOf } from './resident-form.ts';

const row: RegisterRow = {
  id: 'r',
  householdId: 'h',
  dwellingId: 'd',
  buildingId: 'b',
  compoundId: 'c',
  compound: '清源小区',
  building: '3号',
  entrance: null,
  room: '402',
  name: '王小明',
  sex: 'male',
  birthDate: '1988-09-07',
  idKind: 'resident-card',
  idMask: '310***********4298',
  phoneMask: '199****0003',
  otherPhoneMask: null,
  relation: '户主',
  tags: ['immobile', 'tenant'],
  away: false,
  awayReason: '',
  registeredElsewhere: false,
  note: '',
  confirmed: {},
  endedAt: null,
  endReason: null,
  endedOn: null,
  mergedInto: null,
};

describe('the form of a resident', () => {
  it('says nothing when nothing is touched', () => {
    expect(changesOf(formOf(row), row)).toEqual({});
    expect(changesOf({ ...formOf(row), tags: ['tenant', 'immobile'], phone: ' ' }, row)).toEqual({});
  });

  it('says what was changed, and that an emptied field is none', () => {
    const form = { ...formOf(row), name: '王大明', relation: '', note: '夜班', phone: '19900000009' };
    expect(changesOf(form, row)).toEqual({
      name: '王大明',
      relation: null,
      note: '夜班',
      phone: '19900000009',
    });
  });

  it('sends a kind only together with its number', () => {
    expect(changesOf({ ...formOf(row), idKind: 'passport' }, row)).toEqual({});
    expect(changesOf({ ...formOf(row), idKind: 'passport', idNumber: 'E1234567' }, row)).toEqual({
      idKind: 'passport',
      idNumber: 'E1234567',
    });
  });

  it('leaves out what is not known of somebody new', () => {
    expect(setOf({ name: '李四', birthDate: '', tags: [], phone: '' })).toEqual({ name: '李四' });
    expect(setOf({ name: '李四', sex: 'female', tags: ['tenant'], registeredElsewhere: true })).toEqual({
      name: '李四',
      sex: 'female',
      tags: ['tenant'],
      registeredElsewhere: true,
    });
  });
});

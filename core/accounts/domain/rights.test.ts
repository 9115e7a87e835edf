import { describe, expect, it } from 'vitest';
import { can } from '#kernel/access/access.ts';
import {
  ANY_MEMBER,
  COMMAND_POST,
  dutyGrant,
  GROUPS,
  LEADING_ANY,
  leading,
  ROLES,
  roleGrant,
} from '../contract/roles.ts';
import { HOLDERS, isSeeing, rightsOf } from './rights.ts';

describe('the table of rights', () => {
  it('says who may by role, and by group where a rule names some only', () => {
    expect(rightsOf(COMMAND_POST)).toEqual({
      secretary: 'yes',
      command: 'yes',
      leader: 'no',
      deputy: 'no',
      volunteer: 'no',
      duty: 'no',
    });
    expect(rightsOf(LEADING_ANY)).toMatchObject({ leader: 'yes', deputy: 'yes', volunteer: 'no' });
    expect(rightsOf(ANY_MEMBER).volunteer).toBe('yes');
    const testing = rightsOf([...leading('testing'), dutyGrant('testing')]);
    expect(testing).toMatchObject({ leader: ['testing'], deputy: ['testing'], duty: ['testing'] });
    expect(Object.values(rightsOf([]))).toEqual(HOLDERS.map(() => 'no'));
  });

  it('says of every role and group exactly what the server would answer', () => {
    for (const grants of [
      [],
      COMMAND_POST,
      LEADING_ANY,
      ANY_MEMBER,
      leading('order'),
      [dutyGrant('order')],
    ]) {
      const rights = rightsOf(grants);
      for (const group of GROUPS) {
        const held = [
          ...ROLES.map((r) => [r, roleGrant(r, group)] as const),
          ['duty', dutyGrant(group)] as const,
        ];
        for (const [holder, grant] of held) {
          const actor = { id: 'x', grants: [{ grant, from: 0, until: null }] };
          const right = rights[holder];
          const shown = right === 'yes' || (right !== 'no' && right.includes(group));
          expect(shown).toBe(can({ 'a:b': grants }, actor, 'a:b', 1));
        }
      }
    }
  });

  it('tells looking from doing', () => {
    expect(['people:read-looks', 'zones:see', 'testing:view'].map(isSeeing)).toEqual([true, true, true]);
    expect(['people:change', 'people:look', 'accounts:invite'].map(isSeeing)).toEqual([false, false, false]);
  });
});

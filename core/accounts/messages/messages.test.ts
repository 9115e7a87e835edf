import { describe, expect, it } from 'vitest';
import { problemText, translator } from '#kernel/ui/text.ts';
import { accountsProblems } from '../contract/problems.ts';
import { GROUPS, ROLES } from '../contract/roles.ts';
import { text } from './index.ts';

describe('the texts of accounts', () => {
  it('say every problem in plain words, in both languages', () => {
    for (const { code } of Object.values(accountsProblems)) {
      for (const language of ['zh-CN', 'en'] as const) {
        expect(problemText({ code, details: {} }, language)).not.toContain(code);
      }
    }
    const locked = { code: 'accounts.locked', details: { retryAfterSeconds: 30 } };
    expect(problemText(locked, 'zh-CN')).toBe('密码错了多次，请等 30 秒再试');
  });

  it('name every role and group', () => {
    const t = translator(text, 'zh-CN');
    expect(GROUPS.map((group) => t(`group.${group}`))).toHaveLength(8);
    expect(ROLES.map((role) => t(`role.${role}`))).toEqual(['书记', '指挥部', '组长', '副组长', '志愿者']);
  });
});

import { defineText } from '#kernel/ui/text.ts';

const zh = {
  passages: '进出门岗',
  'passages.purpose': '用途：按三区和外出次数放行，突发情况时清点人数。满 {days} 天后删除。',
  looks: '查看过您的进出记录',
  'looks.purpose': '谁在什么时候、为什么查看过。按规定至少保存三年。',
  at: '时间',
  gate: '门岗',
  direction: '进出',
  outcome: '结果',
  rule: '依据',
  counts: '计入外出次数',
  reason: '原因',
  note: '备注',
  by: '经办',
  yes: '是',
  in: '进',
  out: '出',
  allowed: '放行',
  asked: '组长同意放行',
  emergency: '急救放行',
  refused: '劝返',
  voided: '已作废',
} as const;

/** What gates tell a person of himself or herself. */
export const subjectText = defineText({
  'zh-CN': zh,
  en: {
    passages: 'Passages through gates',
    'passages.purpose':
      'For letting people through by zone and quota, and for counting heads in an emergency. Deleted after {days} {days|day|days}.',
    looks: 'Looks at your passages',
    'looks.purpose': 'Who looked, when and why. Kept for at least three years.',
    at: 'Time',
    gate: 'Gate',
    direction: 'Way',
    outcome: 'Outcome',
    rule: 'Rule',
    counts: 'Used an outing',
    reason: 'Reason',
    note: 'Note',
    by: 'By',
    yes: 'yes',
    in: 'in',
    out: 'out',
    allowed: 'let through',
    asked: 'let through on the leader’s word',
    emergency: 'emergency',
    refused: 'turned back',
    voided: 'voided',
  } satisfies Record<keyof typeof zh, string>,
});

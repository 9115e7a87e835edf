import type zh from './refusal.zh-CN.ts';

export default {
  'kind.refused': 'Refused',
  'kind.absent': 'Not met',
  'reason.refused.unwell': 'not feeling well',
  'reason.refused.afraid': 'afraid of catching it in the queue or lift',
  'reason.refused.tested-elsewhere': 'says it was done elsewhere',
  'reason.refused.unwilling': 'does not want to',
  'reason.refused.other': 'other',
  'reason.absent.no-answer': 'nobody answered the door',
  'reason.absent.at-work': 'at work',
  'reason.absent.in-hospital': 'in hospital or at a doctor’s',
  'reason.absent.cannot-come': 'cannot get downstairs',
  'reason.absent.moved-away': 'does not live here any more',
  'reason.absent.other': 'other',
  'line.refused': 'Refused: {reason}',
  'line.absent': 'Not met: {reason}',
  'line.with-note': '{line} ({note})',
} as const satisfies Record<keyof typeof zh, string>;

import type zh from './looks.zh-CN.ts';

export default {
  'whom.records': '{round}, all samples',
  'whom.contacts': '{round}, contacts of tube {code}',
  'what.records': 'exported names, identity numbers, phones',
  'what.contacts': 'saw names and phones',
  'what.printed': 'printed, masked',
  'subject.looks': 'Your testing data given out or printed',
  'subject.looks.purpose': 'Who exported or printed it, when and why. Kept for at least three years.',
  'subject.what': 'What',
  'subject.reason': 'Reason',
} as const satisfies Record<keyof typeof zh, string>;

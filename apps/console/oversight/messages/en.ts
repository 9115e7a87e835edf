import type zh from './zh-CN.ts';

export default {
  mark: 'On watch',
  title: 'Refused actions',
  lead: 'What was refused, and why',
  refused: 'Refused actions',
  'refused-none': 'Nothing was refused',
  who: 'Who',
  what: 'Action',
  when: 'Happened',
  received: 'Received',
  why: 'Reason',
  'card-title': 'Phones and refusals',
  'card-silent': 'Silent phones with unsynced records',
  'card-pending': 'Records not yet synced',
  'card-refused': 'Refused actions',
  system: 'the system',
  cli: 'the command line',
  unknown: 'someone who has left',
} satisfies Record<keyof typeof zh, string>;

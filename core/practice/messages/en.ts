import type zh from './zh-CN.ts';

export default {
  'command.practice.begin': 'Begin a new practice area',
  'area-name': '{area} (practice)',
  practice: 'Practice',
  band: 'People and data are made up, nothing counts',
  export: 'Practice data: people and figures are made up, nothing counts',
  leave: 'Leave practice',
  enter: 'Practise',
  'enter-lead': 'The same screens with made-up people. Try anything, nothing counts.',
  'enter-pending': 'Let {count} real entries be sent first, then practise.',
  entering: 'Getting the practice area ready…',
  'enter-offline': 'Entering practice needs a network.',
  reset: 'Start over',
  'reset-ask': 'Everything done in practice is cleared and made anew. Real data is not touched.',
  'reset-yes': 'Clear and start over',
  'reset-no': 'Keep',
  'reset-done': 'Practice has started over',
  'reset-gone': 'A leader has started practice over',
  'problem.practice.not-real': 'This is practice already. Practice has no practice of its own.',
  'problem.practice.begun-already': 'This practice area has begun already.',
  'problem.practice.bad-request': 'The request is incomplete. Please reload and try again.',
} satisfies Record<keyof typeof zh, string>;

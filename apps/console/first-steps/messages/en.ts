import type zh from './zh-CN.ts';

export default {
  title: 'First time here? Go on from the top',
  done: 'Done',
  connect: 'Let phones reach this computer',
  'connect.how': 'Phone and computer on the same wireless network: scan the code on this page.',
  invite: 'Invite volunteers',
  'invite.how': 'Under “People at work”, press “Invite volunteers”. They scan the code and set a PIN.',
  practise: 'Practise once',
  'practise.how':
    'On the phone’s first page the volunteer presses “Practise” and follows the steps. Everybody in practice is made up; nothing counts.',
  notice: 'Confirm the notice',
  'notice.how': 'Before residents are entered, tell them why, what and for how long.',
  import: 'Import the register',
  'import.how': 'Drop the sheet you have; look at the preview, then write it.',
} satisfies Record<keyof typeof zh, string>;

import type zh from './zh-CN.ts';

export default {
  title: '{area} · for residents',
  practice: 'Practice: people and data are made up, nothing counts',
  updated: 'As of {time}',
  'may-title': 'What may I do today',
  'must-title': 'What must I do next',
  ask: 'Whom do I ask',
  'may-none': 'There is no new rule for today. Follow your building’s notice',
  'must-none': 'There is nothing you need to do now',
  notice: 'Privacy notice',
  'ask-none': 'Ask the residents’ committee',
  call: 'Call {phone}',
  large: 'Large type',
  normal: 'Normal type',
  read: 'Read it to me',
  'read-stop': 'Stop',
  other: '中文',
  'code-unknown': 'This code is not known. Scan it again, or ask the residents’ committee',
  choose: 'Which area do you live in',
  'no-area': 'Nothing is open here yet. Ask the residents’ committee',
  insecure:
    'This page is not encrypted and is for reading only: enter no identity number, phone or password here. Whatever you need, ask the residents’ committee',
  work: 'For volunteers',
  'work-phone': 'Phone',
  'work-console': 'Console',
} satisfies Record<keyof typeof zh, string>;

import type zh from './zh-CN.ts';

export default {
  brand: 'Concerto 协奏',
  home: 'Score',
  'home-title': 'Today',
  'home-lead': 'How each group stands now. Every number opens',
  'home-empty': 'There is nothing to look at yet',
  'home-empty-next': 'Import the register first, then invite people',
  groups: 'Groups',
  search: 'Find a person, room, tube or code',
  'search-none': 'Nothing found',
  'search-label': 'Find anything',
  account: 'Account',
  language: 'Language',
  'my-account': 'My account',
  'sign-out': 'Sign out',
  menu: 'Menu',
  attention: '{count} to deal with',
  'not-found': 'There is no such page',
  'not-found-next': 'Back to the score',
  skip: 'Skip to content',
} satisfies Record<keyof typeof zh, string>;

import type zh from './zh-CN.ts';

export default {
  title: 'People',
  residents: 'Residents',
  away: 'Away',
  'at-work': 'People at work',
  'on-duty': 'On duty now',
  empty: 'The register is still empty',
  'empty-next': 'Import a register',
} satisfies Record<keyof typeof zh, string>;

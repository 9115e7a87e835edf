import type zh from './undertaking.zh-CN.ts';

export default {
  group: 'Personal data',
  'undertaking.title': 'Confidentiality',
  'undertaking.lead': 'Please read this and promise before you begin',
  'undertaking.1': 'What I see of residents I use only for the work of my duty.',
  'undertaking.2': 'I take no photos or screenshots, forward nothing to groups and tell nobody.',
  'undertaking.3':
    'When I must see a full number I give the true reason; I know that every look is recorded.',
  'undertaking.4': 'If my phone is lost or lent, I tell my leader at once.',
  'undertaking.5': 'After the duty I keep no list.',
  'undertaking.accept': 'I promise',
  'command.privacy.accept-undertaking': 'Promise confidentiality',
} as const satisfies Record<keyof typeof zh, string>;

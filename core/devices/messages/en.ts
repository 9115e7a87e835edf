import type zh from './zh-CN.ts';

export default {
  'command.devices.enrol': 'Enrol a phone',
  'command.devices.rename': 'Name a phone',
  'command.devices.revoke': 'Take a phone out of use',
  'command.devices.restore': 'Take a phone back into use',
  'command.devices.settle-flag': 'Check work from a phone out of use',
  'problem.devices.revoked':
    'This phone is out of use; give it to your leader. Records it still holds are sent all the same',
  'problem.devices.revoked-device': 'This record came from a phone that was out of use; check it',
  'problem.devices.author-left': 'This record came after its author had left; check it',
  'problem.devices.unknown-device': 'There is no such phone; reload and try again',
  'problem.devices.already-revoked': 'This phone is out of use already',
  'problem.devices.not-revoked': 'This phone is in use',
  'problem.devices.not-your-group': 'You look after the phones of your own group only',
  'problem.devices.own-device': 'You are using this device; take it out of use from another one',
  'problem.devices.key-taken': 'This key belongs to somebody else; sign out and in again',
  'problem.devices.bad-request': 'Something is wrong with {field}; update and try again',
  'problem.devices.does-not-open': 'This record does not open: it was altered or is for another area',
  'problem.devices.broken-entry': 'This record is incomplete',
  'problem.devices.other-entry': 'Another record lay in it',
  'problem.devices.unknown-key': 'The key that signed is not known; sign in on this phone again',
  'problem.devices.key-of-another': 'The key that signed is another person’s or another phone’s',
  'problem.devices.wrong-signature': 'The signature is wrong; the record was altered',
  'problem.devices.too-many': 'Too many at once; wait {retryAfterSeconds} seconds',
} as const satisfies Record<keyof typeof zh, string>;

import type zh from './ways-in.zh-CN.ts';

export default {
  factor: 'Authenticator',
  'factor.why':
    'Then signing in at a computer or on a new phone asks for a code beside the PIN. Whoever learns the PIN stays outside',
  'factor.begin': 'Set up an authenticator',
  'factor.scan': 'Scan this with an authenticator and enter the 6 digits it shows',
  'factor.qr': 'QR code for the authenticator',
  'factor.typed': 'If it cannot scan, type: {secret}',
  'factor.code': 'Code or recovery code',
  'factor.confirm': 'Confirm',
  'factor.recovery': 'Recovery codes (shown only now; write them down)',
  'factor.recovery-why': 'When the phone is lost, each works once instead of a code',
  'factor.on': 'Set up. Recovery codes left: {count}',
  'factor.check': 'It is me',
  'factor.check-why': 'Asked for before an export; valid for 10 minutes',
  'factor.checked': 'Confirmed; exports are open for 10 minutes',
  'factor.remove': 'Remove the authenticator',
  'factor.removed': 'The authenticator was removed',

  passkey: 'Passkeys',
  'passkey.why': 'Sign in with this device’s fingerprint, face or lock, without phone, PIN and code',
  'passkey.name': 'Give it a name',
  'passkey.name-hint': 'e.g. office computer',
  'passkey.add': 'Add one on this device',
  'passkey.added': 'Added; you can sign in with it from now on',
  'passkey.times': 'added {added}, last used {used}',
  'passkey.unused': 'added {added}, not used yet',
  'passkey.rename': 'Rename',
  'passkey.save-name': 'Save',
  'passkey.remove': 'Remove',
  'passkey.remove-ask': 'Once removed, “{name}” signs in no more',
  'passkey.keep': 'Keep it',
  'passkey.removed': 'Removed',
  'passkey.not-given': 'Not completed; you can try again',
  'passkey.not-here': 'Passkeys cannot be used now',
  'passkey.not-here-ip-address':
    'Browsers bind them to a name, and this page was opened by a number. Open it by name, e.g. https://concerto.local, or localhost on the server itself',
  'passkey.not-here-insecure':
    'Browsers allow them on secure addresses (https) only. Ask whoever runs the server to set up https',
  'passkey.not-here-other-address': 'Open Concerto under the address everybody uses, then add it',
  'passkey.not-here-browser': 'This browser does not know them. Use a recent Chrome, Edge, Safari or Firefox',
  'sign-in.passkey': 'Use a passkey',

  enrol: 'Set up an authenticator or a passkey first',
  'enrol.lead':
    'The command post sees the data of every resident: a PIN alone is not enough. Set up either and go on; it takes two minutes',
  'enrol.go-on': 'Go on to work',
  'enrol.until': 'Set up an authenticator or a passkey by {until}',
  'enrol.why':
    'The command post sees the data of every resident: a PIN alone is not enough. After that time it must be set up before anything else at a computer.',
  'enrol.where': 'Set it up under My account',

  'person.factor': 'Authenticator and passkeys',
  'person.factor-on': 'Set up',
  'person.factor-off': 'Not set up',
  'person.factor-reset': 'The phone is lost: reset',
  'person.factor-ask':
    'Authenticator, recovery codes and passkeys of {name} are removed and every session ends. Make sure first, in person or by phone, that it is really this person asking',
  'person.factor-yes': 'Reset',
  'person.factor-no': 'Leave it',
  'person.factor-done': 'Reset; the person signs in with the PIN and sets it up anew',

  'step-up': 'Confirm that it is you',
  'step-up.why':
    'Before data are exported or ways to sign in change, confirm that it is you; you are then not asked again for 10 minutes',
  'step-up.passkey': 'Confirm with a passkey',
  'step-up.elsewhere': 'Use the device on which you added a passkey, or set up an authenticator first',
} as const satisfies Record<keyof typeof zh, string>;

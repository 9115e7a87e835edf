import type zh from './lock.zh-CN.ts';

export default {
  'lock.who': 'Who uses this phone now?',
  'lock.people': 'People of this phone',
  'lock.other': 'Someone else signs in',
  'lock.needs-network': 'Needs a network to sign in',
  'lock.waiting': '{count} not synced',
  'lock.pin': '{name}, enter your PIN',
  'lock.switch': 'Switch person',
  'lock.forgot': 'Forgot the PIN',
  'lock.opening': 'Opening',
  'lock.wrong': 'Wrong PIN. {left} {left|try|tries} left',
  'lock.wait': 'Several wrong PINs. Wait {seconds} s',
  'lock.type': 'PIN',
  'lock.go': 'Open',
  'lock.spent': 'The data on this phone have been erased',
  'lock.spent-why':
    'There were too many wrong PINs. Go online and sign in with phone number and PIN; the data are downloaded again',
  'lock.spent-forgot': 'If you forgot the PIN, a leader or the secretary sets a new one',
  'lock.forgot-do':
    'Ask a leader or the secretary for a new PIN, then sign in online. The data are downloaded again',
  'lock.forgot-outbox':
    '{count} {count|record waits|records wait} here, sealed. As soon as there is a network they are sent by themselves, without a PIN',
  'lock.forgot-none': 'No records wait to be synced',
  'lock.sign-in': 'Sign in',
  'lock.back': 'Try again',
  'lock.outbox':
    '{count} {count|record|records} on this phone {count|is|are} not synced. They are sent as soon as there is a network',
  'new-pin': 'New PIN',
  'new-pin.for': '{name} {phone}, choose a new PIN',
  'new-pin.after':
    'Then you are signed out everywhere else. Records on this phone that are not synced are not touched',
  'new-pin.no-token': 'The link is not complete. Ask the leader for a new code',
  'lock.cleared':
    'The browser has cleared what was kept on this phone. Sign in again online; enter from paper what was not synced',
} satisfies Record<keyof typeof zh, string>;

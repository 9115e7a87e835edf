import type zh from './zh-CN.ts';

export default {
  'codes.kind.person': 'person code',
  'codes.kind.household': 'household code',
  'codes.kind.building': 'building code',
  'codes.kind.tube': 'tube code',
  'codes.kind.box': 'box code',
  'codes.kind.place': 'place code',
  'codes.kind.id-card': 'identity card',
  'codes.kind.signed': 'signed code',
  'codes.field.from': 'first number',
  'codes.field.day': 'day',
  'codes.field.lane': 'lane',
  'codes.field.count': 'quantity',
  'codes.field.pattern': 'pattern',
  'problem.codes.not-a-code':
    'This is not a code. To find a person, search by name, pinyin or building-room.',
  'problem.codes.check-symbol': 'One symbol was misread. Scan again, or type what stands under the code.',
  'problem.codes.incomplete':
    'The code is incomplete: {length} of {expected} symbols. Scan again or finish typing.',
  'problem.codes.foreign-area': 'This code belongs to another residential area and is not valid here.',
  'problem.codes.wrong-kind': 'Wrong kind of code: this is a {found}, a {expected} is needed here.',
  'problem.codes.id-check-digit': 'The identity number has a wrong digit. Read the card again or check it.',
  'problem.codes.unknown-series':
    'This {length}-digit number fits no tube series on record. Ask the leader to enter the laboratory’s series.',
  'problem.codes.series-exhausted':
    'Only {left} numbers are left in this series, {asked} are needed. Take another.',
  'problem.codes.bad-series': 'The series is not right. Check the {field}.',
  'problem.codes.series-like-id-card':
    'An 18-digit series can be mistaken for identity numbers: its first 14 digits must be fixed.',
  'problem.codes.damaged': 'The code is damaged or cut off. Wipe it and scan again, or use another copy.',
  'problem.codes.forged': 'This code is forged or was altered. Do not let it pass; tell the leader.',
  'problem.codes.unknown-key':
    'This phone lacks the key to check this code. Go online to sync, then scan again.',
  'problem.codes.revoked-key': 'This code was withdrawn. A new one is available at the committee.',
  'problem.codes.key-not-in-use':
    'The time of issue of this code is wrong; it is not valid. Tell the leader.',
  'problem.codes.not-yet-valid': 'This code is not valid yet.',
  'problem.codes.expired': 'This code has expired. A new one is available at the committee.',
  'problem.codes.key-exists': 'This signing key exists already. Refresh and try again.',
  'problem.codes.no-such-key': 'There is no such signing key. Refresh and try again.',
  'problem.codes.key-in-use': 'This key is in use. Use “change and withdraw”.',
  'problem.codes.no-key': 'This area has no signing key yet. The secretary makes one first.',
} satisfies Record<keyof typeof zh, string>;

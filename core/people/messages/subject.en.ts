import type zh from './subject.zh-CN.ts';

export default {
  'subject.title': 'Copy of personal data',
  'subject.for': '{name}, {room}',
  'subject.lead':
    'This is everything this committee holds about you in Concerto. You may ask to have it corrected where it is wrong, and deleted where it is no longer needed.',
  'subject.sealed':
    'A log of who entered what and when is kept sealed for checking; after the emergency its key is destroyed and nobody can read it any more.',
  'subject.kept': 'Destroyed as the rules say when the emergency ends, with a certificate.',
  'subject.nothing': 'Nothing recorded',
  'subject.sign': 'Received by the person or whoever acts for them:                    Date:',

  'subject.register': 'Register entry',
  'subject.register.purpose':
    'Purpose: to find and inform you in the epidemic and to look after those in need.',
  'subject.former': 'Merged entries',
  'subject.former.purpose': 'Purpose: you were entered twice; the former entry is kept for checking.',
  'subject.moves': 'Changes of address',
  'subject.moves.purpose': 'Purpose: lists and visits find the right door.',
  'subject.looks': 'Who saw your full numbers',
  'subject.looks.purpose': 'Purpose: every look carries a reason, for you and the secretary to check.',
  'subject.checks': 'Contradictions settled',
  'subject.checks.purpose': 'Purpose: two reports differed; someone checked and wrote down the decision.',
  'subject.requests': 'What you asked for',
  'subject.requests.purpose':
    'Purpose: a record of the copies and corrections you asked for, and the answers.',

  'subject.col.item': 'Item',
  'subject.col.value': 'Content',
  'subject.col.confirmed': 'Confirmed at the door',
  'subject.col.name': 'Name',
  'subject.col.address': 'Address',
  'subject.col.id-number': 'ID number',
  'subject.col.phone': 'Phone',
  'subject.col.at': 'When',
  'subject.col.by': 'By',
  'subject.col.reason': 'Reason',
  'subject.col.from': 'From',
  'subject.col.fields': 'What was seen',
  'subject.col.what': 'Matter',
  'subject.col.outcome': 'Outcome',
  'subject.col.note': 'Note',
  'subject.ended': 'Ended',
  'subject.open': 'Open',
  'subject.copy': 'Copy asked for',
  'subject.correction': 'Correction asked for',
  'subject.corrected': 'Corrected',
  'subject.declined': 'Not corrected',
} as const satisfies Record<keyof typeof zh, string>;

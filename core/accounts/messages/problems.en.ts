import type zh from './problems.zh-CN.ts';

export default {
  'problem.accounts.unknown-member': 'There is no such person; reload and try again',
  'problem.accounts.member-ended': 'This person has left',
  'problem.accounts.same-member': 'These are the same entry',
  'problem.accounts.two-accounts': 'Both entries can sign in. End one of them instead',
  'problem.accounts.member-exists': 'This person has been added already',
  'problem.accounts.last-secretary': 'There must be a secretary: name the successor first',
  'problem.accounts.not-yours': 'This is beyond your role; ask the secretary or the command post',
  'problem.accounts.role-needs-group': 'Leaders and deputies need a group',
  'problem.accounts.unknown-invitation': 'There is no such invitation; ask the leader for a new one',
  'problem.accounts.invitation-used': 'This invitation has been used; ask the leader for a new one',
  'problem.accounts.invitation-expired': 'This invitation has expired; ask the leader for a new one',
  'problem.accounts.invitation-revoked': 'This invitation was revoked; ask the leader for a new one',
  'problem.accounts.invitation-exists': 'This invitation has been made already',
  'problem.accounts.phone-taken': 'Someone in this area uses this phone; sign in instead',
  'problem.accounts.only-server': 'Only the server can do this',
  'problem.accounts.wrong-pin': 'Phone or PIN is wrong',
  'problem.accounts.locked': 'Too many wrong PINs; wait {retryAfterSeconds} seconds',
  'problem.accounts.weak-pin':
    'This PIN is easy to guess. At least 6 characters, no runs, no repeats, no digits of the phone number',
  'problem.accounts.no-session': 'Your session has ended; sign in again',
  'problem.accounts.no-place': 'You do not work in this area; ask a leader',
  'problem.accounts.wrong-set-up-token': 'The link is wrong: use the one shown when Concerto started',
  'problem.accounts.set-up-done': 'An area has been set up here; sign in',
  'problem.accounts.bad-request': 'Something is not filled in properly',
  'problem.accounts.expiry-too-far': 'An invitation is valid for {days} days at most',
  'problem.accounts.locked-strangers':
    'Too many wrong PINs from devices this account never used; wait {retryAfterSeconds} seconds. Phones it has used still sign in; a leader can give a code for a new PIN',
  'problem.accounts.unknown-session': 'That session has ended already',
  'problem.accounts.other-site': 'The request came from another site and was not carried out',
  'problem.accounts.no-account': 'This person has no account yet; send an invitation',
  'problem.accounts.has-account': 'This person has an account already',
  'problem.accounts.works-elsewhere':
    'This person works in another area too, so the PIN cannot be reset here. Whoever runs the server can do it with concerto recover',
  'problem.accounts.unknown-new-pin': 'There is no such code; ask the leader for another',
  'problem.accounts.new-pin-used': 'This code has been used; ask the leader for another',
  'problem.accounts.new-pin-expired': 'This code has expired; ask the leader for another',
  'problem.accounts.new-pin-revoked': 'This code was replaced; use the latest one',
  'problem.accounts.other-phone': 'This invitation is for another phone number; ask whoever sent it',
  'problem.accounts.own-pin': 'Change your own PIN under My account',
  'problem.accounts.needs-code':
    'The PIN is in order. Go to sign-in and enter it with the code of your authenticator',
  'problem.accounts.wrong-code': 'The code is wrong or was used; wait for the next one',
  'problem.accounts.second-factor-on': 'The authenticator is set up already',
  'problem.accounts.step-up':
    'Confirm first that it is you; you are then not asked again for {minutes} minutes',
  'problem.accounts.wrong-passkey': 'The passkey was not accepted; try again',
  'problem.accounts.unknown-passkey': 'That passkey has been removed already',
  'problem.accounts.no-passkeys-here': 'Passkeys do not work under this address; My account says why',
  'problem.accounts.needs-second-factor':
    'Before exporting, set up an authenticator or add a passkey under My account',
  'problem.accounts.own-second-factor':
    'Remove your own authenticator under My account; if the phone is lost, somebody else of the command post helps',
  'problem.accounts.no-second-factor': 'This person has neither an authenticator nor a passkey',
} as const satisfies Record<keyof typeof zh, string>;

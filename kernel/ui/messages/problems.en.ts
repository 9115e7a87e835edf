import type zh from './problems.zh-CN.ts';

export default {
  'problem.ui.offline': 'The server cannot be reached. Check the network and try again',
  'problem.ui.unexpected':
    'Something unexpected happened on the server. Try again later; if it goes on, tell the information desk',
  'problem.http.not-found': 'There is no such address',
  'problem.http.bad-request': 'The request was not right. Reload the page and try again',
  'problem.http.body-too-large': 'This is too large. Send it in parts',
  'problem.http.wrong-type': 'This kind of content is not known',
  'problem.http.internal':
    'Something unexpected happened on the server. Try again later; if it goes on, tell the information desk',
  'problem.query.not-allowed': 'Your present duty does not open this',
  'problem.command.malformed': 'What was sent is not complete. Reload the page and try again',
  'problem.command.unknown-kind': 'The server does not know this action. Reload the page and try again',
  'problem.command.too-new':
    'This phone has a newer version than the server. Wait until the server is updated',
  'problem.command.bad-body': 'One entry is not right ({path}). Check it and send again',
  'problem.command.not-allowed': 'Your duty at that time did not allow this. Ask the leader',
  'problem.command.not-the-author': 'The person signed in is not the person who did this. Sign in again',
  'problem.command.same-id-other-body':
    'Another record has the same number. Both are kept; a leader will settle it',
  'problem.command.from-the-future':
    'This phone’s clock is ahead of the server. Set it right; the record is kept for a leader to settle',
  'problem.command.long-ago': 'This record is from long ago. It is kept for a leader to settle',
  'problem.command.failed': 'This record could not be processed. It is kept for a leader to settle',
  'problem.command.unknown-area': 'There is no such area, or you do not work in it',
  'problem.command.discrepancy-unknown': 'There is no such discrepancy',
  'problem.command.discrepancy-settled': 'Someone has settled this already',
  'problem.command.area-closed': 'The emergency is closed and the data here are destroyed',
  'problem.command.reaction-failed':
    'This is done, but one group could not follow. The system will try again',
  'problem.sync.old-client': 'This page is out of date. Reload it; what is not yet synced is kept',
  'problem.sync.new-client': 'This page is newer than the server. Wait until the server is updated',
  'problem.sync.bad-request': 'What was synced is not right. Reload the page and try again',
  'problem.sync.batch-too-large': 'Too much at once; it will be sent in parts',
  'problem.sync.storage-full':
    'The phone has no room left. What you just did was not kept: make room and do it again',
  'problem.sync.not-deliverable':
    'The server cannot take this. It is kept on the phone; tell the information desk',
  'problem.sync.another-person': 'Someone else is signed in in this browser. Sign in again',
  'problem.sync.try-again': 'The server is busy; it will be sent again by itself',
  'problem.settings.unknown-setting': 'There is no such setting',
  'problem.settings.value-not-allowed': 'This value is outside what is allowed',
  'problem.sheet.not-a-sheet': 'This is no sheet (it looks like {looksLike}). Choose an .xlsx, .xls or .csv',
  'problem.sheet.broken': 'The file is damaged and cannot be opened. Export it again',
  'problem.sheet.packed-too-tightly': 'The file would unpack to far too much. Split it',
  'problem.sheet.too-big': 'The file is too big. Split it',
  'problem.sheet.too-many-cells': 'Too many cells (at most {limit}). Split it',
  'problem.sheet.locked': 'The sheet has a password. Remove it first',
  'problem.sheet.empty': 'The sheet is empty',
  'problem.sheet.unrecognised': 'No sheet was recognised as what to import. Choose it by hand',
  'problem.sheet.too-slow': 'Reading took too long. Split the file',
  'problem.sheet.unknown-encoding': 'The text encoding is not known. Save it as UTF-8 or .xlsx',
  'problem.crypto.no-key':
    'The key of this area is missing, so personal data cannot be opened. Tell the administrator',
  'problem.crypto.does-not-open': 'This personal value cannot be opened. Tell the administrator',
  'problem.crypto.key-file-broken': 'The key file cannot be read. Restore it from its backup',
  'problem.crypto.too-many-versions': 'The keys were changed 255 times and cannot be changed again',
  'problem.crypto.archive-unknown': 'This is not a copy of keys, or a later program made it',
  'problem.crypto.archive-closed': 'It does not open: another passphrase, or the file is damaged',
} satisfies Record<keyof typeof zh, string>;

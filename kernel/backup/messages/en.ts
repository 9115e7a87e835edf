import type zh from './zh-CN.ts';

export default {
  'problem.backup.not-a-backup': 'This file is no backup of Concerto: {file}',
  'problem.backup.wrong-key':
    'This key does not open the backup {file}. Take the one it was made for; if it is that one, the file’s beginning is damaged: take another backup',
  'problem.backup.damaged':
    'The backup is damaged, nothing was written: {file}. It is cut off or was altered. Take another backup',
  'problem.backup.from-newer-program':
    'A newer program made the backup (version {version}; {step} is not known here). Update the program first',
  'problem.backup.database-not-empty':
    'The database holds data ({table}). Nothing was restored or changed. Take an empty database or a new data folder (CONCERTO_DATA)',
  'problem.backup.not-the-same':
    'The database gives back other rows than it was given ({table}); all was undone. Try with the program that made the backup',
  'problem.backup.disk-full':
    'The disk is full; it was not finished, and the half was removed: {path}. Make room or take another disk',
  'problem.backup.database-full': 'The database’s disk is full; all was undone. Make room and try again',
  'problem.backup.no-access': 'The file or folder cannot be read or written: {path} ({reason})',
  'problem.backup.file-stands': 'The file stands already and was left as it is: {file}. Choose another name',
  'problem.backup.file-missing': 'There is no such file or folder: {file}',
  'problem.backup.not-a-key': 'There is no key to backups (a line that begins with AGE-SECRET-KEY) in {file}',
  'problem.backup.not-a-recipient':
    'This is not the public half of a backup key (it begins with age1): {recipient}',
  'problem.backup.database-lost':
    'The database went away; it was not finished. See whether it runs, then try again',
  'problem.backup.nothing-there': 'There is nothing of Concerto in this database yet. Start it once first',
  'problem.backup.under-way': 'Another backup is being made; this one was not begun. Try when it is done',
} satisfies Record<keyof typeof zh, string>;

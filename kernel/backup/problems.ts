import { defineProblems } from '../problem/problem.ts';

/** What can go wrong with backups and their keys; numbers 750–799. */
export const backupProblems = defineProblems('backup', 750, {
  /** The first bytes are not those of an encrypted backup. Details: `{ file }`. */
  'not-a-backup': [1, 422],
  /** None of the file's recipients has this key. Details: `{ file }`. */
  'wrong-key': [2, 422],
  /** Cut off, or bytes are others than were written. Details: `{ file }`. */
  damaged: [3, 422],
  /** It holds steps of migration that this program does not know. Details: `{ version, step }`. */
  'from-newer-program': [4, 409],
  /** The database holds rows. Details: `{ table }`. */
  'database-not-empty': [5, 409],
  /** The database took the rows, and gives back others. Details: `{ table }`. */
  'not-the-same': [6, 500],
  /** The disk of the backup or of the data folder is full. Details: `{ path }`. */
  'disk-full': [7, 507],
  /** The database's disk is full. */
  'database-full': [8, 507],
  /** A file or a folder cannot be read or written. Details: `{ path, reason }`. */
  'no-access': [9, 500],
  /** A file of that name stands already. Details: `{ file }`. */
  'file-stands': [10, 409],
  /** No such file. Details: `{ file }`. */
  'file-missing': [11, 404],
  /** What is given as a key to open backups holds none. Details: `{ file }`. */
  'not-a-key': [12, 422],
  /** What is given as the key that backups are made for is none. Details: `{ recipient }`. */
  'not-a-recipient': [13, 422],
  /** The database was lost or stopped meanwhile. */
  'database-lost': [14, 503],
  /** The database was never migrated: nothing to back up. */
  'nothing-there': [15, 409],
  /** Another process is making one of this database. */
  'under-way': [16, 409],
});

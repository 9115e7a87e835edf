import { defineProblems } from '../problem/problem.ts';

/** What can go wrong between Concerto and its database; numbers 300–399. */
export const dbProblems = defineProblems('db', 300, {
  /** An applied migration's file no longer has the text it had when it was applied. */
  'migration-changed': [1, 500],
  /** A migration's file is gone, or its name is not `0001-verb-….sql`. */
  'migration-files': [2, 500],
  /** A table without `area_id` outside the schemas declared free of areas. */
  'table-without-area': [3, 500],
  /** The database's owner may not create or use the role `concerto_app`. */
  'role-missing': [4, 500],
  /** The server is older than PostgreSQL 15. */
  'server-too-old': [5, 500],
  /** A view not made `with (security_invoker = true)`: it would show every area's rows. */
  'view-past-walls': [6, 500],
  /** Another Concerto runs on this data folder. */
  'already-running': [10, 500],
  /** The data folder belongs to another system user, or cannot be written. */
  'folder-not-ours': [11, 500],
  /** The embedded server could not be made or started; the log file says more. */
  'embedded-failed': [12, 500],
  /** No account that is not root could be found or made to run the embedded server. */
  'system-user-missing': [13, 500],
  /** A closing's new database is about to take the old one's place. */
  'being-made-anew': [14, 500],
});

import type zh from './zh-CN.ts';

export default {
  'problem.db.migration-changed':
    'The migration {module}/{file} was changed after it was applied. Put the original program files back',
  'problem.db.migration-files': 'The migration files of {module} are wrong ({file}): {reason}',
  'problem.db.table-without-area': 'Table {table} belongs to no area; {file} was not applied',
  'problem.db.view-past-walls': 'View {view} would show every area; {file} was not applied',
  'problem.db.role-missing':
    'The database user may not make or use the role concerto_app. Have an administrator run: create role concerto_app nologin, and grant it to this user',
  'problem.db.server-too-old': 'The database server is too old ({version}): PostgreSQL 15 or newer is needed',
  'problem.db.being-made-anew':
    'The database in {folder} is being made anew after a closing. Try again in a minute; if no Concerto runs, start it: it goes on by itself',
  'problem.db.already-running': 'Another Concerto runs on this data folder: {folder}',
  'problem.db.folder-not-ours':
    'The data folder cannot be used: {folder} ({reason}). Choose another, or start as the user who made it',
  'problem.db.embedded-failed': 'The embedded database did not start: {reason}',
  'problem.db.system-user-missing':
    'The database cannot run as root and the system account {account} could not be made. Make it, or start as another user',
} satisfies Record<keyof typeof zh, string>;

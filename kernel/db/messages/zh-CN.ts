export default {
  'problem.db.migration-changed': '数据库升级文件 {module}/{file} 用过后又被改动。请换回原来的程序文件再启动',
  'problem.db.migration-files': '数据库升级文件不对（{module} {file}）：{reason}',
  'problem.db.table-without-area': '数据表 {table} 没有归到居民区，升级没有做（{file}）',
  'problem.db.view-past-walls': '数据视图 {view} 会看到别的居民区，升级没有做（{file}）',
  'problem.db.role-missing':
    '数据库账号不能建立或使用 concerto_app 角色。请数据库管理员执行 create role concerto_app nologin，并授权给这个账号',
  'problem.db.server-too-old': '数据库版本太低（{version}），要 PostgreSQL 15 或更新的',
  'problem.db.being-made-anew':
    '应急终止之后正在换新数据库：{folder}。请过一分钟再试；如果 Concerto 没有在运行，请启动它，它会接着做完',
  'problem.db.already-running': '这个数据文件夹已经有一个 Concerto 在运行：{folder}',
  'problem.db.folder-not-ours':
    '数据文件夹不能用：{folder}（{reason}）。请换一个文件夹，或用原来的系统账号启动',
  'problem.db.embedded-failed': '自带的数据库没有启动：{reason}',
  'problem.db.system-user-missing':
    '数据库不能用 root 运行，又建不了系统账号 {account}。请先建这个账号，或不用 root 启动',
} as const;

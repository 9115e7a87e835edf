export default {
  'problem.backup.not-a-backup': '这个文件不是 Concerto 的备份：{file}',
  'problem.backup.wrong-key':
    '这把钥匙打不开这个备份：{file}。请换做备份时的那一把；如果就是那一把，文件开头坏了，请用另一份备份',
  'problem.backup.damaged': '备份文件坏了，没有写入任何东西：{file}。它不完整，或内容被改过。请用另一份备份',
  'problem.backup.from-newer-program':
    '备份是更新的程序做的（版本 {version}，本程序不认识 {step}）。请先更新程序再恢复',
  'problem.backup.database-not-empty':
    '数据库里已经有数据（{table}），没有恢复，什么都没改。请换一个空的数据库或新的数据文件夹（CONCERTO_DATA）',
  'problem.backup.not-the-same': '写进数据库后再读出来不一样（{table}），已全部撤回。请用同版本的程序再试',
  'problem.backup.disk-full': '磁盘满了，没有做完，写了一半的已删掉：{path}。请腾出空间或换一块盘再试',
  'problem.backup.database-full': '数据库所在的磁盘满了，写入的已全部撤回。请腾出空间再试',
  'problem.backup.no-access': '文件或文件夹不能读写：{path}（{reason}）',
  'problem.backup.file-stands': '文件已经有了，没有覆盖：{file}。请换一个名字',
  'problem.backup.file-missing': '没有这个文件或文件夹：{file}',
  'problem.backup.not-a-key': '这里面没有备份钥匙（AGE-SECRET-KEY 开头的一行）：{file}',
  'problem.backup.not-a-recipient': '这不是备份钥匙公开的一半（age1 开头）：{recipient}',
  'problem.backup.database-lost': '数据库断开或停了，没有做完。请看数据库是否在运行，再试一次',
  'problem.backup.nothing-there': '数据库里还没有 Concerto 的数据，没有可备份的。请先启动一次',
  'problem.backup.under-way': '另一个备份正在做，这一个没有开始。等它做完再试',
} as const;

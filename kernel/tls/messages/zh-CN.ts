export default {
  'problem.tls.file-missing': '没有这个文件：{file}',
  'problem.tls.file-unreadable': '读不了这个文件：{file}（{reason}）。请检查它的权限',
  'problem.tls.not-a-certificate': '这个文件里没有证书：{file}。要 PEM 格式，以 BEGIN CERTIFICATE 开头',
  'problem.tls.not-a-key': '这个文件里没有私钥：{file}。要 PEM 格式，以 BEGIN PRIVATE KEY 开头',
  'problem.tls.key-locked':
    '私钥上了密码，启动时没有人来输：{file}。请另存一份不带密码的（openssl pkey -in 原文件 -out 新文件），只让本人可读',
  'problem.tls.key-does-not-fit':
    '私钥和证书不是一对：{key}、{certificate}。请检查两个文件是不是同一次申请的',
  'problem.tls.expired': '证书已在 {date} 过期：{file}。请换新证书；也请看看这台电脑的日期对不对',
  'problem.tls.not-yet-valid': '证书要到 {date} 才生效：{file}。多半是这台电脑的日期不对，请先校准',
  'problem.tls.authority-damaged':
    '本地根证书的文件坏了：{file}。请从备份恢复；没有备份就删掉它再启动，每部手机要重新信任一次',
  'problem.tls.authority-expired':
    '本地根证书已在 {date} 过期。请先看看这台电脑的日期；日期没错就删掉 {file} 再启动，每部手机要重新信任一次',
  'problem.tls.folder-unwritable': '写不了这个文件夹：{folder}（{reason}）',
} as const;

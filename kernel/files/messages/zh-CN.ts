export default {
  'photo.take': '拍照',
  'photo.again': '重拍',
  'photo.busy': '正在处理照片…',
  'photo.preview': '刚拍的照片',
  'problem.files.not-expected': '没有记录提到这张照片，先等记录同步',
  'problem.files.wrong-place': '照片传到一半断了，会自动接着传',
  'problem.files.too-large': '照片太大，最多 {limit} KB，请重拍',
  'problem.files.incomplete': '照片还没传完，会自动接着传',
  'problem.files.not-the-same': '传到的照片和拍的不一样，会重新传',
  'problem.files.not-here-yet': '照片还在拍的那台手机上，联网后自动传来',
  'problem.files.no-such-file': '没有这张照片，可能已到期删除',
  'problem.files.no-picture': '这个文件不是照片，或者打不开，请重拍',
  'problem.files.not-secure': '没有安全连接，不能拍照。请用 https 地址打开，或写备注说明',
  'command.files.receive': '收到照片',
  'setting.files.keep-photo-days': '照片保留天数',
  'setting-source.files.keep-photo-days':
    '个人信息保护法第十九条：只保存到目的实现；三个月内仍要查对现场，为现场做法',
} as const;

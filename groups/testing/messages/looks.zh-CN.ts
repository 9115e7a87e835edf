export default {
  'whom.records': '{round} 全部采样记录',
  'whom.contacts': '{round} 试管 {code} 的密接名单',
  'what.records': '导出全名、证件号码、电话',
  'what.contacts': '看全名、电话',
  'what.printed': '打印（打码）',
  'subject.looks': '给出或打印过您的检测信息',
  'subject.looks.purpose': '谁在什么时候、为什么导出或打印过。按规定至少保存三年。',
  'subject.what': '什么',
  'subject.reason': '原因',
} as const;

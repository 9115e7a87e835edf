import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.people.keep-ended-days': '迁出居民的信息保留天数',
    'setting-source.people.keep-ended-days':
      '个人信息保护法第十九条、第四十七条：只保存到目的实现；一个月内能发现登记错了，为现场做法',
    'setting.people.keep-looks-days': '看号记录保留天数',
    'setting-source.people.keep-looks-days': '个人信息保护法第五十六条：处理情况记录至少保存三年',
    'setting.people.many-looks-a-day': '一天看号多少次算多',
    'setting-source.people.many-looks-a-day':
      '现场做法：打电话通知一栋楼，要看十来个号；再多就要问一问为什么',
    'setting.people.keep-requests-days': '居民请求和答复保留天数',
    'setting-source.people.keep-requests-days': '个人信息保护法第五十条、第五十六条：怎么答复的至少保存三年',
  },
  en: {
    'setting.people.keep-ended-days': 'Days the data of residents who left are kept',
    'setting-source.people.keep-ended-days':
      'PIPL arts. 19 and 47: no longer than the purpose needs; a month in which a mistaken entry is noticed is practice',
    'setting.people.keep-looks-days': 'Days the looked-at list is kept',
    'setting-source.people.keep-looks-days':
      'PIPL art. 56: records of processing are kept for at least three years',
    'setting.people.many-looks-a-day': 'Looks at full numbers a day that are many',
    'setting-source.people.many-looks-a-day':
      'field practice: who calls a building by telephone looks at a dozen numbers; above that somebody asks why',
    'setting.people.keep-requests-days': 'Days requests of residents are kept',
    'setting-source.people.keep-requests-days':
      'PIPL arts. 50 and 56: how requests were answered is kept for at least three years',
  },
});

import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.roster.grace-minutes': '值守结束后还能收尾多久',
    'setting-source.roster.grace-minutes': '现场做法：班结束后还要装箱、移交最后一管',
    'setting.roster.early-minutes': '值守开始前多久备好资料',
    'setting-source.roster.early-minutes': '现场做法：在家有信号时先把名单下到手机上',
    'setting.roster.longest-duty-hours': '一个值守最长多久',
    'setting-source.roster.longest-duty-hours': '现场做法：班次07–12、12–18、18–23，夜班值守24小时',
  },
  en: {
    'setting.roster.grace-minutes': 'Time to finish after a duty',
    'setting-source.roster.grace-minutes':
      'field practice: the last tube is packed and handed over after the shift has ended',
    'setting.roster.early-minutes': 'Time to prepare before a duty',
    'setting-source.roster.early-minutes':
      'field practice: a phone takes the round down at home, where there is a signal',
    'setting.roster.longest-duty-hours': 'Longest duty',
    'setting-source.roster.longest-duty-hours':
      'duty shifts 07–12, 12–18, 18–23 and a night standby of 24 h: field practice',
  },
});

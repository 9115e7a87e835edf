import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.handovers.confirm-minutes': '交接记录多久没人接班算迟',
    'setting-source.handovers.confirm-minutes': '现场做法：接班的人一小时内到岗看完',
    'setting.handovers.point-late-hours': '未结事项没写期限的，多久没办完算迟',
    'setting-source.handovers.point-late-hours': '现场做法：隔一天、三个班，还没办完要有人过问',
    'setting.handovers.keep-days': '交接记录的文字保留天数',
    'setting-source.handovers.keep-days': '个人信息保护法第十九条：只保存到目的实现；两个月内仍要倒查',
  },
  en: {
    'setting.handovers.confirm-minutes': 'When a handover note nobody took over is late',
    'setting-source.handovers.confirm-minutes': 'Field practice: the next shift has read it within the hour',
    'setting.handovers.point-late-hours': 'When an open point without a time of its own is late',
    'setting-source.handovers.point-late-hours':
      'Field practice: after a day, three shifts, somebody has to ask',
    'setting.handovers.keep-days': 'Days the words of handover notes are kept',
    'setting-source.handovers.keep-days':
      'PIPL art. 19: no longer than the purpose needs; for two months things are still traced back',
  },
});

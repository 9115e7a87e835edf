import { defineText } from '#kernel/ui/text.ts';

/** What the dated settings of visits are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.gates.stay-visitor': '访客一般待多久',
    'setting-source.gates.stay-visitor': '现场做法：探访、送物两小时内离开，超时门岗提醒',
    'setting.gates.stay-worker': '施工务工人员一般待多久',
    'setting-source.gates.stay-worker': '现场做法：早进晚出，一天不超过十小时',
    'setting.gates.stay-courier': '快递外卖一般待多久',
    'setting-source.gates.stay-courier': '现场做法：送到就走，半小时内离开',
    'setting.gates.stay-service': '公务抢修一般待多久',
    'setting-source.gates.stay-service': '现场做法：半天内办完，办不完的由门岗延长',
    'setting.gates.out-longest': '居民外出多久算超时',
    'setting-source.gates.out-longest': '现场做法：2022年5月上海部分小区外出一次三到四小时，超时门岗电话联系',
    'setting.gates.help-age': '几岁以上疏散时要协助',
    'setting-source.gates.help-age': '现场做法：80岁以上高龄老人逐户敲门协助下楼',
    'setting.gates.keep-visits-days': '来访登记保留天数',
    'setting-source.gates.keep-visits-days':
      '个人信息保护法第十九条、第四十七条：只保存到目的实现；流调一般追溯两周，留一个月，为现场做法',
    'setting.gates.keep-looks-days': '查看楼里人员全名、个人进出的记录保留天数',
    'setting-source.gates.keep-looks-days': '个人信息保护法第五十六条：处理情况记录至少保存三年',
  },
  en: {
    'setting.gates.stay-visitor': 'How long a visitor usually stays',
    'setting-source.gates.stay-visitor': 'Field practice: gone within two hours, then the gate reminds them',
    'setting.gates.stay-worker': 'How long a worker usually stays',
    'setting-source.gates.stay-worker': 'Field practice: in by morning, out by evening, ten hours at most',
    'setting.gates.stay-courier': 'How long a courier usually stays',
    'setting-source.gates.stay-courier': 'Field practice: gone within half an hour',
    'setting.gates.stay-service': 'How long services and repairs usually take',
    'setting-source.gates.stay-service': 'Field practice: done in half a day, or the gate extends it',
    'setting.gates.out-longest': 'When a resident is out too long',
    'setting-source.gates.out-longest':
      'Field practice: outings of three to four hours in parts of Shanghai, May 2022; then the gate calls',
    'setting.gates.help-age': 'From which age people are helped out of a house',
    'setting-source.gates.help-age': 'Field practice: doors of people over 80 are knocked at one by one',
    'setting.gates.keep-visits-days': 'Days visits are kept',
    'setting-source.gates.keep-visits-days':
      'PIPL arts. 19 and 47: until the purpose ends; contacts are traced two weeks back, a month is field practice',
    'setting.gates.keep-looks-days':
      'Days the record of looks at those inside and at one person’s passages is kept',
    'setting-source.gates.keep-looks-days':
      'PIPL art. 56: records of processing are kept at least three years',
  },
});

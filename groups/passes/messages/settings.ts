import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.passes.shown-seconds': '手机出入证的画面多久算截图',
    'setting-source.passes.shown-seconds': '现场做法：动态码半分钟换一次，排队两分钟内出示的都认',
    'setting.passes.longest-days': '出入证一次最多开几天',
    'setting-source.passes.longest-days': '现场做法：居民证按月换，跟着名册走',
    'setting.passes.suspend-lockdown': '封控区居民的出入证暂停',
    'setting-source.passes.suspend-lockdown': '上海市三区管控：封控区足不出户',
    'setting.passes.suspend-control': '管控区居民的出入证暂停',
    'setting-source.passes.suspend-control': '上海市三区管控：管控区人不出小区',
    'setting.passes.suspend-precaution': '防范区居民的出入证暂停',
    'setting-source.passes.suspend-precaution': '上海市三区管控：防范区可以有序出入，默认不暂停',
    'setting.passes.keep-days': '出入证过期后保留几天',
    'setting-source.passes.keep-days':
      '个人信息保护法第十九条：只保存到目的实现；三个月内仍要查进出记录，为现场做法',
  },
  en: {
    'setting.passes.shown-seconds': 'When the picture of a phone pass counts as a screenshot',
    'setting-source.passes.shown-seconds':
      'Field practice: the code changes each half minute; what was on the screen within two minutes is taken',
    'setting.passes.longest-days': 'Days a pass is good for at most',
    'setting-source.passes.longest-days':
      'Field practice: residents’ passes change monthly with the register',
    'setting.passes.suspend-lockdown': 'Passes of residents rest in lockdown',
    'setting-source.passes.suspend-lockdown': 'Shanghai’s three zones: in lockdown nobody leaves home',
    'setting.passes.suspend-control': 'Passes of residents rest under control',
    'setting-source.passes.suspend-control':
      'Shanghai’s three zones: under control nobody leaves the compound',
    'setting.passes.suspend-precaution': 'Passes of residents rest under precaution',
    'setting-source.passes.suspend-precaution':
      'Shanghai’s three zones: under precaution people go out in order; not suspended by default',
    'setting.passes.keep-days': 'Days a pass is kept after it is over',
    'setting-source.passes.keep-days':
      'PIPL art. 19: kept until the purpose is met; for three months passages are still looked into (field practice)',
  },
});

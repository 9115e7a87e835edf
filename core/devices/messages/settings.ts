import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.devices.hold-hours': '负责人手机上资料最多留多久',
    'setting-source.devices.hold-hours': '现场做法：负责人和指挥部天天碰头，一天没连上的手机就当丢了',
    'setting.devices.silent-minutes': '手机多久没连上算失联',
    'setting-source.devices.silent-minutes': '现场做法：有网的手机几分钟就会来问一次，再久就是没网了',
  },
  en: {
    'setting.devices.hold-hours': 'How long leaders’ phones keep what they synced',
    'setting-source.devices.hold-hours':
      'field practice: leaders and the command post meet every day; a phone that was not online for a day is lost',
    'setting.devices.silent-minutes': 'When a phone counts as silent',
    'setting-source.devices.silent-minutes':
      'a phone with a network asks for news every few minutes; silent longer, it stands without one',
  },
});

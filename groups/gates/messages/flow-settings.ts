import { defineText } from '#kernel/ui/text.ts';

/** What the settings of queues are called, and the practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.gates.lane-seconds': '一条通道放一个人要多久',
    'setting-source.gates.lane-seconds': '现场做法：扫码、看一眼、放行约 10 秒；可按本小区实测改',
    'setting.gates.queue-percent': '通道用到几成提醒要排队',
    'setting-source.gates.queue-percent': '现场做法：用到八成，再来一拨人就排起来了',
    'setting.gates.queue-minutes': '按最近几分钟看排队',
    'setting-source.gates.queue-minutes': '现场做法：看五分钟，太短会乱跳，太长来不及加人',
    'setting.gates.silent-minutes': '门岗手机多久没同步要提醒',
    'setting-source.gates.silent-minutes': '现场做法：十分钟没同步，看板上这个门岗的人数就不准了',
  },
  en: {
    'setting.gates.lane-seconds': 'How long a lane takes for one person',
    'setting-source.gates.lane-seconds':
      'field practice: scanning, a look, letting through take about 10 s; measure it at your own gates',
    'setting.gates.queue-percent': 'How much of the lanes is used when a queue is warned of',
    'setting-source.gates.queue-percent': 'field practice: at eight tenths one more group of people queues',
    'setting.gates.queue-minutes': 'Minutes looked back for queues',
    'setting-source.gates.queue-minutes':
      'field practice: shorter and the warning flickers, longer and help comes too late',
    'setting.gates.silent-minutes': 'How long a phone at a gate may be silent',
    'setting-source.gates.silent-minutes':
      'field practice: after ten minutes without a sync the gate’s figures cannot be trusted',
  },
});

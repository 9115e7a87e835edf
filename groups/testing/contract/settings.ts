import type { SettingDefinition } from '#kernel/settings/setting.ts';

export const settings = {
  poolRatio: {
    key: 'testing.pool-ratio',
    unit: '人/管',
    defaultValue: 10,
    min: 5,
    max: 20,
    allowed: [5, 10, 20],
    source: '10合1混采技术规范：10毫升采样管、6毫升灭活型保存液；20合1技术规范2022年1月发布',
  },
  peoplePerSite: {
    key: 'testing.people-per-site',
    unit: '人/采样点',
    defaultValue: 2500,
    min: 500,
    max: 5000,
    source: '全员核酸检测组织实施指南（第三版）：每2000–3000人设一个采样点，24小时内完成一轮',
  },
  undoMinutes: {
    key: 'testing.undo-minutes',
    unit: '分钟',
    defaultValue: 10,
    min: 1,
    max: 60,
    source: '现场做法：采样员当场发现扫错，几分钟内可自己撤回，之后由组长处理',
    weak: true,
  },
  silentMinutes: {
    key: 'testing.silent-minutes',
    unit: '分钟',
    defaultValue: 5,
    min: 1,
    max: 120,
    source: '现场做法：手机联网时几秒就同步一次，几分钟没有消息就可能断网，收轮前要问到本人',
    weak: true,
  },
  keepRound: {
    key: 'testing.keep-round-days',
    unit: '天',
    defaultValue: 90,
    min: 1,
    max: 1095,
    source: '个人信息保护法第十九条、第四十七条：只保存到目的实现；三个月内仍要复核召回、查漏，为现场做法',
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;

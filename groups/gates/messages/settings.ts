import { defineText } from '#kernel/ui/text.ts';

const OUT_ZH = { 0: '足不出户，不外出', 1: '按次数外出', 2: '自由进出' } as const;
const OUT_EN = { 0: 'nobody goes out', 1: 'as often as the quota says', 2: 'freely' } as const;
const STRICT_ZH = { 0: '不管', 1: '请示组长', 2: '不放行' } as const;
const STRICT_EN = { 0: 'lets through', 1: 'asks the leader', 2: 'refuses' } as const;

/** What each value of a setting means, under its key. */
const choices = <K extends string>(words: Readonly<Record<0 | 1 | 2, string>>, ...keys: readonly K[]) =>
  Object.fromEntries(
    keys.flatMap((key) => [0, 1, 2].map((n) => [`setting-choice.gates.${key}.${n}`, words[n as 0 | 1 | 2]])),
  );

const OUTINGS = ['outing-lockdown', 'outing-control', 'outing-precaution', 'outing-normal'] as const;
const RULES = [
  'named-rule',
  'missed-rule',
  'pass-rule',
  'night-rule',
  'visit-lockdown',
  'visit-control',
  'visit-precaution',
  'visit-normal',
] as const;

/** What the module's dated settings are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    ...choices(OUT_ZH, ...OUTINGS),
    ...choices(STRICT_ZH, ...RULES),
    'setting.gates.outing-lockdown': '封控区居民外出',
    'setting-source.gates.outing-lockdown': '上海三区划分（2022年4月）：封控区区域封闭、足不出户、上门服务',
    'setting.gates.outing-control': '管控区居民外出',
    'setting-source.gates.outing-control': '上海三区划分（2022年4月）：管控区人不出小区、严禁聚集',
    'setting.gates.outing-precaution': '防范区居民外出',
    'setting-source.gates.outing-precaution': '上海中心城区（2022年5月1日起）：防范区每户一人、限次外出',
    'setting.gates.outing-normal': '正常状态居民外出',
    'setting-source.gates.outing-normal': '没有划定三区时不限制外出',
    'setting.gates.outing-times': '每户可外出几次',
    'setting-source.gates.outing-times': '上海中心城区，2022年5月1日：每户7天内2次',
    'setting.gates.outing-days': '外出次数按几天算（含当天）',
    'setting-source.gates.outing-days': '上海中心城区，2022年5月1日：每户7天内2次',
    'setting.gates.outing-people': '每户同时最多几人在外',
    'setting-source.gates.outing-people': '上海中心城区，2022年5月1日：每户一人',
    'setting.gates.named-rule': '本户有实名出入证，别的家人要外出',
    'setting-source.gates.named-rule':
      '上海中心城区，2022年5月1日：每户指定一人；给谁开了实名证就由谁外出，开户证或没开证的不限是谁；临时换人由组长定，为现场做法',
    'setting.gates.missed-rule': '应检未检的人要外出',
    'setting-source.gates.missed-rule':
      '上海，2022年4月26日：应检未检不得外出；已补检、结果未出的由组长定，为现场做法',
    'setting.gates.pass-rule': '限次外出时没带出入证',
    'setting-source.gates.pass-rule': '现场做法：居民卡、房号都能查到次数，不强求带证',
    'setting.gates.night-rule': '夜间要外出',
    'setting-source.gates.night-rule': '现场做法：限次外出时，夜里非急事先问组长',
    'setting.gates.night-from': '夜间从几点起',
    'setting-source.gates.night-from': '现场做法：23点换夜班',
    'setting.gates.night-until': '夜间到几点止',
    'setting-source.gates.night-until': '现场做法：早市前不外出',
    'setting.gates.visit-lockdown': '外来人员要进封控楼',
    'setting-source.gates.visit-lockdown': '上海三区划分（2022年4月）：封控区只进不出、由专人上门服务',
    'setting.gates.visit-control': '外来人员要进管控楼',
    'setting-source.gates.visit-control': '现场做法：维修、护理等进管控楼由组长定',
    'setting.gates.visit-precaution': '外来人员要进防范楼',
    'setting-source.gates.visit-precaution': '现场做法：登记后放行',
    'setting.gates.visit-normal': '外来人员要进正常楼',
    'setting-source.gates.visit-normal': '现场做法：登记后放行',
    'setting.gates.undo-minutes': '值岗的多久内可自己撤回',
    'setting-source.gates.undo-minutes': '现场做法：当场发现按错，几分钟内自己撤回，之后由组长处理',
    'setting.gates.keep-passages-days': '进出记录保留天数',
    'setting-source.gates.keep-passages-days':
      '个人信息保护法第十九条：只保存到目的实现；流调要往前查，两个月为现场做法',
  },
  en: {
    ...choices(OUT_EN, ...OUTINGS),
    ...choices(STRICT_EN, ...RULES),
    'setting.gates.outing-lockdown': 'Residents in lockdown go out',
    'setting-source.gates.outing-lockdown':
      'Shanghai’s three zones, April 2022: lockdown means nobody leaves home, service comes to the door',
    'setting.gates.outing-control': 'Residents under control go out',
    'setting-source.gates.outing-control':
      'Shanghai’s three zones, April 2022: under control nobody leaves the compound',
    'setting.gates.outing-precaution': 'Residents under precaution go out',
    'setting-source.gates.outing-precaution':
      'central districts of Shanghai, from 1 May 2022: one person a household, a few times',
    'setting.gates.outing-normal': 'Residents go out where nothing is declared',
    'setting-source.gates.outing-normal': 'without a declared zone nobody is kept in',
    'setting.gates.outing-times': 'Outings of a household',
    'setting-source.gates.outing-times':
      'central districts of Shanghai, 1 May 2022: twice in 7 days a household',
    'setting.gates.outing-days': 'Days in which outings are counted, today among them',
    'setting-source.gates.outing-days':
      'central districts of Shanghai, 1 May 2022: twice in 7 days a household',
    'setting.gates.outing-people': 'People of a household out at a time',
    'setting-source.gates.outing-people': 'central districts of Shanghai, 1 May 2022: one person a household',
    'setting.gates.named-rule': 'Somebody other than the household’s pass names wants out: the gate',
    'setting-source.gates.named-rule':
      'central districts of Shanghai, 1 May 2022: one named person; whoever has a pass to his or her name goes, with a pass of the household or none anybody may; who stands in is the leader’s to say, field practice',
    'setting.gates.missed-rule': 'Somebody who missed a test wants out: the gate',
    'setting-source.gates.missed-rule':
      'Shanghai, 26 April 2022: whoever missed a test stays in; tested since without a result is the leader’s to say, field practice',
    'setting.gates.pass-rule': 'Outings are limited and no pass is shown: the gate',
    'setting-source.gates.pass-rule':
      'field practice: card and room show how often the household was out, the pass may be left at home',
    'setting.gates.night-rule': 'Somebody wants out at night: the gate',
    'setting-source.gates.night-rule':
      'field practice: while outings are limited the leader is asked at night, unless it is an emergency',
    'setting.gates.night-from': 'Night begins at',
    'setting-source.gates.night-from': 'field practice: the night shift begins at 23',
    'setting.gates.night-until': 'Night ends at',
    'setting-source.gates.night-until': 'field practice: nobody needs out before the morning market',
    'setting.gates.visit-lockdown': 'Somebody from outside wants into a building in lockdown: the gate',
    'setting-source.gates.visit-lockdown':
      'Shanghai’s three zones, April 2022: lockdown is served at the door by those meant for it',
    'setting.gates.visit-control': 'Somebody from outside wants into a building under control: the gate',
    'setting-source.gates.visit-control': 'field practice: repairs and care are the leader’s to say',
    'setting.gates.visit-precaution':
      'Somebody from outside wants into a building under precaution: the gate',
    'setting-source.gates.visit-precaution': 'field practice: registered, then let in',
    'setting.gates.visit-normal': 'Somebody from outside wants into any other building: the gate',
    'setting-source.gates.visit-normal': 'field practice: registered, then let in',
    'setting.gates.undo-minutes': 'How long a volunteer may take a passage back',
    'setting-source.gates.undo-minutes':
      'field practice: a slip is noticed at once; after some minutes the leader deals with it',
    'setting.gates.keep-passages-days': 'Days passages are kept',
    'setting-source.gates.keep-passages-days':
      'PIPL art. 19: no longer than the purpose needs; two months for tracing contacts is field practice',
  },
});

import type { Language } from '#kernel/ui/language.ts';
import { defineText, translator } from '#kernel/ui/text.ts';

const zh = {
  'rule-name.emergency': '急救',
  'rule-name.pass': '出入证有问题',
  'rule-name.returning': '居民回家',
  'rule-name.unknown': '查无此人',
  'rule-name.gate-closed': '门岗已撤',
  'rule-name.lane': '走错通道',
  'rule-name.hours': '不在开放时间',
  'rule-name.visit-zone': '要去的楼有管控',
  'rule-name.visit': '来访',
  'rule-name.zone': '楼栋封控、管控',
  'rule-name.missed': '应检未检',
  'rule-name.night': '夜间外出',
  'rule-name.pass-missing': '没带出入证',
  'rule-name.not-named': '不是本户证上写的人',
  'rule-name.someone-out': '本户已有人在外',
  'rule-name.outings-used': '外出次数用完',
  'rule-name.pass-good': '出入证有效',
  'rule-name.within-outings': '在外出次数内',
  'rule-name.free': '不限外出',
  'rule-name.other': '其他规定',
} as const;

const en = {
  'rule-name.emergency': 'Emergency',
  'rule-name.pass': 'Pass not good',
  'rule-name.returning': 'Coming home',
  'rule-name.unknown': 'Nobody known',
  'rule-name.gate-closed': 'Gate given up',
  'rule-name.lane': 'Wrong lane',
  'rule-name.hours': 'Outside opening times',
  'rule-name.visit-zone': 'Building they want to is restricted',
  'rule-name.visit': 'Visit',
  'rule-name.zone': 'Building in lockdown or under control',
  'rule-name.missed': 'Missed a test',
  'rule-name.night': 'Going out at night',
  'rule-name.pass-missing': 'No pass shown',
  'rule-name.not-named': 'Not the one the pass names',
  'rule-name.someone-out': 'One of the household is out',
  'rule-name.outings-used': 'Outings used up',
  'rule-name.pass-good': 'Pass is good',
  'rule-name.within-outings': 'Within the outings',
  'rule-name.free': 'Not limited',
  'rule-name.other': 'Another rule',
} as const satisfies Record<keyof typeof zh, string>;

const ruleNames = defineText({ 'zh-CN': zh, en });

const isNamed = (key: string): key is keyof typeof zh => key in zh;

/** A rule in a few words, for lists and charts. A rule of another version is another rule. */
export function ruleName(rule: string, language: Language): string {
  const key = `rule-name.${rule}`;
  return translator(ruleNames, language)(isNamed(key) ? key : 'rule-name.other');
}

import { defineText } from '#kernel/ui/text.ts';

const zh = {
  'device.name': '工作手机',
  'device.purpose': '知道哪部手机在谁手里、签名是谁的；丢了能停用',
  'device.seen-by': '书记和指挥部看全部；组长看本组人用的手机',
  'device.until': '与所在居民区的记录同存：旧签名要一直能核对',
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  'device.name': 'Work phones',
  'device.purpose': 'Know who has which phone and whose signature it is; take a lost one out of use',
  'device.seen-by': 'The secretary and the command post see all, leaders those of their group’s people',
  'device.until': 'As long as the area’s records: an old signature must still be checked',
};

export const personalDataText = defineText({ 'zh-CN': zh, en });

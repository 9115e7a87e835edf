import { defineText } from '#kernel/ui/text.ts';

const zh = {
  'zones.name': '核酸检测组',
  'zones.joins': '“{round}”还没开始，名单会加上这里的 {count} 人',
  'zones.leaves': '“{round}”还没开始，名单会去掉这里的 {count} 人',
  'zones.doors': '“{round}”里有 {count} 人要改成上门采样，叫号安排要重新排',
  'zones.comes-down': '“{round}”里有 {count} 人可以下楼采样了，叫号安排要重新排',
  'zones.no-round': '这里还没有做过检测',
  'zones.round-open': '“{round}”还没结束',
  'zones.missed': '“{round}”还有 {count} 人应检未检',
  'zones.waiting': '“{round}”还有 {count} 管没出结果',
  'zones.held': '“{round}”还有 {count} 人等单管复核',
} as const;

/** What a change of zones means for rounds that are planned or running. */
export const zonesText = defineText({
  'zh-CN': zh,
  en: {
    'zones.name': 'Testing',
    'zones.joins': '“{round}” has not begun: its list gains {count} {count|person|people} of here',
    'zones.leaves': '“{round}” has not begun: its list loses {count} {count|person|people} of here',
    'zones.doors':
      '“{round}”: {count} {count|person|people} to be sampled at the door now; plan the call-up anew',
    'zones.comes-down': '“{round}”: {count} {count|person|people} may come down again; plan the call-up anew',
    'zones.no-round': 'Nobody here has been tested yet',
    'zones.round-open': '“{round}” has not ended',
    'zones.missed': '“{round}”: {count} {count|person|people} still missed',
    'zones.waiting': '“{round}”: {count} {count|tube|tubes} without a result',
    'zones.held': '“{round}”: {count} {count|person|people} still to be confirmed singly',
  } satisfies Record<keyof typeof zh, string>,
});

import './visit-problems.ts';
import { defineText } from '#kernel/ui/text.ts';

const zh = {
  'kind.visitor': '访客',
  'kind.worker': '施工务工',
  'kind.courier': '快递外卖',
  'kind.service': '公务抢修',
  'plate.ordinary': '普通车牌',
  'plate.new-energy': '新能源车牌',
  'plate.police': '警车',
  'plate.learner': '教练车',
  'plate.trailer': '挂车',
  'plate.emergency': '应急救援车',
  'plate.consulate': '领事馆车',
  'plate.embassy': '使馆车',
  'plate.hong-kong': '粤港两地车',
  'plate.macau': '粤澳两地车',
  'plate.aviation': '民航车',
  'plate.armed-police': '武警车',
  'plate.military': '军车',
  'late.minutes': '{count}分钟',
  'late.hours': '{hours}小时{minutes}分',
  'late.days': '{count}天',
  nobody: '不进楼',
  together: '{count}人',
} as const;
export type VisitWords = typeof zh;

/** What kinds of visits and of plates are called, on phones, desks and paper alike. */
export const visitWords = defineText({
  'zh-CN': zh,
  en: {
    'kind.visitor': 'Visitor',
    'kind.worker': 'Worker',
    'kind.courier': 'Courier',
    'kind.service': 'Service, repair',
    'plate.ordinary': 'Ordinary plate',
    'plate.new-energy': 'New-energy plate',
    'plate.police': 'Police',
    'plate.learner': 'Driving school',
    'plate.trailer': 'Trailer',
    'plate.emergency': 'Emergency rescue',
    'plate.consulate': 'Consulate',
    'plate.embassy': 'Embassy',
    'plate.hong-kong': 'Guangdong and Hong Kong',
    'plate.macau': 'Guangdong and Macau',
    'plate.aviation': 'Civil aviation',
    'plate.armed-police': 'Armed police',
    'plate.military': 'Military',
    'late.minutes': '{count} min',
    'late.hours': '{hours} h {minutes} min',
    'late.days': '{count} {count|day|days}',
    nobody: 'No building',
    together: '{count} {count|person|people}',
  } satisfies Record<keyof typeof zh, string>,
});

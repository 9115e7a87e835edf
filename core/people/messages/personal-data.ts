import { defineText } from '#kernel/ui/text.ts';

/** What the register holds of people, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'resident.name': '居民登记（姓名、住址、性别、出生日期、证件号码、电话、关系、需要照顾的情况）',
    'resident.purpose': '按人检测、按户保障，核对谁住在哪里',
    'resident.seen-by': '指挥部；当班志愿者只看打码的几项；完整号码写原因才能看',
    'resident.counted': '从迁出或注销',
    'look.name': '看号记录（谁、什么时候、为什么看了谁的完整号码）',
    'look.purpose': '防止随意查看，供书记检查',
    'look.seen-by': '书记',
    'look.counted': '从查看',
    'request.name': '居民对自己信息的请求（查看、更正）和答复',
    'request.purpose': '答复居民，证明答复过',
    'request.seen-by': '指挥部',
    'request.counted': '从答复',
  },
  en: {
    'resident.name':
      'Register (name, address, sex, birth date, identity number, telephones, relation, need of care)',
    'resident.purpose': 'Testing by person, supplies by household, knowing who lives where',
    'resident.seen-by':
      'Command post; volunteers on duty see a few masked items; a full number takes a reason',
    'resident.counted': 'after moving out or being struck off',
    'look.name': 'Looked-at list (who saw whose full number, when and why)',
    'look.purpose': 'Keeps looks to those that are needed; checked by the secretary',
    'look.seen-by': 'Secretary',
    'look.counted': 'after the look',
    'request.name': 'Requests of residents about their own data, and the answers',
    'request.purpose': 'Answering residents, and proof of it',
    'request.seen-by': 'Command post',
    'request.counted': 'after the answer',
  },
});

import { defineText } from '#kernel/ui/text.ts';

/** What passes hold of people, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'pass.name': '出入证（给了谁、哪辆车，什么时候有效，为什么作废或暂停）',
    'pass.purpose': '进出小区时核验',
    'pass.seen-by': '秩序维护组；门岗手机上姓名遮住',
    'pass.counted': '从有效期结束',
  },
  en: {
    'pass.name': 'Passes (who or which vehicle, valid when, why revoked or suspended)',
    'pass.purpose': 'Checking who comes in and goes out',
    'pass.seen-by': 'Order group; names are masked on gate phones',
    'pass.counted': 'after a pass is over',
  },
});

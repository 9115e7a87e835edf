import { defineText } from '#kernel/ui/text.ts';

/** What accounts hold of those who work here, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'member.name': '工作人员（姓名、电话、岗位）',
    'member.purpose': '登录、排班、联系',
    'member.seen-by': '组长以上看姓名和打码电话',
    'member.counted': '从离岗',
    'invitation.name': '邀请（被邀请人姓名）',
    'invitation.purpose': '请人加入',
    'invitation.seen-by': '发出邀请的组长、指挥部',
    'invitation.counted': '从邀请到期',
    'sign-in.name': '登录（电话的密文索引、PIN 的散列、登录设备和网络地址）',
    'sign-in.purpose': '认出是谁，挡住猜 PIN',
    'sign-in.seen-by': '没有人',
    'sign-in.until': '账号注销、登录到期为止',
  },
  en: {
    'member.name': 'Members (name, telephone, role)',
    'member.purpose': 'Signing in, duties, reaching them',
    'member.seen-by': 'Leaders and above: name and masked telephone',
    'member.counted': 'after leaving',
    'invitation.name': 'Invitations (name of the invited)',
    'invitation.purpose': 'Asking people to join',
    'invitation.seen-by': 'The inviting leader, the command post',
    'invitation.counted': 'after the invitation expires',
    'sign-in.name': 'Sign-in (index of the telephone, hash of the PIN, device and network address)',
    'sign-in.purpose': 'Knowing who it is, stopping guessed PINs',
    'sign-in.seen-by': 'Nobody',
    'sign-in.until': 'Until the account or the session ends',
  },
});

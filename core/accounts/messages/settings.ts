import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.accounts.longest-invitation-days': '邀请最长几天有效',
    'setting-source.accounts.longest-invitation-days':
      '现场做法：打印的邀请会放上几天，忘了的过几周不能还打得开门',
    'setting.accounts.new-pin-valid-hours': '重设密码的码几小时内有效',
    'setting-source.accounts.new-pin-valid-hours': '现场做法：组长当面给看或电话里念，本人马上设好',
    'setting.accounts.second-factor-grace-days': '指挥部成员几天内要开通动态码或通行密钥',
    'setting-source.accounts.second-factor-grace-days':
      'GB/T 22239-2019 8.1.4.1 d)：管理人员用两种办法验明身份；给一周时间开通是做法',
    'setting.accounts.keep-ended-days': '离岗人员信息保留天数',
    'setting-source.accounts.keep-ended-days':
      '个人信息保护法第十九条、第四十七条；一年内还要开具、证明服务时长，为现场做法（民政部令第67号，2021年）',
    'setting.accounts.keep-invitation-days': '过期邀请保留天数',
    'setting-source.accounts.keep-invitation-days':
      '个人信息保护法第十九条：一个月够查清邀请过谁，为现场做法',
  },
  en: {
    'setting.accounts.longest-invitation-days': 'Longest life of an invitation',
    'setting-source.accounts.longest-invitation-days':
      'field practice: a printed sheet waits some days, a forgotten one must not open the door weeks later',
    'setting.accounts.new-pin-valid-hours': 'How long a code for a new PIN is valid',
    'setting-source.accounts.new-pin-valid-hours':
      'field practice: the leader shows the code or reads it out on the phone, and the person sets the PIN at once',
    'setting.accounts.second-factor-grace-days':
      'Days within which the command post must set up an authenticator or passkey',
    'setting-source.accounts.second-factor-grace-days':
      'GB/T 22239-2019 8.1.4.1 d): two kinds of authentication for who manages; a week to set it up is practice',
    'setting.accounts.keep-ended-days': 'Days the data of those who left the work are kept',
    'setting-source.accounts.keep-ended-days':
      'PIPL arts. 19 and 47; a year in which service hours are asked for and certified is practice (Ministry of Civil Affairs order 67, 2021)',
    'setting.accounts.keep-invitation-days': 'Days expired invitations are kept',
    'setting-source.accounts.keep-invitation-days':
      'PIPL art. 19: a month is enough to see who was invited; practice',
  },
});

export default {
  title: '第一次用？照着往下做',
  done: '已完成',
  connect: '让手机连上这台电脑',
  'connect.how': '手机和电脑连同一个无线网，扫这页上的码。',
  invite: '请志愿者进来',
  'invite.how': '在“工作人员”里点“邀请志愿者”，让他用手机扫码，设好密码。',
  practise: '先练一遍',
  'practise.how': '志愿者在手机首页点“去练习”，跟着步骤采一次样。练习里的人都是编的，不算数。',
  notice: '确认告知书',
  'notice.how': '录入居民信息之前，先告诉居民为什么收、收什么、存多久。',
  import: '导入居民册',
  'import.how': '把现有的表拖进来，先预览，再写入。',
} as const;

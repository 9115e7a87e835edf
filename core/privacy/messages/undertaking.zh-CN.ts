export default {
  group: '个人信息',
  'undertaking.title': '保密承诺',
  'undertaking.lead': '开始工作前，请读一读并承诺',
  'undertaking.1': '我看到的居民信息，只用在值班要做的事上。',
  'undertaking.2': '不拍照、不截屏、不转发到群里，不告诉别人。',
  'undertaking.3': '确实要看完整号码时，写真实的原因；我知道每次都有记录。',
  'undertaking.4': '手机丢了、借出去了，马上告诉组长。',
  'undertaking.5': '值班结束后，不留下任何名单。',
  'undertaking.accept': '我承诺',
  'command.privacy.accept-undertaking': '签保密承诺',
} as const;

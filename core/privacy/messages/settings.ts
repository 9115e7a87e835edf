import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.privacy.backup-late-hours': '多久没有新备份就提醒',
    'setting-source.privacy.backup-late-hours': '现场做法：每晚自动备份一次，再留两小时',
  },
  en: {
    'setting.privacy.backup-late-hours': 'When a backup is too old',
    'setting-source.privacy.backup-late-hours':
      'Field practice: one is made each night, and two hours for it',
  },
});

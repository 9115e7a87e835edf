import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { text } from '../messages/index.ts';
import { privacyPaths } from '../paths.ts';
import { BackupAge } from './backup-age.tsx';
import { privacy } from './queries.ts';

/** What must not be overlooked: no confirmed notice, no copy of the keys; and how old the newest backup is. */
export default function Warnings() {
  const t = useText(text);
  const language = useLanguage();
  const notice = useQuery(privacy.query.notice.queryOptions());
  const keys = useQuery(privacy.query.keys.queryOptions());
  const outdated = keys.data?.outdated ?? null;
  return (
    <div className="privacy-warnings">
      {notice.data && !notice.data.confirmed ? (
        <Alert
          type="warning"
          showIcon
          title={t('warn.notice')}
          action={<GoLink to={privacyPaths.notice}>{t('warn.notice-do')}</GoLink>}
        />
      ) : null}
      {keys.data && keys.data.backup === null ? (
        <Alert
          type="warning"
          showIcon
          title={
            outdated === null
              ? t('warn.keys')
              : t('warn.keys-outdated', { when: whenText(outdated, language) })
          }
          action={<GoLink to={privacyPaths.keys}>{t('warn.keys-do')}</GoLink>}
        />
      ) : null}
      <BackupAge />
    </div>
  );
}

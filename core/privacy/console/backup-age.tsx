import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { text } from '../messages/index.ts';
import { privacy } from './queries.ts';

/** How old the newest backup is: a quiet line, and a warning when it is too old. */
export function BackupAge() {
  const t = useText(text);
  const language = useLanguage();
  const { data } = useQuery(privacy.query.backup.queryOptions());
  if (!data) return null;
  const { at, hours, late } = data;
  const when = at === null ? null : whenText(at, language);
  if (!late)
    return <p className="privacy-note">{when ? t('backup.last', { when }) : t('backup.none-yet')}</p>;
  return (
    <Alert type="warning" showIcon title={when ? t('warn.backup', { when, hours }) : t('warn.backup-none')} />
  );
}

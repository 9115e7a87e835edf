import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { privacyPaths, type queries as privacyQueries } from '#core/privacy/contract.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { moduleClient } from '#kernel/ui/query.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';

const privacy = moduleClient<typeof privacyQueries>('privacy');

/** Says before anybody is entered that residents must be told first, and where; nothing once they are. */
export function NoticeFirst() {
  const t = useText(text);
  const notice = useQuery(privacy.query.notice.queryOptions());
  if (notice.data?.confirmed !== false) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('notice-first')}
      description={t('notice-first.why')}
      action={<GoLink to={privacyPaths.notice}>{t('notice-first.do')}</GoLink>}
    />
  );
}

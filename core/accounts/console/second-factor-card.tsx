import { Alert } from 'antd';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { text } from '../messages/index.ts';
import { consolePaths } from '../paths.ts';

/** On the first page, while the grace runs: until when a second factor must be there, and where it is set up. */
export default function SecondFactorCard() {
  const t = useText(text);
  const language = useLanguage();
  const until = useSession()?.secondFactorBy ?? null;
  if (until === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('enrol.until', { until: whenText(until, language) })}
      description={
        <>
          <p>{t('enrol.why')}</p>
          <p>
            <GoLink to={consolePaths.account}>{t('enrol.where')}</GoLink>
          </p>
        </>
      }
    />
  );
}

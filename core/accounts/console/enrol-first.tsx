import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { refreshSession } from '../client/session.ts';
import { type OwnSessions, paths } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { Passkeys } from './passkeys.tsx';
import { SecondFactor } from './second-factor.tsx';

/** Instead of any page, for who of the command post has no second factor after the grace. */
export default function EnrolFirst() {
  const t = useText(text);
  const own = useQuery({ queryKey: ['own-sessions'], queryFn: () => askJson<OwnSessions>(paths.sessions) });
  const reload = async () => void (await own.refetch());
  if (own.isPending) return <LoadingFace />;
  if (own.isError) return <ErrorFace error={own.error} retry={() => void own.refetch()} />;
  const { secondFactor, passkeys, passkeyHindrance } = own.data;
  return (
    <Page title={t('enrol')} lead={t('enrol.lead')}>
      <Flex vertical gap="middle" style={{ maxWidth: 640 }}>
        <SecondFactor state={secondFactor} onChange={reload} />
        {secondFactor.isOn ? null : (
          <Passkeys passkeys={passkeys} passkeyHindrance={passkeyHindrance} onChange={reload} />
        )}
        {secondFactor.isOn || passkeys.length > 0 ? (
          <Button type="primary" size="large" onClick={() => void refreshSession()}>
            {t('enrol.go-on')}
          </Button>
        ) : null}
      </Flex>
    </Page>
  );
}

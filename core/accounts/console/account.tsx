import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Space } from 'antd';
import { useState } from 'react';
import { ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { setSession, useSession } from '#kernel/ui/session.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { askJson } from '../client/http.ts';
import { toSession } from '../client/session.ts';
import { type OwnSessions, paths, type SessionView, type WrongPinsView } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { ChangePin } from './change-pin.tsx';
import { Passkeys } from './passkeys.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SessionLine } from './session-line.tsx';

/** What a person does for the own account: see and end sessions, change the PIN, go to another area. */
export default function Account() {
  const t = useText(text);
  const own = useQuery({ queryKey: ['own-sessions'], queryFn: () => askJson<OwnSessions>(paths.sessions) });
  const reload = async () => void (await own.refetch());
  if (own.isPending) return <LoadingFace />;
  if (own.isError) return <ErrorFace error={own.error} retry={() => void own.refetch()} />;
  const { sessions, wrongPins } = own.data;
  return (
    <Page title={t('account')} lead={t('account.lead')}>
      <Flex vertical gap="middle" style={{ maxWidth: 640 }}>
        {wrongPins === null ? null : <WrongPins wrongPins={wrongPins} onTold={reload} />}
        <Sessions sessions={sessions} onEnded={reload} />
        <SecondFactor state={own.data.secondFactor} onChange={reload} />
        <Passkeys
          passkeys={own.data.passkeys}
          passkeyHindrance={own.data.passkeyHindrance}
          onChange={reload}
        />
        <ChangePin onDone={reload} />
        <Places />
      </Flex>
    </Page>
  );
}

function WrongPins({ wrongPins, onTold }: { wrongPins: WrongPinsView; onTold: () => Promise<void> }) {
  const t = useText(text);
  const language = useLanguage();
  const told = async () => {
    await askJson(paths.wrongPinsTold, {});
    await onTold();
  };
  const { count, lastAt } = wrongPins;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('account.wrong-pins', { count, when: whenText(lastAt, language) })}
      description={t('account.wrong-pins-what')}
      action={<Button onClick={() => void told()}>{t('account.wrong-pins-told')}</Button>}
    />
  );
}

function Sessions(props: { sessions: OwnSessions['sessions']; onEnded: () => Promise<void> }) {
  const { sessions, onEnded } = props;
  const t = useText(text);
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const end = async (path: string, body: object) => {
    setBusy(true);
    try {
      await askJson(path, body);
      notify('done', t('session.ended'));
    } catch (error) {
      notify('refused', say(problemOf(error)));
    }
    await onEnded();
    setBusy(false);
  };
  return (
    <Section
      title={t('account.sessions')}
      aside={
        sessions.length < 2 ? null : (
          <Button loading={busy} onClick={() => void end(paths.endOtherSessions, {})}>
            {t('session.end-others')}
          </Button>
        )
      }
    >
      <Space orientation="vertical" style={{ width: '100%' }}>
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            isThis={session.isThis}
            busy={busy}
            onEnd={() => void end(paths.endSession, { sessionId: session.id })}
          />
        ))}
      </Space>
    </Section>
  );
}

/** Somebody who works in several areas says here in which the console stands; its name is always at the top. */
function Places() {
  const t = useText(text);
  const go = useGo();
  const here = useSession()?.areaId;
  const view = useQuery({ queryKey: ['own-places'], queryFn: () => askJson<SessionView>(paths.session) });
  const places = view.data?.places ?? [];
  if (places.length < 2) return null;
  return (
    <Section title={t('account.places')}>
      <Space orientation="vertical" style={{ width: '100%' }}>
        {places.map((place) => (
          <Flex key={place.areaId} justify="space-between" align="center">
            <span>
              <strong>{place.areaName}</strong> {t(`role.${place.role}`)}
            </span>
            {place.areaId === here ? (
              <span>{t('account.places-here')}</span>
            ) : (
              <Button
                aria-label={`${t('account.places-go')}: ${place.areaName}`}
                onClick={() => {
                  setSession(toSession(place));
                  go('/', { replace: true });
                }}
              >
                {t('account.places-go')}
              </Button>
            )}
          </Flex>
        ))}
      </Space>
    </Section>
  );
}

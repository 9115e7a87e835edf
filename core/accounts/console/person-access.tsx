import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Space } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ErrorFace, ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { type FreshInvitation, makeInvitation } from '../client/invitation.ts';
import { makeNewPinOffer } from '../client/one-time-code.ts';
import { accounts } from '../client/queries.ts';
import type { PersonAtWork } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { FreshInvitations } from './fresh-invitations.tsx';
import { LinkQr } from './link-qr.tsx';
import { PersonFactor } from './person-factor.tsx';
import { SessionLine } from './session-line.tsx';

/** How a person comes in: an account for who has none, a new PIN for who forgot it, where he is signed in. */
export function PersonAccess({ person, may }: { person: PersonAtWork; may: boolean }) {
  if (!person.canSignIn) return <GiveAccount person={person} may={may} />;
  return (
    <Flex vertical gap="middle">
      <NewPin person={person} may={may} />
      <PersonFactor person={person} may={may} />
      {may ? <Sessions person={person} /> : null}
    </Flex>
  );
}

const VALID_MS = 3 * 86_400_000;

function GiveAccount({ person, may }: { person: PersonAtWork; may: boolean }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit();
  const [made, setMade] = useState<FreshInvitation>();
  const make = async () => {
    const { id: memberId, role, group, name } = person;
    const { areaId } = requireSession();
    const { origin } = window.location;
    const offer = { areaId, origin, role, group, name, memberId, now: Date.now(), validMs: VALID_MS };
    const { fresh, body } = await makeInvitation(offer);
    const answer = await submit('accounts.invite', 1, body);
    if (answer?.first === 'done') setMade(fresh);
  };
  if (made) return <FreshInvitations made={[made]} />;
  return (
    <Section title={t('person.account')}>
      <p>{t('person.account-lead')}</p>
      <ProblemAlert problems={problems} />
      <AskForCode may={may} busy={busy} onAsk={make}>
        {t('person.account-make')}
      </AskForCode>
    </Section>
  );
}

function NewPin({ person, may }: { person: PersonAtWork; may: boolean }) {
  const t = useText(text);
  const language = useLanguage();
  const { submit, busy, problems } = useSubmit(t('person.new-pin-given'));
  const [link, setLink] = useState<string>();
  const until = person.newPinUntil === null ? null : whenText(person.newPinUntil, language);
  const make = async () => {
    const { areaId } = requireSession();
    const { origin } = window.location;
    const offer = await makeNewPinOffer({ areaId, origin, memberId: person.id, now: Date.now() });
    const answer = await submit('accounts.offer-new-pin', 1, offer.body);
    if (answer?.first === 'done') setLink(offer.link);
  };
  return (
    <Section title={t('person.new-pin')}>
      {link === undefined ? (
        <>
          <p>{t('person.new-pin-lead')}</p>
          {until === null ? null : <p>{t('person.new-pin-open', { until })}</p>}
        </>
      ) : (
        <>
          <p role="status">{t('person.new-pin-scan')}</p>
          <LinkQr link={link} label={t('person.new-pin-qr')} />
          <p>{t('person.new-pin-once', { until: until ?? '—' })}</p>
        </>
      )}
      <ProblemAlert problems={problems} />
      {link === undefined ? (
        <AskForCode may={may} busy={busy} onAsk={make}>
          {t('person.new-pin-make')}
        </AskForCode>
      ) : null}
    </Section>
  );
}

/** Tokens are minted in the browser, which only does so over a secure connection. */
function AskForCode(props: { may: boolean; busy: boolean; onAsk: () => Promise<void>; children: string }) {
  const { may, busy, onAsk, children } = props;
  const t = useText(text);
  const [failed, setFailed] = useState<readonly Problem[]>([]);
  if (!window.isSecureContext) return <p role="alert">{t('invite.insecure')}</p>;
  return (
    <>
      <ProblemAlert problems={failed} />
      <Button
        loading={busy}
        disabled={!may}
        title={may ? '' : t('people.not-allowed')}
        onClick={() => void onAsk().catch((error: unknown) => setFailed([problemOf(error)]))}
      >
        {children}
      </Button>
    </>
  );
}

function Sessions({ person }: { person: PersonAtWork }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('person.sessions-ended'));
  const memberId = person.id;
  const list = useQuery(accounts.query.sessions.queryOptions({ input: { memberId } }));
  if (list.isError) return <ErrorFace error={list.error} retry={() => void list.refetch()} />;
  const sessions = list.data?.sessions ?? [];
  const end = (sessionId: string | null) => submit('accounts.end-sessions', 1, { memberId, sessionId });
  return (
    <Section title={t('person.sessions')}>
      {sessions.length === 0 ? <p>{t('person.sessions-none')}</p> : null}
      <Space orientation="vertical" style={{ width: '100%' }}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} busy={busy} onEnd={() => void end(session.id)} />
        ))}
      </Space>
      <ProblemAlert problems={problems} />
      {sessions.length > 1 ? (
        <Button danger loading={busy} onClick={() => void end(null)}>
          {t('person.sessions-end')}
        </Button>
      ) : null}
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { ErrorFace, LoadingFace, PhonePage, SideButton } from '#kernel/ui/phone/index.ts';
import { Queries } from '#kernel/ui/queries.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { type InvitationView, paths } from '../contract/http.ts';
import { phoneText } from '../messages/phone.ts';
import { phonePaths } from '../paths.ts';
import { JoinForm } from './join-form.tsx';

/** Where an invitation's QR leads. The token is in the fragment: no server log and no referrer sees it. */
export default function Join() {
  return (
    <Queries>
      <Invited />
    </Queries>
  );
}

function Invited() {
  const t = useText(phoneText);
  const [token] = useState(() => window.location.hash.slice(1));
  const [inWeChat, setInWeChat] = useState(() => /MicroMessenger/i.test(navigator.userAgent));
  const invitation = useQuery({
    queryKey: ['join', token],
    queryFn: () => askJson<InvitationView>(paths.join(token)),
    enabled: token !== '' && !inWeChat,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token === '') return <NoWay>{t('join.no-token')}</NoWay>;
  if (inWeChat) return <WeChat onGo={() => setInWeChat(false)} />;
  if (invitation.isPending) return <LoadingFace />;
  if (invitation.isError) {
    return (
      <PhonePage title={t('join')}>
        <ErrorFace error={invitation.error} retry={() => void invitation.refetch()} />
        <GoLink to={phonePaths.signIn}>{t('join.to-sign-in')}</GoLink>
      </PhonePage>
    );
  }
  return <JoinForm token={token} invitation={invitation.data} />;
}

function NoWay({ children }: { children: string }) {
  const t = useText(phoneText);
  return (
    <PhonePage title={t('join')}>
      <p role="alert">{children}</p>
      <GoLink to={phonePaths.signIn}>{t('join.to-sign-in')}</GoLink>
    </PhonePage>
  );
}

/** WeChat's own browser keeps nothing for the field: it may forget the outbox and cannot install the page. */
function WeChat({ onGo }: { onGo: () => void }) {
  const t = useText(phoneText);
  return (
    <PhonePage
      title={t('join.wechat-title')}
      actions={<SideButton onPress={onGo}>{t('join.wechat-go')}</SideButton>}
    >
      <p>{t('join.wechat-why')}</p>
      <p>
        <strong>{t('join.wechat-do')}</strong>
      </p>
    </PhonePage>
  );
}

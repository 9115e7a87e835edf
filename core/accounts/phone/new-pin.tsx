import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deviceId } from '#kernel/ui/device.ts';
import { GoLink, useGo } from '#kernel/ui/navigation.tsx';
import { ErrorFace, LoadingFace, PhonePage } from '#kernel/ui/phone/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { Queries } from '#kernel/ui/queries.tsx';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { type NewPinView, type PlaceView, paths, type SessionView } from '../contract/http.ts';
import { isWeakPin } from '../domain/pin.ts';
import { phoneText } from '../messages/phone.ts';
import { phonePaths } from '../paths.ts';
import { ChoosePlace } from './choose-place.tsx';
import { comeIn } from './come-in.ts';
import { PinTwice } from './pin-twice.tsx';

/** Where a leader's one-time code for a forgotten PIN leads. The token is in the fragment, as an invitation's is. */
export default function NewPin() {
  return (
    <Queries>
      <Offered />
    </Queries>
  );
}

function Offered() {
  const t = useText(phoneText);
  const [token] = useState(() => window.location.hash.slice(1));
  const offer = useQuery({
    queryKey: ['new-pin', token],
    queryFn: () => askJson<NewPinView>(paths.newPin(token)),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token !== '' && offer.isPending) return <LoadingFace />;
  if (offer.data) return <Choose token={token} offer={offer.data} />;
  return (
    <PhonePage title={t('new-pin')}>
      {token === '' ? (
        <p role="alert">{t('new-pin.no-token')}</p>
      ) : (
        <ErrorFace error={offer.error} retry={() => void offer.refetch()} />
      )}
      <GoLink to={phonePaths.signIn}>{t('join.to-sign-in')}</GoLink>
    </PhonePage>
  );
}

function Choose({ token, offer }: { token: string; offer: NewPinView }) {
  const t = useText(phoneText);
  const say = useProblemText();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState<{ view: SessionView; pin: string } | null>(null);

  const enter = async (view: SessionView, place: PlaceView, pin: string) => {
    // The number itself stays on the server: signing in again asks for it.
    await comeIn(view.accountId, place, { phone: '', pin });
    go('/', { replace: true });
  };
  const send = async (pin: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const view = await askJson<SessionView>(paths.newPin(token), { pin, deviceId: deviceId() });
      const [only] = view.places;
      if (only && view.places.length === 1) return await enter(view, only, pin);
      setAsked({ view, pin });
    } catch (failure) {
      setError(say(problemOf(failure)));
    }
    setBusy(false);
  };
  if (asked) {
    return <ChoosePlace view={asked.view} onChoose={(place) => void enter(asked.view, place, asked.pin)} />;
  }
  return (
    <PhonePage title={t('new-pin')}>
      <p>{t('new-pin.for', { name: offer.name, phone: offer.phoneMask ?? '' })}</p>
      <PinTwice
        busy={busy}
        error={error}
        refuse={(pin) => (isWeakPin(pin, '') ? say({ code: 'accounts.weak-pin', details: {} }) : undefined)}
        onDone={(pin) => void send(pin)}
      />
      <p>{t('new-pin.after')}</p>
    </PhonePage>
  );
}

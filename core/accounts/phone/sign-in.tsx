import { useState } from 'react';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { BigButton, PhoneInput, PhonePage, PinPad, SideButton } from '#kernel/ui/phone/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { setSession } from '#kernel/ui/session.ts';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { nextPath } from '../client/next-path.ts';
import { enter, toSession } from '../client/session.ts';
import { type PlaceView, paths, type SessionView } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { ChoosePlace } from './choose-place.tsx';
import { looksLikePhone } from './phone-number.ts';

/** Phone number first, then the PIN on big keys. */
export default function SignIn() {
  const t = useText(text);
  const say = useProblemText();
  const go = useGo();
  const { next } = useSearchWords();
  const [phone, setPhone] = useState('');
  const [step, setStep] = useState<'phone' | 'pin'>('phone');
  const [typing, setTyping] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [view, setView] = useState<SessionView | null>(null);
  const proceed = () => go(nextPath('/phone', next), { replace: true });

  const send = async (pin: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await askJson<SessionView>(paths.signIn, { phone, pin });
      if (answer.places.length > 0 && enter(answer).length === 0) return proceed();
      setView(answer);
    } catch (failure) {
      setError(say(problemOf(failure)));
    }
    setBusy(false);
  };
  const choose = (place: PlaceView) => {
    setSession(toSession(place));
    proceed();
  };

  if (view !== null) return <ChoosePlace view={view} onChoose={choose} />;
  if (step === 'phone') {
    const ready = looksLikePhone(phone);
    return (
      <PhonePage
        title={t('sign-in')}
        actions={
          <BigButton
            onPress={() => setStep('pin')}
            disabled={!ready}
            why={phone === '' ? undefined : t('join.phone-bad')}
          >
            {t('sign-in.next')}
          </BigButton>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) setStep('pin');
          }}
        >
          <PhoneInput
            label={t('sign-in.phone')}
            value={phone}
            onChange={setPhone}
            type="tel"
            inputMode="tel"
            autoComplete="username"
          />
        </form>
      </PhonePage>
    );
  }
  return (
    <PhonePage title={t('sign-in')}>
      {error === undefined ? null : (
        <p className="phone-note phone-error" role="alert">
          {error}
        </p>
      )}
      {typing ? (
        <TypedPin busy={busy} onDone={send} />
      ) : (
        <PinPad length={6} label={t('sign-in.enter-pin')} onDone={(pin) => void send(pin)} disabled={busy} />
      )}
      <SideButton onPress={() => setTyping(!typing)}>
        {typing ? t('sign-in.pad') : t('sign-in.type')}
      </SideButton>
      <SideButton onPress={() => setStep('phone')}>{t('sign-in.change-phone')}</SideButton>
      <p>{t('sign-in.forgot')}</p>
    </PhonePage>
  );
}

/** For PINs that are words or longer than six digits, as secretaries set them on the console. */
function TypedPin({ busy, onDone }: { busy: boolean; onDone: (pin: string) => Promise<void> }) {
  const t = useText(text);
  const [pin, setPin] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onDone(pin);
      }}
    >
      <PhoneInput
        label={t('sign-in.pin')}
        value={pin}
        onChange={setPin}
        type="password"
        autoComplete="current-password"
      />
      <BigButton onPress={() => void onDone(pin)} disabled={pin === ''} busy={busy}>
        {t('sign-in.go')}
      </BigButton>
    </form>
  );
}

import { useState } from 'react';
import { deviceId } from '#kernel/ui/device.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { BigButton, PhoneInput, PhonePage, PinPad, SideButton } from '#kernel/ui/phone/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { nextPath } from '../client/next-path.ts';
import { type PlaceView, paths, type SessionView } from '../contract/http.ts';
import { phoneText } from '../messages/phone.ts';
import { ChoosePlace } from './choose-place.tsx';
import { useCleared } from './cleared.ts';
import { comeIn } from './come-in.ts';
import { looksLikePhone } from './phone-number.ts';
import { TypedPin } from './typed-pin.tsx';

/** Phone number first, then the PIN on big keys. */
export default function SignIn() {
  const t = useText(phoneText);
  const say = useProblemText();
  const go = useGo();
  const { next } = useSearchWords();
  const [phone, setPhone] = useState('');
  const [step, setStep] = useState<'phone' | 'pin'>('phone');
  const [typing, setTyping] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  /** The PIN was right and a code is asked for. */
  const [codeFor, setCodeFor] = useState<string>();
  const [asked, setAsked] = useState<{ view: SessionView; pin: string } | null>(null);
  const cleared = useCleared();
  const enter = async (view: SessionView, place: PlaceView, pin: string) => {
    await comeIn(view.accountId, place, { phone, pin });
    go(nextPath('/phone', next), { replace: true });
  };

  const send = async (pin: string, code?: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const view = await askJson<SessionView>(paths.signIn, {
        phone,
        pin,
        deviceId: deviceId(),
        ...(code === undefined ? {} : { code }),
      });
      const [only] = view.places;
      if (only && view.places.length === 1) return await enter(view, only, pin);
      setAsked({ view, pin });
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.code === 'accounts.needs-code') setCodeFor(pin);
      else setError(say(problem));
    }
    setBusy(false);
  };

  if (asked !== null) {
    const { view, pin } = asked;
    return <ChoosePlace view={view} onChoose={(place) => void enter(view, place, pin)} />;
  }
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
        {cleared ? <p role="status">{t('lock.cleared')}</p> : null}
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
            autoComplete="off"
          />
        </form>
      </PhonePage>
    );
  }
  if (codeFor !== undefined) {
    return (
      <PhonePage title={t('sign-in')}>
        {error === undefined ? null : (
          <p className="phone-note phone-error" role="alert">
            {error}
          </p>
        )}
        <p>{t('sign-in.code-hint')}</p>
        <TypedPin
          label={t('sign-in.code')}
          go={t('sign-in.go')}
          busy={busy}
          onDone={(code) => send(codeFor, code)}
        />
        <SideButton onPress={() => setCodeFor(undefined)}>{t('sign-in.code-again')}</SideButton>
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
        <TypedPin label={t('sign-in.pin')} go={t('sign-in.go')} busy={busy} onDone={send} />
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

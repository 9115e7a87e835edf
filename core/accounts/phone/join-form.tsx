import { useState } from 'react';
import { deviceId } from '#kernel/ui/device.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, PhoneInput, PhonePage, PinPad } from '#kernel/ui/phone/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { askJson } from '../client/http.ts';
import { type InvitationView, paths, type SessionView } from '../contract/http.ts';
import { normalPhone } from '../domain/phone.ts';
import { isWeakPin } from '../domain/pin.ts';
import { phoneText } from '../messages/phone.ts';
import { comeIn } from './come-in.ts';
import { looksLikePhone } from './phone-number.ts';

type Step = { readonly at: 'who' } | { readonly at: 'pin' } | { readonly at: 'again'; readonly pin: string };

/** Name and phone, then a PIN set twice on big keys; coming in is one request that may safely be repeated. */
export function JoinForm({ token, invitation }: { token: string; invitation: InvitationView }) {
  const t = useText(phoneText);
  const say = useProblemText();
  const go = useGo();
  const [memberId] = useState(() => newId());
  const [name, setName] = useState(invitation.name ?? '');
  const [phone, setPhone] = useState('');
  const [step, setStep] = useState<Step>({ at: 'who' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { role, group, areaName, areaId } = invitation;

  const join = async (pin: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const view = await askJson<SessionView>(paths.join(token), {
        memberId,
        name,
        phone,
        pin,
        deviceId: deviceId(),
      });
      const place = view.places.find((p) => p.areaId === areaId);
      if (!place) throw new Error('joined without a place');
      await comeIn(view.accountId, place, { phone, pin });
      go('/', { replace: true });
    } catch (failure) {
      const problem = problemOf(failure);
      setError(problem.code === 'accounts.wrong-pin' ? t('join.pin-known') : say(problem));
      setStep({ at: 'pin' });
      setBusy(false);
    }
  };

  const choose = (pin: string) => {
    if (isWeakPin(pin, normalPhone(phone))) {
      setError(say({ code: 'accounts.weak-pin', details: {} }));
      return;
    }
    setError(undefined);
    setStep({ at: 'again', pin });
  };
  const repeat = (first: string, again: string) => {
    if (first === again) return void join(first);
    setError(t('join.pins-differ'));
    setStep({ at: 'pin' });
  };

  const title = t('join.title', { area: areaName });
  const as =
    group === null
      ? t(`role.${role}`)
      : t('join.as', { group: t(`group.${group}`), role: t(`role.${role}`) });
  const alert =
    error === undefined ? null : (
      <p className="phone-note phone-error" role="alert">
        {error}
      </p>
    );
  if (step.at === 'who') {
    const ready = name.trim() !== '' && looksLikePhone(phone);
    return (
      <PhonePage
        title={title}
        actions={
          <BigButton
            onPress={() => setStep({ at: 'pin' })}
            disabled={!ready}
            why={phone === '' || looksLikePhone(phone) ? undefined : t('join.phone-bad')}
          >
            {t('join.next')}
          </BigButton>
        }
      >
        <p>
          <strong>{as}</strong>
        </p>
        <PhoneInput label={t('join.name')} value={name} onChange={setName} autoComplete="off" />
        <PhoneInput
          label={t('join.phone')}
          hint={t('join.phone-hint')}
          value={phone}
          onChange={setPhone}
          type="tel"
          inputMode="tel"
          autoComplete="off"
        />
      </PhonePage>
    );
  }
  return (
    <PhonePage title={title}>
      {alert}
      {busy ? <p role="status">{t('join.busy')}</p> : null}
      {step.at === 'pin' ? (
        <PinPad key="pin" length={6} label={t('join.pin')} onDone={choose} disabled={busy} />
      ) : (
        <PinPad
          key="again"
          length={6}
          label={t('join.pin-again')}
          onDone={(again) => repeat(step.pin, again)}
          disabled={busy}
        />
      )}
    </PhonePage>
  );
}

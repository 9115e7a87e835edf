import { useState } from 'react';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, BottomSheet, PhonePage, PinPad, SideButton } from '#kernel/ui/phone/index.ts';
import { setSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { triesLeft } from '#kernel/vault/attempts.ts';
import type { VaultRecord } from '#kernel/vault/database.ts';
import { vaultsHere } from '#kernel/vault/here.ts';
import { lastUnlocked, unlock } from '#kernel/vault/unlocked.ts';
import { phoneText } from '../messages/phone.ts';
import { phonePaths } from '../paths.ts';
import { marksText } from './marks-text.ts';
import { type Profile, profileCell } from './profile.ts';
import { useServedWait } from './served-wait.ts';
import { makeSessionMine } from './stay-in.ts';
import { TypedPin } from './typed-pin.tsx';

interface UnlockProps {
  readonly person: VaultRecord;
  readonly waiting: number;
  readonly mayDestroy: () => Promise<boolean>;
  readonly onSpent: () => Promise<void>;
  /** The person unlocked no longer works in the area. */
  readonly onEnded: () => Promise<void>;
  readonly onSwitch: () => void;
}

/** One person's PIN, six digits on big keys without a button to confirm; it needs no network. */
export function Unlock(props: UnlockProps) {
  const { person, waiting } = props;
  const t = useText(phoneText);
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(person.attempts.tries);
  const [spent, setSpent] = useState(person.wrapped === null);
  const [forgot, setForgot] = useState(false);
  const waitMs = useServedWait(person.id, tries);

  const send = async (pin: string) => {
    setBusy(true);
    const before = lastUnlocked();
    const opening = await vaultsHere().open(person.id, pin, props.mayDestroy);
    if (opening.outcome === 'open') {
      const profile = opening.profile as Profile;
      // The page that stands belongs to the person who had the phone before.
      if (before !== null && before !== person.id) go('/', { replace: true });
      profileCell.set(profile);
      unlock(opening.vault);
      setSession(profile.session);
      if ((await makeSessionMine(profile, pin)) === 'ended') await props.onEnded();
      return setBusy(false);
    }
    if (opening.outcome === 'spent') {
      await props.onSpent();
      setSpent(true);
    }
    const now = await vaultsHere().find(person.areaId, person.memberId);
    setTries(now?.attempts.tries ?? 0);
    setBusy(false);
  };

  const name = `${person.label.name} ${marksText(t, person.label.marks)}`;
  if (spent) return <Spent name={name} waiting={waiting} onSwitch={props.onSwitch} />;
  const label = t('lock.pin', { name: person.label.name });
  const off = busy || waitMs > 0;
  return (
    <PhonePage
      title={name}
      actions={
        <div className="button-row">
          <SideButton onPress={props.onSwitch}>{t('lock.switch')}</SideButton>
          <SideButton onPress={() => setForgot(true)}>{t('lock.forgot')}</SideButton>
        </div>
      }
    >
      <Said busy={busy} tries={tries} waitMs={waitMs} />
      {person.onPad ? (
        <PinPad length={6} label={label} onDone={(pin) => void send(pin)} disabled={off} />
      ) : (
        <TypedPin label={t('lock.type')} go={t('lock.go')} busy={off} onDone={send} />
      )}
      {forgot ? (
        <BottomSheet title={t('lock.forgot')} onClose={() => setForgot(false)}>
          <p>{t('lock.forgot-do')}</p>
          <p>{waiting > 0 ? t('lock.forgot-outbox', { count: waiting }) : t('lock.forgot-none')}</p>
          <BigButton onPress={() => go(phonePaths.signIn)}>{t('lock.sign-in')}</BigButton>
          <BigButton tone="plain" onPress={() => setForgot(false)}>
            {t('lock.back')}
          </BigButton>
        </BottomSheet>
      ) : null}
    </PhonePage>
  );
}

/** Always one line, so that the keys stand still under the thumb. */
function Said({ busy, tries, waitMs }: { busy: boolean; tries: number; waitMs: number }) {
  const t = useText(phoneText);
  if (busy) return <p role="status">{t('lock.opening')}</p>;
  if (waitMs > 0) {
    return (
      <p className="phone-note phone-error" role="alert">
        {t('lock.wait', { seconds: Math.ceil(waitMs / 1000) })}
      </p>
    );
  }
  if (tries > 0) {
    return (
      <p className="phone-note phone-error" role="alert">
        {t('lock.wrong', { left: triesLeft({ tries, waitMs }) })}
      </p>
    );
  }
  return <p aria-hidden="true"> </p>;
}

function Spent({ name, waiting, onSwitch }: { name: string; waiting: number; onSwitch: () => void }) {
  const t = useText(phoneText);
  const go = useGo();
  return (
    <PhonePage
      title={name}
      actions={
        <>
          <BigButton onPress={() => go(phonePaths.signIn)}>{t('lock.sign-in')}</BigButton>
          <SideButton onPress={onSwitch}>{t('lock.switch')}</SideButton>
        </>
      }
    >
      <h2>{t('lock.spent')}</h2>
      <p>{t('lock.spent-why')}</p>
      <p>{t('lock.spent-forgot')}</p>
      {waiting > 0 ? <p>{t('lock.forgot-outbox', { count: waiting })}</p> : null}
    </PhonePage>
  );
}

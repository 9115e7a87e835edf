import { useState } from 'react';
import { PinPad } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { phoneText } from '../messages/phone.ts';

/** A PIN chosen on the big keys and typed once more. */
export function PinTwice(props: {
  busy: boolean;
  /** What went wrong with the last one. */
  error: string | undefined;
  /** Why a PIN is not taken; undefined when it is. */
  refuse: (pin: string) => string | undefined;
  onDone: (pin: string) => void;
}) {
  const t = useText(phoneText);
  const [first, setFirst] = useState<string>();
  const [own, setOwn] = useState<string>();
  const error = own ?? props.error;

  const choose = (pin: string) => {
    const refused = props.refuse(pin);
    setOwn(refused);
    if (refused === undefined) setFirst(pin);
  };
  const repeat = (again: string) => {
    setFirst(undefined);
    setOwn(first === again ? undefined : t('join.pins-differ'));
    if (first === again) props.onDone(again);
  };
  return (
    <>
      {error === undefined ? null : (
        <p className="phone-note phone-error" role="alert">
          {error}
        </p>
      )}
      {props.busy ? <p role="status">{t('join.busy')}</p> : null}
      {first === undefined ? (
        <PinPad key="pin" length={6} label={t('join.pin')} onDone={choose} disabled={props.busy} />
      ) : (
        <PinPad key="again" length={6} label={t('join.pin-again')} onDone={repeat} disabled={props.busy} />
      )}
    </>
  );
}

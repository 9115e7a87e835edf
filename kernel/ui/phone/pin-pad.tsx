import { useState } from 'react';
import { uiText } from '../messages/index.ts';
import { useText } from '../use-text.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Digits by thumb or by keyboard; the digits are never shown. `onDone` gets the PIN when it is complete. */
export function PinPad(props: {
  length: number;
  label: string;
  onDone: (pin: string) => void;
  disabled?: boolean;
}) {
  const t = useText(uiText);
  const [pin, setPin] = useState('');
  const off = props.disabled === true;

  const press = (digit: string) => {
    const next = pin + digit;
    if (next.length < props.length) return setPin(next);
    setPin('');
    props.onDone(next);
  };
  const erase = () => setPin(pin.slice(0, -1));
  const onKey = (event: React.KeyboardEvent) => {
    if (off) return;
    if (/^\d$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') erase();
  };

  return (
    <fieldset className="pin" onKeyDown={onKey} data-wedge="off" disabled={off}>
      <legend>{props.label}</legend>
      <p className="pin-dots" role="status" aria-label={t('pin.entered', { count: pin.length })}>
        {Array.from({ length: props.length }, (_, i) => i).map((place) => (
          <i key={place} className={place < pin.length ? 'pin-dot pin-dot-set' : 'pin-dot'} />
        ))}
      </p>
      <div className="pin-keys">
        {KEYS.map((digit) => (
          <button
            key={digit}
            type="button"
            aria-label={t('pin.digit', { digit })}
            onClick={() => press(digit)}
          >
            {digit}
          </button>
        ))}
        <span />
        <button type="button" aria-label={t('pin.digit', { digit: '0' })} onClick={() => press('0')}>
          0
        </button>
        <button type="button" onClick={erase} disabled={pin === ''}>
          {t('pin.delete')}
        </button>
      </div>
    </fieldset>
  );
}

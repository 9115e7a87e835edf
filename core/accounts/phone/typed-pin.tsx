import { useState } from 'react';
import { BigButton, PhoneInput } from '#kernel/ui/phone/index.ts';

/** For PINs that are words or longer than six digits, as secretaries set them on the console. */
export function TypedPin(props: {
  label: string;
  go: string;
  busy: boolean;
  onDone: (pin: string) => Promise<void>;
}) {
  const [pin, setPin] = useState('');
  const done = () => {
    setPin('');
    void props.onDone(pin);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (pin !== '' && !props.busy) done();
      }}
    >
      <PhoneInput label={props.label} value={pin} onChange={setPin} type="password" autoComplete="off" />
      <BigButton onPress={done} disabled={pin === ''} busy={props.busy}>
        {props.go}
      </BigButton>
    </form>
  );
}

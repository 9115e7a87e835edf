import { useState } from 'react';
import { formatCode } from '#core/codes/contract.ts';
import { BigButton, BottomSheet, PhoneInput } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';
import { phoneText } from '../../messages/phone.ts';
import { readDegrees } from './read-number.ts';

export interface Sealing {
  readonly sealNumber?: string;
  readonly temperature?: number;
}

/** What is written down while a box is sealed: both may stay empty, so that nobody stands before a locked form. */
export function SealSheet(props: {
  boxCode: string;
  count: number;
  sealNumber: string;
  onSealNumber: (text: string) => void;
  onSeal: (sealing: Sealing) => void;
  onClose: () => void;
}) {
  const t = useText(handoverPhoneText);
  const phone = useText(phoneText);
  const [typed, setTyped] = useState('');
  const { sealNumber } = props;
  const temperature = readDegrees(typed);
  const wrong = typed.trim() !== '' && temperature === null;
  return (
    <BottomSheet
      title={phone('pack.seal-ask', { code: formatCode(props.boxCode), count: props.count })}
      onClose={props.onClose}
    >
      <PhoneInput
        label={t('seal.number')}
        hint={t('seal.number-hint')}
        value={sealNumber}
        onChange={props.onSealNumber}
      />
      <PhoneInput
        label={t('seal.temperature')}
        hint={t('seal.temperature-hint')}
        value={typed}
        onChange={setTyped}
        inputMode="text"
        error={wrong ? t('seal.temperature-wrong') : undefined}
      />
      <BigButton
        disabled={wrong}
        onPress={() =>
          props.onSeal({
            ...(sealNumber.trim() !== '' && { sealNumber: sealNumber.trim() }),
            ...(temperature !== null && { temperature }),
          })
        }
      >
        {phone('pack.seal')}
      </BigButton>
    </BottomSheet>
  );
}

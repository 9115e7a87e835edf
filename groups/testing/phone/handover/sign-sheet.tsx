import { useState } from 'react';
import { BigButton, BottomSheet, PhoneInput } from '#kernel/ui/phone/index.ts';
import { SignaturePad } from '#kernel/ui/phone/signature-pad.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { Signer } from '../../contract.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';

/** A courier without an account signs on the giver's screen. */
export function SignSheet(props: { onSign: (signer: Signer) => void; onClose: () => void }) {
  const t = useText(handoverPhoneText);
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [plate, setPlate] = useState('');
  const [drawing, setDrawing] = useState('');
  const signer = { name: name.trim(), organisation: organisation.trim(), plate: plate.trim(), drawing };
  return (
    <BottomSheet title={t('sign.title')} onClose={props.onClose}>
      <PhoneInput label={t('sign.name')} value={name} onChange={setName} />
      <PhoneInput
        label={t('sign.organisation')}
        hint={t('sign.optional')}
        value={organisation}
        onChange={setOrganisation}
      />
      <PhoneInput label={t('sign.plate')} hint={t('sign.optional')} value={plate} onChange={setPlate} />
      <SignaturePad label={t('sign.pad')} clear={t('sign.clear')} onChange={setDrawing} />
      <BigButton
        disabled={signer.name === '' || drawing === ''}
        why={t('sign.needs')}
        onPress={() => props.onSign(signer)}
      >
        {t('sign.save')}
      </BigButton>
    </BottomSheet>
  );
}

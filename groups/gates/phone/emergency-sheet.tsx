import { lazy, Suspense, useState } from 'react';
import type { NewFile } from '#kernel/files/client/describe.ts';
import { BigButton, BottomSheet, PhoneList, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { EMERGENCIES } from '../contract/rows.ts';
import { emergencyName } from '../messages/emergency-names.ts';
import { phoneText } from '../messages/phone.ts';
import type { AtGate } from './use-gate.ts';
import { personLine } from './who.ts';

const PhotoInput = lazy(async () => ({
  default: (await import('#kernel/files/client/photo-input.tsx')).PhotoInput,
}));

/** Never blocked, with or without a network, a name, a photo: one tap on what it is opens the gate. */
export function EmergencySheet({ at, onClose }: { at: AtGate; onClose: () => void }) {
  const t = useText(phoneText);
  const language = useLanguage();
  const [photo, setPhoto] = useState<NewFile | null>(null);
  const card = at.asked?.who.card;
  return (
    <BottomSheet title={t('emergency.title')} onClose={onClose}>
      {card ? <strong>{personLine(card)}</strong> : null}
      <p>{t('emergency.lead')}</p>
      <PhoneList label={t('emergency.title')}>
        {EMERGENCIES.map((reason) => (
          <PhoneRow
            key={reason}
            title={emergencyName(reason, language)}
            onPress={() => {
              onClose();
              void at.record('emergency', { reason, photo });
            }}
          />
        ))}
      </PhoneList>
      <p>{t('emergency.photo')}</p>
      <Suspense fallback={null}>
        <PhotoInput photo={photo} onPhoto={setPhoto} />
      </Suspense>
      <BigButton tone="plain" onPress={onClose}>
        {t('do.close')}
      </BigButton>
    </BottomSheet>
  );
}

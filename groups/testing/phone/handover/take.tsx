import { useState } from 'react';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { EmptyFace, flash, PhonePage, ScanField, SyncNow } from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';
import { mark } from '../../messages/mark.ts';
import { to } from '../paths.ts';
import { type Offer, readOffer } from './read-handover.ts';
import { SignReceipt } from './sign-receipt.tsx';
import { useLedger } from './use-ledger.ts';
import './handover.css';

/** A member receives boxes: scans or types what the giver's phone shows, looks, signs. Both may be offline. */
export default function Take({ params }: ScreenProps) {
  const t = useText(handoverPhoneText);
  const { areaId, actorId } = useSyncClient();
  const at = useLedger(params);
  const { roundId = '' } = params;
  const [offer, setOffer] = useState<Offer | null>(null);

  const read = (text: string) => {
    const found = readOffer(text, { areaId, labs: [] }, at?.ledger.transfers ?? []);
    if (!found) return flash('refused', t('take.not-handover'));
    if (found.givenBy === actorId) return flash('refused', t('take.own'));
    setOffer(found);
  };

  if (at && offer)
    return <SignReceipt key={offer.code} at={at} offer={offer} onAnother={() => setOffer(null)} />;
  return (
    <PhonePage
      title={t('take')}
      mark={mark}
      back={to.boxes(roundId)}
      aside={<SyncNow />}
      actions={<ScanField label={t('take.scan')} onCode={read} />}
    >
      <EmptyFace title={t('take.scan-title')} next={t('take.scan-next')} />
    </PhonePage>
  );
}

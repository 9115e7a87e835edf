import { useState } from 'react';
import { handoverCode } from '#core/codes/contract.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { secureRandom } from '#kernel/time-id/uuid.ts';
import {
  BigButton,
  EmptyFace,
  PhoneChoice,
  PhonePage,
  SyncNow,
  useDispatch,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { DESTINATIONS, type Destination, type Signer } from '../../contract.ts';
import type { LedgerBox } from '../../domain/transport/ledger.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';
import { mark } from '../../messages/mark.ts';
import { to } from '../paths.ts';
import { BoxPicker } from './box-picker.tsx';
import { ShowCode } from './show-code.tsx';
import { SignSheet } from './sign-sheet.tsx';
import { useLedger } from './use-ledger.ts';
import './handover.css';

/** Sealed boxes leave this hand: the other side signs on a phone of its own, or with a finger on this one. */
export default function Give({ params }: ScreenProps) {
  const t = useText(handoverPhoneText);
  const { areaId } = useSyncClient();
  const dispatch = useDispatch();
  const at = useLedger(params);
  const { roundId = '' } = params;
  const [destination, setDestination] = useState<Destination>('courier');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [signing, setSigning] = useState(false);
  const [code, setCode] = useState<string | null>(null);

  const free = (at?.ledger.boxes ?? []).filter((box) => mayLeave(box, destination));
  const picked = free.filter((box) => chosen.includes(box.code));
  const boxes = picked.map((box) => ({ code: box.code, tubes: box.content.tubes }));
  const tubes = boxes.reduce((sum, box) => sum + box.tubes, 0);

  const give = async (signer: Signer | null) => {
    setSigning(false);
    const made = handoverCode(areaId, { boxes: boxes.length, things: tubes }, secureRandom(5));
    const receiver = signer === null ? {} : { receiver: { sideId: newId(), signer } };
    const body = { roundId, sideId: newId(), code: made, destination, boxes, ...receiver };
    if ((await dispatch('testing.give-boxes', body)) !== 'refused') setCode(made);
  };

  const shown = at && code !== null ? at.ledger.transfers.find(({ id }) => id === code) : undefined;
  if (at && shown) {
    const another = () => {
      setCode(null);
      setChosen([]);
    };
    return <ShowCode at={at} transfer={shown} onAnother={another} />;
  }
  const none = picked.length === 0;
  return (
    <PhonePage
      title={t('give')}
      mark={mark}
      back={to.boxes(roundId)}
      aside={<SyncNow />}
      actions={
        <>
          <BigButton
            onPress={() => void give(null)}
            disabled={none}
            why={free.length === 0 ? undefined : t('give.choose-first')}
          >
            {t('give.by-phone')}
          </BigButton>
          <BigButton tone="plain" onPress={() => setSigning(true)} disabled={none}>
            {t('give.by-finger')}
          </BigButton>
        </>
      }
    >
      <PhoneChoice
        label={t('give.to')}
        value={destination}
        options={DESTINATIONS.map((value) => ({ value, label: t(`give.${value}`) }))}
        onChange={(value) => {
          setDestination(value);
          setChosen([]);
        }}
      />
      {free.length === 0 ? (
        <EmptyFace title={t('give.none')} next={t('give.none-next')} />
      ) : (
        <BoxPicker boxes={free} chosen={chosen} onChange={setChosen} />
      )}
      {none ? null : <p className="handover-sum">{t('give.sum', { boxes: boxes.length, tubes })}</p>}
      {signing ? (
        <SignSheet onSign={(signer) => void give(signer)} onClose={() => setSigning(false)} />
      ) : null}
    </PhonePage>
  );
}

/** To a courier from here; to the laboratory from here or from the road. Not while another hand-over of it waits. */
function mayLeave({ box, holder, custody }: LedgerBox, destination: Destination): boolean {
  if (box?.sealedAt == null || custody.waiting.length > 0) return false;
  return destination === 'courier' ? holder === 'area' : holder !== 'laboratory';
}

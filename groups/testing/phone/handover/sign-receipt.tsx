import { useState } from 'react';
import { formatCode } from '#core/codes/contract.ts';
import { standing } from '#kernel/custody/transfer.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { BigButton, PhoneInput, PhonePage, StateFace, SyncNow, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';
import { mark } from '../../messages/mark.ts';
import { clock } from '../clock.ts';
import { to } from '../paths.ts';
import { useBoxWords } from './box-words.ts';
import type { Offer } from './read-handover.ts';
import { readCount } from './read-number.ts';
import type { RoundLedger } from './use-ledger.ts';

/** What is received, and the button that signs it. The numbers are the receiver's own: what differs is named. */
export function SignReceipt(props: { at: RoundLedger; offer: Offer; onAnother: () => void }) {
  const t = useText(handoverPhoneText);
  const words = useBoxWords();
  const dispatch = useDispatch();
  const { actorId } = useSyncClient();
  const { at, offer, onAnother } = props;
  const [typedBoxes, setTypedBoxes] = useState(String(offer.boxCount));
  const [typedTubes, setTypedTubes] = useState(String(offer.tubeCount));
  const roundId = at.round.round.id;
  const transfer = at.ledger.transfers.find(({ id }) => id === offer.code);
  const stands = transfer ? standing(transfer) : null;
  const mine = transfer?.sides.some(({ side, row }) => side === 'received' && row.by === actorId) ?? false;
  const boxCount = readCount(typedBoxes);
  const tubeCount = readCount(typedTubes);

  const sign = async () => {
    if (boxCount === null || tubeCount === null) return;
    const asOffered = boxCount === offer.boxCount && tubeCount === offer.tubeCount;
    const destination = stands?.given?.row.destination ?? 'courier';
    const said = { boxes: asOffered ? offer.boxes : [], boxCount, tubeCount };
    await dispatch('testing.take-boxes', {
      ...{ roundId, sideId: newId(), code: offer.code, destination },
      ...said,
    });
  };

  const done = stands?.state === 'confirmed';
  return (
    <PhonePage
      title={t('take')}
      mark={mark}
      back={to.boxes(roundId)}
      aside={<SyncNow />}
      actions={
        mine ? (
          <BigButton tone="plain" onPress={onAnother}>
            {t('take.again')}
          </BigButton>
        ) : (
          <BigButton onPress={() => void sign()} disabled={boxCount === null || tubeCount === null}>
            {t('take.sign')}
          </BigButton>
        )
      }
    >
      {mine ? (
        <p className="handover-state" role="status">
          <StateFace face={done ? 'done' : 'pending'} word={t(done ? 'give.done' : 'take.signed')} />
          {done ? null : <span>{t('take.waiting')}</span>}
        </p>
      ) : null}
      <p className="handover-digits">{formatCode(offer.code)}</p>
      <p className="handover-sum">{t('give.sum', { boxes: offer.boxCount, tubes: offer.tubeCount })}</p>
      <p>{offer.givenAt === null ? t('take.typed') : t('take.given-at', { time: clock(offer.givenAt) })}</p>
      <ul className="handover-list">
        {offer.boxes.map((box) => (
          <li key={box.code}>
            {words.name(box.code)} · {t('box.tubes', { count: box.tubes })}
          </li>
        ))}
      </ul>
      {mine ? null : (
        <div className="handover-numbers">
          <PhoneInput
            label={t('take.boxes')}
            value={typedBoxes}
            onChange={setTypedBoxes}
            inputMode="numeric"
            error={boxCount === null ? t('take.wrong') : undefined}
          />
          <PhoneInput
            label={t('take.tubes')}
            value={typedTubes}
            onChange={setTypedTubes}
            inputMode="numeric"
            error={tubeCount === null ? t('take.wrong') : undefined}
          />
        </div>
      )}
    </PhonePage>
  );
}

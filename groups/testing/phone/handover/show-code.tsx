import { formatCode, handoverQr } from '#core/codes/contract.ts';
import { standing } from '#kernel/custody/transfer.ts';
import { BigButton, PhonePage, StateFace, SyncNow } from '#kernel/ui/phone/index.ts';
import { QrPicture } from '#kernel/ui/phone/qr-picture.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { BoxTransfer } from '../../domain/transport/transfers.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';
import { mark } from '../../messages/mark.ts';
import { clock } from '../clock.ts';
import { to } from '../paths.ts';
import { useBoxWords } from './box-words.ts';
import type { RoundLedger } from './use-ledger.ts';

/** What the other side scans or types; done only when both have signed and this phone knows it. */
export function ShowCode(props: { at: RoundLedger; transfer: BoxTransfer; onAnother: () => void }) {
  const t = useText(handoverPhoneText);
  const words = useBoxWords();
  const { at, transfer, onAnother } = props;
  const { given, state } = standing(transfer);
  if (!given) return null;
  const { boxes, boxCount, tubeCount, code } = given.row;
  const done = state === 'confirmed';
  const pending = at.ledger.boxes.some(
    (box) => boxes.some(({ code: c }) => c === box.code) && at.isPending(box),
  );
  const sum = t('give.sum', { boxes: boxCount, tubes: tubeCount });
  return (
    <PhonePage
      title={t('give')}
      mark={mark}
      back={to.boxes(at.round.round.id)}
      aside={<SyncNow />}
      actions={
        <BigButton tone={done ? 'main' : 'plain'} onPress={onAnother}>
          {t('give.another')}
        </BigButton>
      }
    >
      <p className="handover-state" role="status">
        <StateFace
          face={done && !pending ? 'done' : 'pending'}
          word={t(done ? 'give.done' : 'give.waiting')}
        />
        <strong>{sum}</strong>
        <span>{clock(given.at)}</span>
      </p>
      {done ? null : (
        <figure className="handover-code">
          <figcaption>{t('give.show')}</figcaption>
          <QrPicture text={handoverQr({ code, at: given.at, boxes })} label={t('give.show')} />
          <p>{t('give.type')}</p>
          <p className="handover-digits">{formatCode(code)}</p>
        </figure>
      )}
      <ul className="handover-list">
        {boxes.map((box) => (
          <li key={box.code}>
            {words.name(box.code)} · {t('box.tubes', { count: box.tubes })}
          </li>
        ))}
      </ul>
    </PhonePage>
  );
}

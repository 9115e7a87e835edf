import { useState } from 'react';
import { standing } from '#kernel/custody/transfer.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import {
  BigButton,
  EmptyFace,
  PhoneList,
  PhonePage,
  PhoneRow,
  StateFace,
  SyncNow,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { LedgerBox } from '../../domain/transport/ledger.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';
import { mark } from '../../messages/mark.ts';
import { to } from '../paths.ts';
import { useBoxWords } from './box-words.ts';
import { CountSheet } from './count-sheet.tsx';
import { type RoundLedger, useLedger } from './use-ledger.ts';
import './handover.css';

/** Every box of the round: what is written on it, who has counted it, where it is, and how long it may still take. */
export default function Boxes({ params }: ScreenProps) {
  const t = useText(handoverPhoneText);
  const go = useGo();
  const at = useLedger(params);
  const { roundId = '' } = params;
  return (
    <PhonePage
      title={t('boxes')}
      mark={mark}
      back={to.rounds()}
      aside={<SyncNow />}
      actions={
        <>
          <BigButton onPress={() => go(to.giveBoxes(roundId))}>{t('boxes.give')}</BigButton>
          <BigButton tone="plain" onPress={() => go(to.takeBoxes(roundId))}>
            {t('boxes.take')}
          </BigButton>
        </>
      }
    >
      {at === null || at.ledger.boxes.length === 0 ? (
        <EmptyFace title={t('boxes.empty')} next={t('boxes.empty-next')} />
      ) : (
        <BoxList at={at} />
      )}
    </PhonePage>
  );
}

function BoxList({ at }: { at: RoundLedger }) {
  const t = useText(handoverPhoneText);
  const words = useBoxWords();
  const { actorId } = useSyncClient();
  const [counting, setCounting] = useState<LedgerBox | null>(null);
  /** Whoever has not counted yet counts without the scanned number before his or her eyes. */
  const showsTubes = ({ counted, holder }: LedgerBox) =>
    holder !== 'area' || counted.counts.some(({ by }) => by === actorId);
  return (
    <>
      <PhoneList label={t('boxes')}>
        {at.ledger.boxes.map((box) => (
          <PhoneRow
            key={box.code}
            title={words.name(box.code)}
            detail={words.detail(box, showsTubes(box))}
            aside={<BoxState box={box} at={at} />}
            onPress={() => setCounting(box)}
          />
        ))}
      </PhoneList>
      {counting ? (
        <CountSheet
          roundId={at.round.round.id}
          box={counting}
          name={words.name(counting.code)}
          onClose={() => setCounting(null)}
        />
      ) : null}
    </>
  );
}

/** One word for where it stands; the worst first. */
function BoxState({ box, at }: { box: LedgerBox; at: RoundLedger }) {
  const t = useText(handoverPhoneText);
  const words = useBoxWords();
  const [waits] = box.custody.waiting;
  const transfer = at.ledger.transfers.find(({ id }) => id === waits);
  const clock = words.clock(box.clock, at.now);
  return (
    <span className="box-state">
      {transfer ? (
        <StateFace
          face="pending"
          word={t(standing(transfer).state === 'waiting-for-giver' ? 'waiting.giver' : 'waiting.receiver')}
        />
      ) : (
        <HolderWord pending={at.isPending(box)} word={t(`holder.${box.holder}`)} />
      )}
      {clock.word === '' ? null : clock.face === null ? (
        <span>{clock.word}</span>
      ) : (
        <StateFace
          face={clock.face === 'done' && at.isPending(box) ? 'pending' : clock.face}
          word={clock.word}
        />
      )}
    </span>
  );
}

/** What only this phone says yet looks like it. */
function HolderWord({ pending, word }: { pending: boolean; word: string }) {
  return pending ? <StateFace face="pending" word={word} /> : <span>{word}</span>;
}

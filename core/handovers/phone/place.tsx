import { useState } from 'react';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import {
  BigButton,
  ButtonRow,
  EmptyFace,
  PhoneList,
  PhonePage,
  PhoneRow,
  SideButton,
  StateFace,
  SyncNow,
  ToneBadge,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { handoversMark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { wordsText } from '../messages/words.ts';
import { toPhone } from '../paths.ts';
import { AddSheet } from './add-sheet.tsx';
import { NotePart } from './note-part.tsx';
import type { PlaceHere, PointHere } from './places-here.ts';
import { PointSheet } from './point-sheet.tsx';
import { usePlace } from './use-places.ts';
import { useWords } from './use-words.ts';
import './handovers.css';

/** One place: what waits for me, what is open, what was before. */
export default function PlaceScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const here = usePlace(params);
  if (here) return <PlaceAt here={here} />;
  return (
    <PhonePage title={t('title')} mark={handoversMark} back={toPhone.places()}>
      <EmptyFace title={t('places.empty')} next={t('places.empty-next')} />
    </PhonePage>
  );
}

function PlaceAt({ here }: { here: PlaceHere }) {
  const t = useText(phoneText);
  const { where } = useWords();
  const go = useGo();
  const { actorId } = useSyncClient();
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const { group, place, notes, points } = here;
  const [latest, ...before] = notes;
  const waits = latest !== undefined && latest.takenOver === null;
  const earlier = waits ? before : notes;
  const open = points.filter((one) => one.open);
  const done = points.filter((one) => !one.open);
  const shown = points.find(({ point }) => point.id === openId);
  return (
    <PhonePage
      title={where(place)}
      mark={handoversMark}
      back="/"
      aside={<SyncNow />}
      actions={
        <>
          <BigButton
            tone={waits && latest.note.by !== actorId ? 'plain' : 'main'}
            onPress={() => go(toPhone.write(group, place))}
          >
            {t('write')}
          </BigButton>
          <ButtonRow>
            <SideButton onPress={() => setAdding(true)}>{t('add')}</SideButton>
          </ButtonRow>
        </>
      }
    >
      {waits ? <NotePart here={latest} waiting /> : null}
      <Points title={t('open')} points={open} empty={t('open.none')} onPress={setOpenId} />
      {done.length > 0 ? <Points title={t('done.title')} points={done} onPress={setOpenId} /> : null}
      {earlier.length > 0 ? (
        <section>
          <h2>{t('earlier')}</h2>
          {earlier.map((one) => (
            <NotePart key={one.note.id} here={one} />
          ))}
        </section>
      ) : null}
      {shown ? <PointSheet key={shown.point.id} here={shown} onClose={() => setOpenId(null)} /> : null}
      {adding ? <AddSheet group={group} place={place} onClose={() => setAdding(false)} /> : null}
    </PhonePage>
  );
}

function Points(props: {
  title: string;
  points: readonly PointHere[];
  empty?: string;
  onPress: (id: string) => void;
}) {
  const t = useText(phoneText);
  const words = useText(wordsText);
  const language = useLanguage();
  const { who } = useWords();
  const { title, points, empty } = props;
  return (
    <section>
      <h2>{title}</h2>
      {points.length === 0 && empty !== undefined ? <p>{empty}</p> : null}
      {points.length === 0 ? null : (
        <PhoneList label={title}>
          {points.map((here) => {
            const { id, text, at, dueAt } = here.point;
            const since = t('open.since', { when: whenText(at, language), who: who(here.point) });
            const due = dueAt === null ? '' : ` · ${t('open.due', { when: whenText(dueAt, language) })}`;
            return (
              <PhoneRow
                key={id}
                title={text ?? words('no-words')}
                detail={since + due}
                aside={<PointFace here={here} />}
                onPress={() => props.onPress(id)}
              />
            );
          })}
        </PhoneList>
      )}
    </section>
  );
}

/** What is not confirmed never looks done. */
function PointFace({ here: { open, late, pending } }: { here: PointHere }) {
  const t = useText(phoneText);
  if (late) return <StateFace face="late" word={t('open.late')} />;
  const word = open ? t('open.state') : t('done.state');
  if (pending) return <StateFace face="pending" word={word} />;
  return open ? <ToneBadge tone="orange" word={word} /> : <StateFace face="done" word={word} />;
}

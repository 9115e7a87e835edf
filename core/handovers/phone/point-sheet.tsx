import { useState } from 'react';
import { BigButton, BottomSheet, PhoneInput } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { phoneText } from '../messages/phone.ts';
import { wordsText } from '../messages/words.ts';
import type { PointHere } from './places-here.ts';
import { useNoteIt } from './use-note-it.ts';
import { useWords } from './use-words.ts';

/** One point: done, or opened again; what was said before stays. */
export function PointSheet({ here, onClose }: { here: PointHere; onClose: () => void }) {
  const t = useText(phoneText);
  const words = useText(wordsText);
  const language = useLanguage();
  const { who } = useWords();
  const noteIt = useNoteIt();
  const [note, setNote] = useState('');
  const { point, open, deeds } = here;
  const mark = async (what: 'done' | 'reopened') => {
    const body = { deedId: newId(), pointId: point.id, what, note: note.trim() };
    if (await noteIt('handovers.mark-point', body, t(`deed.${what}`))) onClose();
  };
  return (
    <BottomSheet title={point.text ?? words('no-words')} onClose={onClose}>
      <PhoneInput label={t('point.note')} value={note} onChange={setNote} />
      {open ? (
        <BigButton onPress={() => void mark('done')}>{t('point.close')}</BigButton>
      ) : (
        <BigButton tone="plain" onPress={() => void mark('reopened')}>
          {t('point.reopen')}
        </BigButton>
      )}
      <section>
        <h3>{t('point.history')}</h3>
        <ol>
          <li>
            {whenText(point.at, language)} · {who(point)} · {t('point.left')}
          </li>
          {deeds.map((deed) => (
            <li key={deed.id}>
              {whenText(deed.at, language)} · {who(deed)} · {t(`deed.${deed.what}`)}
              {deed.note === '' ? '' : ` · ${deed.note ?? words('no-words')}`}
            </li>
          ))}
        </ol>
      </section>
    </BottomSheet>
  );
}

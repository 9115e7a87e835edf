import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { BigButton, StateFace } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { phoneText } from '../messages/phone.ts';
import { wordsText } from '../messages/words.ts';
import type { NoteHere } from './places-here.ts';
import { useNoteIt } from './use-note-it.ts';
import { useWords } from './use-words.ts';
import './handovers.css';

/** One note: who, when, what; the one that waits carries the button that takes it over. */
export function NotePart({ here, waiting = false }: { here: NoteHere; waiting?: boolean }) {
  const t = useText(phoneText);
  const words = useText(wordsText);
  const language = useLanguage();
  const { actorId } = useSyncClient();
  const { who } = useWords();
  const noteIt = useNoteIt();
  const { note, takenOver, late, pending } = here;
  const forMe = waiting && note.by !== actorId;
  const takeOver = () =>
    noteIt('handovers.confirm-note', { readingId: newId(), noteId: note.id }, t('note.read-done'));
  return (
    <article className={waiting ? 'handover-note handover-waiting' : 'handover-note'}>
      {waiting ? (
        <p>
          <StateFace
            face={late ? 'late' : 'pending'}
            word={late ? t('waiting.late') : forMe ? t('waiting') : t('waiting.own')}
          />
        </p>
      ) : null}
      <p className="handover-by">{t('note.by', { who: who(note), when: whenText(note.at, language) })}</p>
      {note.chips.length > 0 ? (
        <p>
          <strong>{note.chips.map((chip) => words(`chip.${chip}`)).join(words('between'))}</strong>
        </p>
      ) : null}
      {note.text === '' ? null : <p>{note.text ?? words('no-words')}</p>}
      {takenOver ? (
        <p>
          <StateFace
            face={pending ? 'pending' : 'done'}
            word={t('note.taken', { who: who(takenOver), when: whenText(takenOver.at, language) })}
          />
        </p>
      ) : pending ? (
        <p>
          <StateFace face="pending" word={t('note.pending')} />
        </p>
      ) : null}
      {forMe ? <BigButton onPress={() => void takeOver()}>{t('note.read')}</BigButton> : null}
    </article>
  );
}

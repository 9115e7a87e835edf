import { useId, useState } from 'react';
import { GROUPS } from '#core/accounts/contract.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, ButtonRow, PhoneInput, PhonePage, SideButton } from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { CHIPS, type Chip } from '../contract/rows.ts';
import { handoversMark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { wordsText } from '../messages/words.ts';
import { placeIn, toPhone } from '../paths.ts';
import { useNoteIt } from './use-note-it.ts';
import { useWords } from './use-words.ts';
import './handovers.css';

/** What this shift leaves to the next: presses first, words where they are needed, what is not finished. */
export default function WriteScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const words = useText(wordsText);
  const go = useGo();
  const noteIt = useNoteIt();
  const textId = useId();
  const { where } = useWords();
  const place = placeIn(params);
  const group = GROUPS.find((one) => one === params.group) ?? 'order';
  const [chips, setChips] = useState<readonly Chip[]>([]);
  const [text, setText] = useState('');
  const [points, setPoints] = useState<readonly { id: string; text: string }[]>([{ id: newId(), text: '' }]);
  const left = points.filter((one) => one.text.trim() !== '');
  const nothing = chips.length === 0 && text.trim() === '' && left.length === 0;
  const toggle = (chip: Chip) =>
    setChips(chips.includes(chip) ? chips.filter((one) => one !== chip) : [...chips, chip]);
  const save = async () => {
    const body = {
      noteId: newId(),
      group,
      place,
      chips,
      text: text.trim(),
      points: left.map((one) => ({ pointId: one.id, text: one.text.trim(), dueAt: null })),
    };
    if (await noteIt('handovers.write-note', body, t('write.saved')))
      go(toPhone.place(group, place), { replace: true });
  };
  return (
    <PhonePage
      title={t('write.title', { place: where(place) })}
      mark={handoversMark}
      back={toPhone.place(group, place)}
      actions={
        <BigButton disabled={nothing} why={t('write.nothing')} onPress={() => void save()}>
          {t('write.save')}
        </BigButton>
      }
    >
      <fieldset className="handover-chips">
        <legend>{t('write.chips')}</legend>
        {CHIPS.map((chip) => (
          <button
            key={chip}
            type="button"
            className="handover-chip"
            aria-pressed={chips.includes(chip)}
            onClick={() => toggle(chip)}
          >
            {words(`chip.${chip}`)}
          </button>
        ))}
      </fieldset>
      <div className="handover-text">
        <label htmlFor={textId}>{t('write.text')}</label>
        <textarea
          id={textId}
          rows={3}
          maxLength={1000}
          value={text}
          aria-describedby={`${textId}-hint`}
          onChange={({ target }) => setText(target.value)}
        />
        <p id={`${textId}-hint`} className="phone-note">
          {t('write.text-hint')}
        </p>
      </div>
      <section className="handover-points">
        <h2>{t('write.points')}</h2>
        {points.map((one, n) => (
          <PhoneInput
            key={one.id}
            label={t('write.point', { number: n + 1 })}
            value={one.text}
            onChange={(next) =>
              setPoints(points.map((other) => (other.id === one.id ? { ...other, text: next } : other)))
            }
          />
        ))}
        <ButtonRow>
          <SideButton
            disabled={points.length >= 20}
            onPress={() => setPoints([...points, { id: newId(), text: '' }])}
          >
            {t('write.more')}
          </SideButton>
        </ButtonRow>
      </section>
    </PhonePage>
  );
}

import { useState } from 'react';
import { BottomSheet, PhoneInput, PhoneList, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { samplingText } from '../messages/sampling.ts';

/** Why: one tap on a reason is the answer; a word more may be written before. */
export function ReasonSheet<R extends string>(props: {
  title: string;
  reasons: readonly R[];
  wordOf: (reason: R) => string;
  onReason: (reason: R, note: string) => void;
  onClose: () => void;
}) {
  const t = useText(samplingText);
  const [note, setNote] = useState('');
  return (
    <BottomSheet title={props.title} onClose={props.onClose}>
      <PhoneList label={props.title}>
        {props.reasons.map((reason) => (
          <PhoneRow
            key={reason}
            title={props.wordOf(reason)}
            onPress={() => props.onReason(reason, note.trim().slice(0, 200))}
          />
        ))}
      </PhoneList>
      <div data-wedge="off">
        <PhoneInput label={t('person.note')} value={note} onChange={setNote} />
      </div>
    </BottomSheet>
  );
}

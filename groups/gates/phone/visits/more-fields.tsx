import { useState } from 'react';
import { formatPlate } from '#core/codes/contract.ts';
import { BigButton, BottomSheet, PhoneInput } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { MOST_TOGETHER } from '../../contract/visit-rows.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import type { VisitDraft } from './draft.ts';
import { PlatePad } from './plate-pad.tsx';

type Change = (changes: Partial<VisitDraft>) => void;

/** What may be asked and never has to be: folded away, so that three taps are enough. */
export function MoreFields(props: { draft: VisitDraft; onChange: Change; plates: readonly string[] }) {
  const { draft, onChange, plates } = props;
  const t = useText(visitsText);
  const [typing, setTyping] = useState(false);
  const digits = (text: string, most: number) => text.replace(/\D/g, '').slice(0, most);
  return (
    <details className="visit-more" data-wedge="off">
      <summary>{t('more')}</summary>
      <div className="visit-more-fields">
        {draft.to !== null && draft.to !== 'nobody' ? (
          <PhoneInput
            label={t('room')}
            value={draft.room}
            inputMode="numeric"
            onChange={(room) => onChange({ room: room.slice(0, 20) })}
          />
        ) : null}
        <People count={draft.people} onChange={(people) => onChange({ people })} />
        <button type="button" className="side-button" onClick={() => setTyping(true)}>
          {draft.plate === '' ? t('plate.add') : formatPlate(draft.plate)}
        </button>
        <PhoneInput
          label={t('name')}
          value={draft.name}
          onChange={(name) => onChange({ name: name.slice(0, 40) })}
        />
        <PhoneInput
          label={t('phone-tail')}
          value={draft.phoneTail}
          inputMode="numeric"
          error={/^\d{1,3}$/.test(draft.phoneTail) ? t('phone-tail.wrong') : undefined}
          onChange={(text) => onChange({ phoneTail: digits(text, 4) })}
        />
      </div>
      {typing ? (
        <BottomSheet title={t('plate.add')} onClose={() => setTyping(false)}>
          <PlatePad
            value={draft.plate}
            known={plates}
            onChange={(plate) => onChange({ plate })}
            onKnown={(plate) => onChange({ plate })}
          />
          <BigButton onPress={() => setTyping(false)}>{t('plate.use')}</BigButton>
        </BottomSheet>
      ) : null}
    </details>
  );
}

function People({ count, onChange }: { count: number; onChange: (people: number) => void }) {
  const t = useText(visitsText);
  const words = useText(visitWords);
  return (
    <div className="visit-people">
      <span>{t('people')}</span>
      <button
        type="button"
        aria-label={t('fewer')}
        disabled={count === 1}
        onClick={() => onChange(count - 1)}
      >
        −
      </button>
      <strong>{words('together', { count })}</strong>
      <button
        type="button"
        aria-label={t('more-people')}
        disabled={count === MOST_TOGETHER}
        onClick={() => onChange(count + 1)}
      >
        +
      </button>
    </div>
  );
}

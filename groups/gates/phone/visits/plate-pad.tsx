import { useState } from 'react';
import { formatPlate, readPlate } from '#core/codes/contract.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import { ENDS_FROM, knownPlates, PLATE_ENDS, PLATE_LETTERS, provinceKeys } from './plate-keys.ts';
import './plate-pad.css';

/** Longest plate, with room for one wrong key. */
const LONGEST = 9;
/** From here on a plate that cannot be is told so. */
const JUDGED_FROM = 7;

/** Plates by thumb: the province, then letters and digits; a few digits find a plate that is known. */
export function PlatePad(props: {
  value: string;
  onChange: (plate: string) => void;
  /** Plates inside now and plates with a pass. */
  known: readonly string[];
  onKnown: (plate: string) => void;
}) {
  const { value, onChange, known, onKnown } = props;
  const t = useText(visitsText);
  const [digits, setDigits] = useState(false);
  const first = value === '' && !digits;
  const keys = first ? provinceKeys(known) : PLATE_LETTERS;
  const press = (key: string) => {
    if ([...value].length < LONGEST) onChange(value + key);
  };
  return (
    <fieldset className="plate" data-wedge="off">
      <legend>{t('plate')}</legend>
      <p className="plate-shown" role="status">
        {value === '' ? <span className="plate-hint">{t('plate.hint')}</span> : formatPlate(value)}
      </p>
      <Verdict value={value} />
      <div className="plate-known">
        {knownPlates(value, known).map((plate) => (
          <button key={plate} type="button" onClick={() => onKnown(plate)}>
            {formatPlate(plate)}
          </button>
        ))}
      </div>
      <div className="plate-keys">
        {keys.map((key) => (
          <button key={key} type="button" onClick={() => press(key)}>
            {key}
          </button>
        ))}
        {!first && [...value].length >= ENDS_FROM - 1
          ? PLATE_ENDS.map((key) => (
              <button key={key} type="button" className="plate-end" onClick={() => press(key)}>
                {key}
              </button>
            ))
          : null}
        {value === '' ? (
          <button type="button" className="plate-wide" onClick={() => setDigits(!digits)}>
            {digits ? t('plate.provinces') : t('plate.digits')}
          </button>
        ) : (
          <button
            type="button"
            className="plate-wide"
            onClick={() => onChange([...value].slice(0, -1).join(''))}
          >
            {t('plate.delete')}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** What kind of plate it is, or why it cannot be one. */
function Verdict({ value }: { value: string }) {
  const words = useText(visitWords);
  const language = useLanguage();
  const read = readPlate(value);
  if ('kind' in read) return <p className="plate-verdict plate-good">{words(`plate.${read.kind}`)}</p>;
  const wrong = [...value].length >= JUDGED_FROM;
  return (
    <p className={wrong ? 'plate-verdict plate-wrong' : 'plate-verdict'} role={wrong ? 'alert' : undefined}>
      {wrong ? problemText(read, language) : ' '}
    </p>
  );
}

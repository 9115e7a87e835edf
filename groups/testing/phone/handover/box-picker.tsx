import { useText } from '#kernel/ui/use-text.ts';
import type { LedgerBox } from '../../domain/transport/ledger.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';
import { useBoxWords } from './box-words.ts';

/** Boxes to tick, each as high as a thumb. */
export function BoxPicker(props: {
  boxes: readonly LedgerBox[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const t = useText(handoverPhoneText);
  const words = useBoxWords();
  const { boxes, chosen, onChange } = props;
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]);
  return (
    <fieldset className="handover-boxes">
      <legend>{t('give.choose')}</legend>
      {boxes.map((box) => (
        <label key={box.code}>
          <input type="checkbox" checked={chosen.includes(box.code)} onChange={() => toggle(box.code)} />
          <span>
            <strong>{words.name(box.code)}</strong>
            <small>{words.detail(box, true)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import { useText } from '#kernel/ui/use-text.ts';
import { VISIT_KINDS, type VisitKind } from '../../contract/visit-rows.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';

/** The first tap: who is it. Once chosen the four stand in one row, so that the places have room. */
export function KindTiles({
  value,
  onChoose,
}: {
  value: VisitKind | null;
  onChoose: (kind: VisitKind) => void;
}) {
  const t = useText(visitsText);
  const words = useText(visitWords);
  return (
    <fieldset className={value === null ? 'visit-kinds' : 'visit-kinds visit-kinds-row'}>
      <legend>{t('who')}</legend>
      {VISIT_KINDS.map((kind) => (
        <button key={kind} type="button" aria-pressed={kind === value} onClick={() => onChoose(kind)}>
          <strong>{words(`kind.${kind}`)}</strong>
          {value === null ? <span>{t(`${kind}-hint`)}</span> : null}
        </button>
      ))}
    </fieldset>
  );
}

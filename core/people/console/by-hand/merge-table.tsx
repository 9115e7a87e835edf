import { Button, Radio } from 'antd';
import { ToneBadge } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { MergeField } from '../../contract/by-hand.ts';
import type { RegisterRow } from '../../contract/queries.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { SHOWN_FIELDS, type ShownField, useFieldText } from '../field-text.ts';

const LINES: readonly ShownField[] = ['name', ...SHOWN_FIELDS];
const mergeField = (field: ShownField): MergeField => (field === 'address' ? 'home' : field);

interface Props {
  readonly kept: RegisterRow;
  readonly merged: RegisterRow;
  readonly differing: readonly MergeField[];
  readonly take: readonly MergeField[];
  readonly onTake: (take: readonly MergeField[]) => void;
  readonly onSwap: () => void;
}

/** Field by field: what both say, which is to stand; what was confirmed at the door says so. */
export function MergeTable(props: Props) {
  const t = useText(byHandText);
  const words = useText(text);
  const { kept, merged, differing, take, onTake } = props;
  return (
    <table className="merge-table">
      <thead>
        <tr>
          <th scope="col">{t('merge.field')}</th>
          <th scope="col">
            {t('merge.kept')}{' '}
            <Button size="small" onClick={props.onSwap}>
              {t('merge.swap')}
            </Button>
          </th>
          <th scope="col">{t('merge.gone')}</th>
        </tr>
      </thead>
      <tbody>
        {LINES.map((field) => {
          const name = mergeField(field);
          const differs = differing.includes(name) && field !== 'tags';
          const takes = take.includes(name);
          const label = words(`field.${field}`);
          const choose = (fromMerged: boolean) =>
            onTake(fromMerged ? [...take, name] : take.filter((one) => one !== name));
          return (
            <tr key={field} className={differs ? 'merge-differs' : ''}>
              <th scope="row">{label}</th>
              <Side
                row={kept}
                field={field}
                choice={differs ? !takes : null}
                label={`${label} ${t('merge.kept')}`}
                onChoose={() => choose(false)}
              />
              <Side
                row={merged}
                field={field}
                choice={differs ? takes : null}
                label={`${label} ${t('merge.gone')}`}
                onChoose={() => choose(true)}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Side(props: {
  row: RegisterRow;
  field: ShownField;
  /** Whether this side is to stand; null where both say the same. */
  choice: boolean | null;
  label: string;
  onChoose: () => void;
}) {
  const words = useText(text);
  const language = useLanguage();
  const say = useFieldText();
  const { row, field, choice, label, onChoose } = props;
  const confirmed = row.confirmed[field];
  const value = (
    <>
      {say(row, field)}{' '}
      {confirmed === undefined ? null : (
        <ToneBadge tone="blue" word={words('confirmed.at', { when: whenText(confirmed, language) })} />
      )}
    </>
  );
  return (
    <td className={choice === false ? 'merge-off' : ''}>
      {choice === null ? (
        value
      ) : (
        <Radio checked={choice} aria-label={label} onChange={onChoose}>
          {value}
        </Radio>
      )}
    </td>
  );
}

import { Button, Select } from 'antd';
import { StateFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { planText } from '../../messages/plan.ts';
import type { ReadLine } from './list-text.ts';

/** What of a list is nobody yet, each line with the reason; none is left out by itself. */
export function UnreadLines(props: {
  lines: readonly ReadLine[];
  labels: ReadonlyMap<string, string>;
  onChoose: (number: number, residentId: string) => void;
  onDrop: () => void;
}) {
  const t = useText(planText);
  const { lines, labels } = props;
  if (lines.length === 0) return null;
  return (
    <div>
      <p role="status">
        <StateFace face="flagged" word={t('list-unread', { count: lines.length })} />
      </p>
      <ul className="plan-unread">
        {lines.map((line) => (
          <li key={line.number}>
            {t('list-line', { n: line.number })} “{line.text}”：
            {line.doubt === null ? '' : t(`doubt.${line.doubt}`)}
            {line.doubt === 'several' ? (
              <Select
                aria-label={`${t('list-choose')} ${line.text}`}
                placeholder={t('list-choose')}
                options={line.residentIds.map((value) => ({ value, label: labels.get(value) ?? value }))}
                onChange={(residentId: string) => props.onChoose(line.number, residentId)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <Button onClick={props.onDrop}>{t('list-drop')}</Button>
    </div>
  );
}

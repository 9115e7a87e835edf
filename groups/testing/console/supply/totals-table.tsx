import { TableFrame } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { SupplyLine } from '../../contract/supply-queries.ts';
import { supplyKey } from '../../domain/supply/reckon.ts';
import { supplyText } from '../../messages/supply.ts';
import { kindWords } from '../../messages/supply-words.ts';
import { totalsOf } from './totals.ts';
import { doneWords } from './words.ts';

const COUNTS = ['issued', 'received', 'returned', 'left', 'used'] as const;

/** Each supply over all lanes. */
export function TotalsTable({ lines }: { lines: readonly SupplyLine[] }) {
  const t = useText(supplyText);
  return (
    <TableFrame label={t('totals')}>
      <table className="supply-table">
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('needed')}</th>
            {COUNTS.map((count) => (
              <th key={count} scope="col">
                {t(count)}
              </th>
            ))}
            <th scope="col">{t('done')}</th>
          </tr>
        </thead>
        <tbody>
          {totalsOf(lines).map((total) => (
            <tr key={supplyKey(total)}>
              <th scope="row">{kindWords(t, total)}</th>
              <td>{total.needed ?? ''}</td>
              {COUNTS.map((count) => (
                <td key={count}>{total[count]}</td>
              ))}
              <td>
                {doneWords(t, total)}
                {total.uncounted > 0 ? ` · ${t('uncounted', { count: total.uncounted })}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

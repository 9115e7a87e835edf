import { type Column, DataTable, StateFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { SupplyLine } from '../../contract/supply-queries.ts';
import { supplyKey } from '../../domain/supply/reckon.ts';
import { supplyText } from '../../messages/supply.ts';
import { kindWords } from '../../messages/supply-words.ts';
import { doneWords, verdictOf } from './words.ts';

type Count = 'needed' | 'issued' | 'received' | 'returned' | 'left' | 'used';

/** Lane by lane; exported as it is filtered. */
export function LaneSupplies({ roundName, lines }: { roundName: string; lines: readonly SupplyLine[] }) {
  const t = useText(supplyText);
  const count = (key: Count): Column<SupplyLine> => ({
    key,
    title: t(key),
    align: 'right',
    value: (line) => line[key],
  });
  const columns: readonly Column<SupplyLine>[] = [
    { key: 'place', title: t('place'), value: (line) => `${line.site} ${line.lane}`, filter: true },
    { key: 'kind', title: t('kind'), value: (line) => kindWords(t, line), filter: true },
    count('needed'),
    count('issued'),
    count('received'),
    count('returned'),
    count('left'),
    count('used'),
    { key: 'done', title: t('done'), value: (line) => doneWords(t, line) },
    {
      key: 'verdict',
      title: t('verdict'),
      value: (line) => verdictOf(t, line).word,
      draw: (line) => <StateFace {...verdictOf(t, line)} />,
    },
  ];
  return (
    <DataTable
      name="testing.supplies"
      label={t('lanes')}
      rows={lines}
      columns={columns}
      rowKey={(line) => `${line.laneId}/${supplyKey(line)}`}
      exportAs={`${roundName}-${t('title')}`}
    />
  );
}

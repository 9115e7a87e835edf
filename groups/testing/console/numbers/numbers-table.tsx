import { chinaTime } from '#kernel/time-id/china-time.ts';
import { type Column, DataTable, FigureLink } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { RoundNumbers } from '../../contract/number-queries.ts';
import { coveragePercent, perLaneHour } from '../../domain/numbers.ts';
import { numbersText } from '../../messages/numbers.ts';
import { to } from '../paths.ts';

/** The charts' own numbers; each opens the rows it counts. */
export function NumbersTable({ rounds }: { rounds: readonly RoundNumbers[] }) {
  const t = useText(numbersText);
  const language = useLanguage();
  const number = (
    key: string,
    title: string,
    value: (row: RoundNumbers) => number | null,
    path: (row: RoundNumbers) => string,
  ): Column<RoundNumbers> => ({
    key,
    title,
    align: 'right',
    value,
    draw: (row) => {
      const counted = value(row);
      return counted === null ? null : (
        <FigureLink value={counted} label={`${row.round} ${title}`} to={path(row)} />
      );
    },
  });
  const rows = (figure: Parameters<typeof to.rows>[1]) => (row: RoundNumbers) => to.rows(row.roundId, figure);
  const columns: readonly Column<RoundNumbers>[] = [
    {
      key: 'round',
      title: t('round'),
      value: (row) => row.round,
      draw: (row) => <GoLink to={to.round(row.roundId)}>{row.round}</GoLink>,
    },
    {
      key: 'opened',
      title: t('opened'),
      value: (row) => row.openedAt,
      exported: (row) => chinaTime(row.openedAt),
      draw: (row) => whenText(row.openedAt, language),
    },
    number('people', t('people'), (row) => row.people, rows('people')),
    number('person-times', t('person-times'), (row) => row.personTimes, rows('inTubes')),
    number('samples', t('samples'), (row) => row.tubes, rows('tubes')),
    number('expected', t('expected'), (row) => row.expected, rows('expected')),
    {
      ...number('coverage', t('coverage'), coveragePercent, rows('sampled')),
      draw: (row) => {
        const percent = coveragePercent(row);
        return percent === null ? null : (
          <GoLink to={to.rows(row.roundId, 'sampled')}>{t('percent', { percent })}</GoLink>
        );
      },
    },
    number('missed', t('missed'), (row) => row.missed, rows('missed')),
    number(
      'positives',
      t('positives'),
      (row) => row.positives,
      (row) => to.results(row.roundId, 'positive'),
    ),
    number('minutes', t('minutes'), (row) => row.minutes, rows('inTubes')),
    number('pace', t('pace'), perLaneHour, rows('inTubes')),
  ];
  return (
    <DataTable
      name="testing.numbers"
      label={t('table')}
      rows={[...rounds].reverse()}
      columns={columns}
      rowKey={(row) => row.roundId}
      pageSize={100}
      exportAs={t('file')}
    />
  );
}

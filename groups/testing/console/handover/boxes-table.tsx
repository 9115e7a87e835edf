import { type Column, DataTable, StateFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { TransportBox } from '../../contract/handover-queries.ts';
import { handoverText } from '../../messages/handover.ts';
import { useHandoverWords } from './use-words.ts';
import { CLOCK_FACES } from './words.ts';

/** A box a line: what is in it and written on it, who counted, where it is, and the clock. */
export function BoxesTable({ boxes }: { boxes: readonly TransportBox[] }) {
  const t = useText(handoverText);
  const words = useHandoverWords();
  const now = Date.now();
  const sealed = (box: TransportBox) =>
    box.sealedAt === null ? t('box.not-sealed') : (box.sealNumber ?? '—');
  const degrees = ({ temperature }: TransportBox) =>
    temperature === null ? '' : t('box.degrees', { temperature });
  const counts = (box: TransportBox) =>
    box.counts
      .map(({ tubes, byName, helper }) => t('box.count-by', { name: helper ?? byName ?? '', tubes }))
      .join(' · ');
  const columns: readonly Column<TransportBox>[] = [
    { key: 'box', title: t('box.box'), value: (row) => words.boxName(row.code) },
    { key: 'tubes', title: t('box.tubes'), align: 'right', value: (row) => row.tubes },
    { key: 'people', title: t('box.people'), align: 'right', value: (row) => row.people },
    {
      key: 'seal',
      title: t('box.seal'),
      value: sealed,
      draw: (row) =>
        row.sealedAt === null ? <StateFace face="pending" word={t('box.not-sealed')} /> : sealed(row),
    },
    { key: 'temperature', title: t('box.temperature'), value: degrees },
    {
      key: 'counted',
      title: t('box.counted'),
      value: (row) => `${t(`counted.${row.countState}`)} ${counts(row)}`,
      draw: (row) => (
        <>
          {row.countState === 'agree' || row.countState === 'differ' ? (
            <StateFace
              face={row.countState === 'agree' ? 'done' : 'flagged'}
              word={t(`counted.${row.countState}`)}
            />
          ) : (
            t(`counted.${row.countState}`)
          )}
          {row.counts.length === 0 ? null : <div>{counts(row)}</div>}
        </>
      ),
    },
    {
      key: 'where',
      title: t('box.where'),
      value: (row) => t(`holder.${row.holder}`),
      filter: true,
      draw: (row) =>
        row.waiting.length > 0 ? (
          <>
            {t(`holder.${row.holder}`)} <StateFace face="pending" word={t('handover.waiting-for-receiver')} />
          </>
        ) : (
          t(`holder.${row.holder}`)
        ),
    },
    {
      key: 'clock',
      title: t('box.clock'),
      value: (row) => words.clock(row.clock, now),
      draw: (row) => {
        const face = CLOCK_FACES[row.clock.state];
        const word = words.clock(row.clock, now);
        return face === null ? word : <StateFace face={face} word={word} />;
      },
    },
  ];
  return (
    <DataTable
      name="testing.boxes"
      label={t('boxes')}
      rows={boxes}
      columns={columns}
      rowKey={(row) => row.code}
    />
  );
}

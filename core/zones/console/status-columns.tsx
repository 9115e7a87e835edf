import { type Column, ToneBadge } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { StatusView } from '../contract.ts';
import { text } from '../messages/index.ts';
import { zoneTone } from '../messages/tone.ts';

export function useStatusColumns(nameOf: (placeId: string) => string): readonly Column<StatusView>[] {
  const t = useText(text);
  const language = useLanguage();
  const reason = (row: StatusView) =>
    row.endReason === null
      ? row.reason
      : `${row.reason}；${t(row.withdrawnAt === null ? 'zones.ended-because' : 'zones.withdrawn-because', { reason: row.endReason })}`;
  return [
    { key: 'place', title: t('zones.place'), value: (row) => nameOf(row.placeId) },
    { key: 'kind', title: t('zones.kind'), value: (row) => t(`kind.${row.placeKind}`), filter: true },
    {
      key: 'status',
      title: t('zones.status'),
      value: (row) => t(`status.${row.status}`),
      draw: (row) => <ToneBadge tone={zoneTone[row.status]} word={t(`status.${row.status}`)} />,
      filter: true,
    },
    { key: 'from', title: t('zones.from'), value: (row) => whenText(row.from, language) },
    {
      key: 'until',
      title: t('zones.until'),
      value: (row) => (row.until === null ? t('zones.open-ended') : whenText(row.until, language)),
    },
    { key: 'reason', title: t('zones.reason'), value: reason },
    { key: 'source', title: t('zones.source'), value: (row) => row.source },
    { key: 'by', title: t('zones.set-by'), value: (row) => row.setBy ?? '—' },
  ];
}

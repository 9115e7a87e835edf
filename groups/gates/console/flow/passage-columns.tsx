import { chinaTime } from '#kernel/time-id/china-time.ts';
import { type Column, StateFace } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { PassageView } from '../../contract/flow-queries.ts';
import { emergencyName } from '../../messages/emergency-names.ts';
import { flowText } from '../../messages/flow.ts';
import { ruleName } from '../../messages/rule-names.ts';
import { to } from './paths.ts';

/** Who it was, as far as it may be said: masked, or what he or she was known by. */
export function useWhoText(): (row: Pick<PassageView, 'name' | 'subject'>) => string {
  const t = useText(flowText);
  return (row) => row.name ?? t(`who.${row.subject}`);
}

const OUTCOME_FACE = { allowed: 'done', asked: 'done', emergency: 'flagged', refused: 'refused' } as const;

/** @param withPerson false where all are of one person */
export function usePassageColumns(withPerson: boolean): readonly Column<PassageView>[] {
  const t = useText(flowText);
  const language = useLanguage();
  const who = useWhoText();
  const outcomeOf = (row: PassageView) => (row.voided ? t('voided') : t(`outcome.${row.outcome}`));
  const person: readonly Column<PassageView>[] = [
    {
      key: 'who',
      title: t('column.who'),
      value: who,
      draw: (row) =>
        row.residentId === null ? who(row) : <GoLink to={to.person(row.residentId)}>{who(row)}</GoLink>,
    },
    { key: 'place', title: t('column.place'), value: (row) => row.place ?? '' },
  ];
  return [
    {
      key: 'at',
      title: t('column.at'),
      value: (row) => row.at,
      exported: (row) => chinaTime(row.at),
      draw: (row) => whenText(row.at, language),
    },
    { key: 'gate', title: t('column.gate'), value: (row) => row.gate, filter: true },
    { key: 'lane', title: t('column.lane'), value: (row) => row.lane ?? '' },
    {
      key: 'direction',
      title: t('column.direction'),
      value: (row) => t(`direction.${row.direction}`),
      filter: true,
    },
    ...(withPerson ? person : []),
    {
      key: 'outcome',
      title: t('column.outcome'),
      value: outcomeOf,
      draw: (row) =>
        row.voided ? (
          <s>{t('voided')}</s>
        ) : (
          <StateFace face={OUTCOME_FACE[row.outcome]} word={outcomeOf(row)} />
        ),
      filter: true,
    },
    { key: 'rule', title: t('column.rule'), value: (row) => ruleName(row.rule, language), filter: true },
    {
      key: 'reason',
      title: t('column.reason'),
      value: (row) => (row.reason === null ? '' : emergencyName(row.reason, language)),
      filter: true,
    },
    { key: 'note', title: t('column.note'), value: (row) => row.note },
    { key: 'photo', title: t('column.photo'), value: (row) => (row.photo === null ? '' : t('photo.has')) },
    {
      key: 'counts',
      title: t('column.counts'),
      value: (row) => (row.counts ? t('yes') : ''),
      filter: true,
    },
    { key: 'by', title: t('column.by'), value: (row) => row.byName ?? t('phones.gone'), filter: true },
  ];
}

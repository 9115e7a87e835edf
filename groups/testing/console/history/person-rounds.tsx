import { chinaTime } from '#kernel/time-id/china-time.ts';
import { type Column, DataTable, StateFace } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { PersonHistory, PersonRound, PersonTest } from '../../contract/history-queries.ts';
import { consoleText } from '../../messages/console.ts';
import { historyText } from '../../messages/history.ts';
import { missedText } from '../../messages/missed.ts';
import { to } from '../paths.ts';
import { useChangeText } from './change-text.ts';
import { TubeLink } from './links.tsx';

/** One line a swab; a round without one is a line too. */
interface Line {
  readonly key: string;
  readonly round: PersonRound;
  readonly test: PersonTest | null;
}

const linesOf = (rounds: readonly PersonRound[]): Line[] =>
  rounds.flatMap((round): Line[] =>
    round.tests.length === 0
      ? [{ key: round.roundId, round, test: null }]
      : round.tests.map((test) => ({ key: test.sampleId, round, test })),
  );

/** Every round of a person, the latest first. */
export function PersonRounds({ person }: { person: PersonHistory }) {
  const t = useText(historyText);
  return (
    <DataTable
      name="testing.person"
      label={t('person.rounds')}
      rows={linesOf(person.rounds)}
      columns={useColumns(person.maySeeResult)}
      rowKey={(line) => line.key}
      pageSize={100}
      exportAs={t('person.file')}
    />
  );
}

function useColumns(maySeeResult: boolean): readonly Column<Line>[] {
  const t = useText(historyText);
  const said = useText(consoleText);
  const language = useLanguage();
  const changed = useChangeText();
  const missed = useText(missedText);
  const listed = ({ round: { expected, reason } }: Line) =>
    [t(`expectation.${expected ?? 'none'}`), reason === null ? '' : said(`excuse.${reason}`)]
      .filter(Boolean)
      .join(' · ');
  const placeIn = ({ test }: Line) => {
    if (test === null || test.tubeCode === null) return '';
    if (test.position === null) return t('withdrawn');
    return t('place-of', { position: test.position, people: test.inTube ?? 0 });
  };
  const outcome: Column<Line> = {
    key: 'outcome',
    title: t('outcome'),
    value: ({ test }) => (test === null || test.withdrawn ? '' : t(`outcome.${test.outcome ?? 'waiting'}`)),
    filter: true,
  };
  const earlier: Column<Line> = {
    key: 'earlier',
    title: t('person.earlier'),
    value: ({ test }) =>
      (test?.earlier ?? [])
        .map((said) =>
          t('person.earlier-line', {
            outcome: t(`outcome.${said.outcome}`),
            at: whenText(said.replacedAt, language),
          }),
        )
        .join('；'),
  };
  const missedIn = ({ round }: Line) =>
    round.missed === null ? '' : t(`person.missed.${round.missed.clearedBy ?? 'open'}`);
  const calls = ({ round }: Line) =>
    round.calls
      .map((call) =>
        missed('call.line', {
          at: whenText(call.at, language),
          by: call.byName ?? missed('call.somebody'),
          way: missed(`way.${call.way}`),
          answer: missed(`answer.${call.answer}`),
        }),
      )
      .join('；');
  return [
    {
      key: 'round',
      title: t('round'),
      value: ({ round }) => round.round,
      draw: ({ round }) => <GoLink to={to.round(round.roundId)}>{round.round}</GoLink>,
    },
    { key: 'listed', title: t('expectation'), value: listed, filter: true },
    {
      key: 'missed',
      title: missed('title'),
      value: missedIn,
      filter: true,
      draw: (line) =>
        line.round.missed?.clearedBy === null ? (
          <StateFace face="late" word={missedIn(line)} />
        ) : (
          missedIn(line)
        ),
    },
    { key: 'calls', title: missed('calls'), value: calls },
    {
      key: 'at',
      title: t('at'),
      value: ({ test }) => (test === null ? t('not-sampled') : whenText(test.at, language)),
      exported: ({ test }) => (test === null ? t('not-sampled') : chinaTime(test.at)),
      draw: ({ round, test }) => {
        if (test !== null) return whenText(test.at, language);
        const missed = round.expected === 'expected' && round.state === 'closed';
        return missed ? <StateFace face="late" word={t('not-sampled')} /> : t('not-sampled');
      },
    },
    {
      key: 'tube',
      title: t('of-tube'),
      value: ({ test }) => test?.tubeCode ?? '',
      draw: ({ round, test }) =>
        test?.tubeCode ? <TubeLink roundId={round.roundId} code={test.tubeCode} /> : null,
    },
    { key: 'place-in-tube', title: t('place-in-tube'), value: placeIn },
    {
      key: 'mode',
      title: t('mode'),
      value: ({ test }) => (test === null ? '' : t(test.single ? 'single' : 'pooled')),
      filter: true,
    },
    ...(maySeeResult ? [outcome, earlier] : []),
    { key: 'lane', title: t('lane'), value: ({ test }) => test?.lane ?? '' },
    { key: 'by', title: t('by'), value: ({ test }) => (test === null ? '' : (test.byName ?? t('nobody'))) },
    {
      key: 'method',
      title: t('method'),
      value: ({ test }) => (test === null ? '' : said(`method.${test.method}`)),
    },
    { key: 'change', title: t('change'), value: ({ test }) => changed(test?.change ?? null) },
  ];
}

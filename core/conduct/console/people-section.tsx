import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import {
  type Column,
  DataTable,
  EmptyFace,
  ErrorFace,
  Figure,
  Section,
  StateFace,
} from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { CodeView, PersonView } from '../contract/queries.ts';
import type { Fitness } from '../domain/fitness.ts';
import { text } from '../messages/index.ts';
import { conductPaths } from '../paths.ts';
import { conduct } from './queries.ts';

const FACES = {
  fit: 'done',
  'must-acknowledge': 'pending',
  'must-pass': 'flagged',
  'not-asked': 'done',
} as const;

/** How everybody of the group stands to what holds: the numbers open their people. */
export function PeopleSection({ code, fitness }: { code: CodeView; fitness: Fitness | null }) {
  const { group } = code;
  const t = useText(text);
  const go = useGo();
  const people = useQuery(conduct.query.people.queryOptions({ input: { group } }));
  const columns = usePeopleColumns();
  if (people.isError) return <ErrorFace error={people.error} retry={() => void people.refetch()} />;
  const all = people.data?.people ?? [];
  const count = (one: Fitness) => all.filter((person) => person.fitness === one).length;
  const onDuty = all.filter((one) => one.fitness === 'must-pass' && one.nextDutyFrom !== null).length;
  const shown = fitness === null ? all : all.filter((one) => one.fitness === fitness);
  return (
    <Section title={t('people')}>
      <div className="figures">
        <Figure
          value={count('fit')}
          of={all.length}
          label={t('people.fit')}
          to={conductPaths.people(group, 'fit')}
        />
        <Figure
          value={count('must-pass')}
          label={t('people.must-pass')}
          to={conductPaths.people(group, 'must-pass')}
          {...(count('must-pass') > 0 ? { face: 'flagged' as const } : {})}
        />
        <Figure
          value={count('must-acknowledge')}
          label={t('people.must-acknowledge')}
          to={conductPaths.people(group, 'must-acknowledge')}
          {...(count('must-acknowledge') > 0 ? { face: 'pending' as const } : {})}
        />
      </div>
      {onDuty > 0 ? (
        <p className="conduct-warning">
          <StateFace face="flagged" word={t('people.on-duty', { count: onDuty })} />
        </p>
      ) : null}
      <DataTable
        name="conduct.people"
        label={t('people')}
        rows={shown}
        columns={columns}
        rowKey={({ memberId }) => memberId}
        loading={people.isPending}
        exportAs={t('people')}
        empty={<EmptyFace title={t('people.empty')} next={t('people.empty-next')} />}
        tools={
          fitness === null ? null : (
            <Button type="link" onClick={() => go(conductPaths.of(group))}>
              {t('people.all')}
            </Button>
          )
        }
      />
    </Section>
  );
}

function usePeopleColumns(): readonly Column<PersonView>[] {
  const t = useText(text);
  const language = useLanguage();
  const when = (at: number | null) => (at === null ? '—' : whenText(at, language));
  return [
    { key: 'name', title: t('people.name'), value: ({ name }) => name },
    {
      key: 'state',
      title: t('people.state'),
      value: ({ fitness }) => t(`fitness.${fitness}`),
      draw: ({ fitness }) => <StateFace face={FACES[fitness]} word={t(`fitness.${fitness}`)} />,
      filter: true,
    },
    { key: 'duty', title: t('people.next-duty'), value: ({ nextDutyFrom }) => when(nextDutyFrom) },
    { key: 'passed', title: t('people.passed-at'), value: ({ passedAt }) => when(passedAt) },
    { key: 'read', title: t('people.read-at'), value: ({ acknowledgedAt }) => when(acknowledgedAt) },
    { key: 'tries', title: t('people.tries'), value: ({ tries }) => tries },
  ];
}

import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { Field } from '#kernel/print/field.tsx';
import { EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { numbersText } from '../../messages/numbers.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { NumbersTable } from './numbers-table.tsx';
import { TrendCharts } from './trend-charts.tsx';
import './numbers.css';

const CHOICES = [12, 30, 100] as const;

/** Every round in numbers: how many came, how many are missed, how fast it went. */
export default function NumbersScreen() {
  const t = useText(numbersText);
  const [wanted, setWanted] = useState<number>(CHOICES[0]);
  const { data, error, refetch } = useQuery(
    testing.query.numbers.queryOptions({ input: { rounds: wanted } }),
  );
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  const rounds = data?.rounds;
  return (
    <Page title={t('title')} lead={t('lead')} trail={[{ title: t('rounds'), to: to.rounds() }]}>
      <Field label={t('how-many')}>
        {(id) => (
          <Select
            id={id}
            className="numbers-choice"
            value={wanted}
            onChange={setWanted}
            options={CHOICES.map((value) => ({ value, label: t('latest', { rounds: value }) }))}
          />
        )}
      </Field>
      {rounds === undefined ? <LoadingFace /> : null}
      {rounds?.length === 0 ? <EmptyFace title={t('none')} /> : null}
      {rounds !== undefined && rounds.length > 0 ? (
        <>
          <TrendCharts rounds={rounds} />
          <Section title={t('table')}>
            <NumbersTable rounds={rounds} />
          </Section>
        </>
      ) : null}
    </Page>
  );
}

import '#kernel/ui/styles/tokens.css';
import '#kernel/ui/styles/shared.css';
import '#kernel/ui/console/console.css';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import {
  type Column,
  DataTable,
  DetailDrawer,
  EmptyFace,
  ErrorFace,
  Figure,
  FigureLink,
  LoadingFace,
  Mark,
  Page,
  ProblemAlert,
  Section,
  StateFace,
  ToneBadge,
} from '#kernel/ui/console/index.ts';
import { ConsoleProviders } from '#kernel/ui/console/providers.tsx';
import { FACES } from '#kernel/ui/face.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { mount } from './mount.tsx';
import { closedProblem, mark, text } from './sample.ts';

interface Row {
  readonly id: string;
  readonly building: number;
  readonly tone: 'red' | 'orange' | 'blue';
  readonly people: number;
  readonly sampled: number;
}

const TONES = ['red', 'orange', 'blue'] as const;
const ROWS: readonly Row[] = Array.from({ length: 14 }, (_, i) => ({
  id: `b${i}`,
  building: i + 1,
  tone: TONES[i % 3] ?? 'blue',
  people: 96 + i * 7,
  sampled: 80 + i * 6,
}));

function ConsoleGallery() {
  const t = useText(text);
  const [open, setOpen] = useState<Row | null>(null);
  const words = { red: t('lockdown'), orange: t('control'), blue: t('precaution') };
  const columns: Column<Row>[] = [
    { key: 'building', title: t('building'), value: (row) => t('number', { n: row.building }) },
    {
      key: 'zone',
      title: t('zone'),
      value: (row) => words[row.tone],
      draw: (row) => <ToneBadge tone={row.tone} word={words[row.tone]} />,
      filter: true,
    },
    { key: 'people', title: t('people'), value: (row) => row.people, align: 'right' },
    {
      key: 'sampled',
      title: t('sampled'),
      value: (row) => row.sampled,
      draw: (row) => (
        <FigureLink value={row.sampled} of={row.people} label={t('sampled')} to="/console.html?b=1" />
      ),
      align: 'right',
    },
    {
      key: 'state',
      title: t('state'),
      value: () => '',
      draw: (row) => <StateFace face={FACES[row.building % 5] ?? 'done'} />,
    },
  ];
  return (
    <Page
      title={t('card')}
      lead={t('lead')}
      trail={[{ title: t('group'), to: '/console.html' }]}
      actions={<Button type="primary">{t('save')}</Button>}
    >
      <ProblemAlert problems={[closedProblem]} />
      <Section title={t('rows')} aside={<Mark mark={mark} alone />}>
        <div className="figures">
          <Figure value={1204} of={2311} label={t('sampled')} to="/console.html" />
          <Figure value={2} label={t('missed')} to="/console.html" face="flagged" />
          <Figure value={3} label={t('state')} to="/console.html" face="late" />
        </div>
        <DataTable
          name="gallery.rows"
          label={t('rows')}
          rows={ROWS}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={setOpen}
          openKey={open?.id ?? null}
          onExport={() => undefined}
        />
      </Section>
      <Section title={t('save')}>
        <Form layout="vertical">
          <Form.Item label={t('phone')} htmlFor="phone" help={t('phone-bad')} validateStatus="error">
            <Input id="phone" defaultValue="1390000" />
          </Form.Item>
          <Form.Item label={t('size')} htmlFor="size">
            <Select id="size" defaultValue="10" options={[{ value: '10', label: '1:10' }]} />
          </Form.Item>
          <Button disabled>{t('close')}</Button>
        </Form>
      </Section>
      <Section title={t('state')}>
        <EmptyFace title={t('empty')} next={t('empty-next')} />
        <LoadingFace />
        <ErrorFace error={new TypeError('network')} retry={() => undefined} />
      </Section>
      <DetailDrawer
        title={open ? t('number', { n: open.building }) : ''}
        open={open !== null}
        onClose={() => setOpen(null)}
      >
        {t('lead')}
      </DetailDrawer>
    </Page>
  );
}

mount('console', ConsoleGallery, ({ children }) => (
  <ConsoleProviders>
    <main>{children}</main>
  </ConsoleProviders>
));

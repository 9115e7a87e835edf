import { Button, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, ProblemAlert, Section, StateFace } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { CodeView } from '../contract/queries.ts';
import { text } from '../messages/index.ts';

/** What holds now: its points, since when, and what it asked for. */
export function CurrentSection({ code, hasDraft }: { code: CodeView; hasDraft: boolean }) {
  const t = useText(text);
  const language = useLanguage();
  const { number, title, publishedAt, publishedBy, change, note, points, questions, video } = code;
  return (
    <Section title={t('current', { title, number: number ?? 0 })} aside={<Withdraw code={code} />}>
      <p>
        {t('current.since', { when: whenText(publishedAt ?? 0, language), who: publishedBy ?? '—' })} ·{' '}
        {t(`change.${change ?? 'acknowledge'}`)} · {t('current.questions', { count: questions.length })}
        {video ? ` · ${t('current.video', { name: video.name })}` : ''}
      </p>
      {note === '' ? null : <p>{t('current.note', { note })}</p>}
      {hasDraft ? <p>{t('current.has-draft')}</p> : null}
      <ol className="conduct-list">
        {points.map((point) => (
          <li key={point.id}>
            <strong>{point.title}</strong>
            {point.text === '' ? null : <span>{point.text}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Withdraw({ code }: { code: CodeView }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('withdraw.done'));
  const [reason, setReason] = useState('');
  return (
    <Space>
      <ProblemAlert problems={problems} />
      <Popconfirm
        title={t('withdraw')}
        description={
          <>
            <p>{t('withdraw.ask')}</p>
            <Input
              aria-label={t('withdraw.reason')}
              placeholder={t('withdraw.reason')}
              maxLength={200}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </>
        }
        okText={t('withdraw')}
        okButtonProps={{ disabled: reason.trim() === '' }}
        cancelText={t('keep')}
        onConfirm={async () => {
          await submit('conduct.withdraw-code', 1, { codeId: code.id, reason });
        }}
      >
        <Button size="small" loading={busy}>
          {t('withdraw')}
        </Button>
      </Popconfirm>
    </Space>
  );
}

/** Every version that held before. */
export function HistorySection({ codes }: { codes: readonly CodeView[] }) {
  const t = useText(text);
  const language = useLanguage();
  const when = (at: number | null) => (at === null ? '—' : whenText(at, language));
  const columns: readonly Column<CodeView>[] = [
    { key: 'number', title: t('history.number'), value: ({ number }) => number ?? 0 },
    { key: 'title', title: t('history.title'), value: ({ title }) => title },
    { key: 'from', title: t('history.from'), value: ({ publishedAt }) => when(publishedAt) },
    {
      key: 'until',
      title: t('history.until'),
      value: ({ replacedAt, withdrawnAt }) => when(withdrawnAt ?? replacedAt),
    },
    { key: 'by', title: t('history.by'), value: ({ publishedBy }) => publishedBy ?? '—' },
    {
      key: 'change',
      title: t('history.change'),
      value: ({ change }) => t(`change.${change ?? 'acknowledge'}`),
    },
    { key: 'note', title: t('history.note'), value: ({ note }) => note },
    {
      key: 'state',
      title: t('history.state'),
      value: ({ withdrawReason }) => withdrawReason ?? t('history.replaced'),
      draw: ({ withdrawReason }) => (
        <StateFace
          face={withdrawReason === null ? 'done' : 'refused'}
          word={withdrawReason ?? t('history.replaced')}
        />
      ),
    },
  ];
  return (
    <Section title={t('history')}>
      <DataTable
        name="conduct.history"
        label={t('history')}
        rows={codes}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { EmptyFace, ErrorFace, LoadingFace, ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Happening } from '../../contract/by-hand-queries.ts';
import type { RegisterRow } from '../../contract/queries.ts';
import { actions, rules } from '../../contract/rules.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { people } from '../queries.ts';

/** Where the person lived before, and which entries were found to be the same; a merge is taken back here. */
export function HistorySection({ row, onOpen }: { row: RegisterRow; onOpen: (id: string) => void }) {
  const t = useText(byHandText);
  const history = useQuery(people.query.history.queryOptions({ input: { residentId: row.id } }));
  const happenings = history.data?.happenings ?? [];
  return (
    <Section title={t('history.title')}>
      {history.isError ? <ErrorFace error={history.error} retry={() => void history.refetch()} /> : null}
      {history.isPending ? <LoadingFace /> : null}
      {history.data && happenings.length === 0 ? <EmptyFace title={t('history.none')} /> : null}
      <ol className="history">
        {happenings.map((happening) => (
          <li key={`${happening.at}${happening.what}${happening.other}`}>
            <Line happening={happening} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Line({ happening, onOpen }: { happening: Happening; onOpen: (id: string) => void }) {
  const t = useText(byHandText);
  const language = useLanguage();
  const { at, byName, what, other, otherId, reason, mergeId } = happening;
  return (
    <>
      <div>
        {t(`history.${what}`, { other })} {reason === '' ? '' : t('history.reason', { reason })}
      </div>
      <small>
        {whenText(at, language)} {byName ?? ''}
      </small>{' '}
      {otherId === null ? null : (
        <button type="button" className="row-button" onClick={() => onOpen(otherId)}>
          {t('history.open')}
        </button>
      )}{' '}
      {mergeId === null ? null : <TakeBack mergeId={mergeId} />}
    </>
  );
}

function TakeBack({ mergeId }: { mergeId: string }) {
  const t = useText(byHandText);
  const words = useText(text);
  const may = useMay(rules, actions.change);
  const { submit, busy, problems } = useSubmit(t('unmerge.done'));
  return (
    <>
      <Popconfirm
        title={t('unmerge.go')}
        description={t('unmerge.ask')}
        okText={t('unmerge.go')}
        cancelText={words('resident.cancel')}
        onConfirm={() => void submit('people.unmerge-residents', 1, { mergeId })}
      >
        <Button size="small" loading={busy} disabled={!may}>
          {t('unmerge.go')}
        </Button>
      </Popconfirm>
      <ProblemAlert problems={problems} />
    </>
  );
}

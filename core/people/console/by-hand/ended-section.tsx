import { Button, Space } from 'antd';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { END_REASONS } from '../../contract/by-hand.ts';
import type { RegisterRow } from '../../contract/queries.ts';
import { actions, rules } from '../../contract/rules.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';

/** Why the entry no longer stands, and the way back: to the entry that stands for it, or to life. */
export function EndedSection({ row, onOpen }: { row: RegisterRow; onOpen: (id: string) => void }) {
  const t = useText(byHandText);
  const words = useText(text);
  const language = useLanguage();
  const may = useMay(rules, actions.change);
  const { submit, busy, problems } = useSubmit(t('restore.done'));
  const { endedAt, endedOn, endReason, mergedInto } = row;
  if (endedAt === null) return null;
  const reason = END_REASONS.find((one) => one === endReason);
  return (
    <Section title={words('resident.ended', { when: endedOn ?? whenText(endedAt, language) })}>
      <p>{mergedInto !== null ? t('restore.merged') : reason ? words(`end.${reason}`) : ''}</p>
      <ProblemAlert problems={problems} />
      <Space>
        {mergedInto !== null ? (
          <Button onClick={() => onOpen(mergedInto)}>{t('restore.open-kept')}</Button>
        ) : (
          <Button
            loading={busy}
            disabled={!may}
            title={may ? '' : words('register.not-allowed')}
            onClick={() => void submit('people.restore-resident', 1, { residentId: row.id })}
          >
            {t('restore.go')}
          </Button>
        )}
      </Space>
    </Section>
  );
}

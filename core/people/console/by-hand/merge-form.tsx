import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { MergeField } from '../../contract/by-hand.ts';
import type { Comparison } from '../../contract/by-hand-queries.ts';
import { actions, rules } from '../../contract/rules.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { peoplePaths } from '../../paths.ts';
import { MergeTable } from './merge-table.tsx';

/** Which entry stays, what is taken over from the other, and why; or that they are two people. */
export function MergeForm({ comparison, discrepancyId }: { comparison: Comparison; discrepancyId?: string }) {
  const t = useText(byHandText);
  const words = useText(text);
  const go = useGo();
  const may = useMay(rules, actions.change);
  const merging = useSubmit(t('merge.done'));
  const apart = useSubmit(t('apart.done'));
  const [isSwapped, setSwapped] = useState(false);
  const [kept, merged] = isSwapped ? [...comparison.people].reverse() : comparison.people;
  const [chosen, setChosen] = useState<readonly MergeField[] | null>(null);
  const [reason, setReason] = useState('');
  if (!kept || !merged) return null;
  const take = chosen ?? comparison.proposals[kept.id] ?? [];
  const merge = async () => {
    const body = { keptId: kept.id, mergedId: merged.id, take, reason: reason.trim() };
    const about = discrepancyId === undefined ? {} : { discrepancyId };
    const answer = await merging.submit('people.merge-residents', 1, { ...body, ...about });
    if (answer?.first === 'done') go(peoplePaths.resident(kept.id));
  };
  const tellApart = async () => {
    const body = { residentId: kept.id, otherId: merged.id, note: reason.trim() };
    const answer = await apart.submit('people.tell-apart', 1, body);
    if (answer?.first === 'done')
      go(discrepancyId === undefined ? peoplePaths.duplicates : peoplePaths.discrepancies);
  };
  const isEnded = kept.endedAt !== null || merged.endedAt !== null;
  return (
    <Form layout="vertical" className="merge" disabled={!may} onFinish={() => void merge()}>
      <MergeTable
        kept={kept}
        merged={merged}
        differing={comparison.differing}
        take={take}
        onTake={setChosen}
        onSwap={() => {
          setSwapped(!isSwapped);
          setChosen(null);
        }}
      />
      <p className="merge-note">{t('merge.note')}</p>
      <Form.Item label={t('merge.reason')} required>
        <Input
          value={reason}
          maxLength={200}
          aria-label={t('merge.reason')}
          placeholder={t('merge.reason-hint')}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <ProblemAlert problems={[...merging.problems, ...apart.problems]} />
      <Space wrap>
        <Button
          type="primary"
          htmlType="submit"
          loading={merging.busy}
          disabled={!may || isEnded || reason.trim() === ''}
          title={may ? '' : words('register.not-allowed')}
        >
          {t('merge.go')}
        </Button>
        <Button loading={apart.busy} disabled={!may} onClick={() => void tellApart()}>
          {t('apart.go')}
        </Button>
      </Space>
    </Form>
  );
}

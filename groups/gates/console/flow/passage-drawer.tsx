import { Button, Form, Input } from 'antd';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { PassageView } from '../../contract/flow-queries.ts';
import { flowText } from '../../messages/flow.ts';
import { PassageFacts } from './passage-facts.tsx';

/** One passage; a leader voids it where it was a slip. */
export function PassageDrawer({ passage, onClose }: { passage: PassageView | null; onClose: () => void }) {
  const t = useText(flowText);
  return (
    <DetailDrawer title={t('flags.passage')} open={passage !== null} onClose={onClose}>
      {passage === null ? null : (
        <>
          <PassageFacts key={passage.id} passage={passage} />
          {passage.voided ? null : <VoidForm key={`void-${passage.id}`} passageId={passage.id} />}
        </>
      )}
    </DetailDrawer>
  );
}

function VoidForm({ passageId }: { passageId: string }) {
  const t = useText(flowText);
  const may = useMay(rules, actions.settle);
  const { submit, busy, problems } = useSubmit(t('void.done'));
  return (
    <details className="passage-void">
      <summary>{t('void.title')}</summary>
      <p>{t('void.lead')}</p>
      <Form<{ note: string }>
        layout="vertical"
        onFinish={({ note }) => void submit('gates.void-passage', 1, { passageId, note: note.trim() })}
      >
        <Form.Item
          name="note"
          label={t('void.note')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <ProblemAlert problems={problems} />
        <Button danger htmlType="submit" loading={busy} disabled={!may} title={may ? '' : t('not-allowed')}>
          {t('void.save')}
        </Button>
      </Form>
    </details>
  );
}

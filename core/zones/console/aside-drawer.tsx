import { Button, Form, Input } from 'antd';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput, toLocalInput } from '#kernel/ui/when.ts';
import type { ProposalView } from '../contract.ts';
import { text } from '../messages/index.ts';
import { whatText, whyText } from './proposal-words.ts';

const DAY = 86_400_000;

interface Fields {
  readonly reason: string;
  readonly again?: string;
}

/** Leaves things as they are, with a reason; a step is always brought up again on a day. */
export function AsideDrawer(props: { proposal: ProposalView; place: string; onClose: () => void }) {
  const { proposal, place, onClose } = props;
  const t = useText(text);
  const language = useLanguage();
  const { submit, busy, problems } = useSubmit(t('proposal.aside-done'));
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const isStep = proposal.kind === 'step';
  const save = async ({ reason, again }: Fields) => {
    const againAt = again ? fromLocalInput(again) : null;
    const body = { proposalId: proposal.id, reason, againAt };
    const answer = await submit('zones.set-aside-proposal', 1, body);
    if (answer?.first === 'done') onClose();
  };
  return (
    <DetailDrawer title={t('proposal.aside-title', { place })} open onClose={onClose}>
      <p>
        {whyText(proposal, language)} · {whatText(proposal, language)}
      </p>
      <Form<Fields>
        layout="vertical"
        onFinish={(fields) => void save(fields)}
        initialValues={isStep ? { again: toLocalInput(Date.now() + DAY) } : {}}
      >
        <Form.Item name="reason" label={t('proposal.aside-reason')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('proposal.again')}
          extra={isStep ? null : t('proposal.again-hint')}
          rules={isStep ? required : []}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('proposal.aside')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}

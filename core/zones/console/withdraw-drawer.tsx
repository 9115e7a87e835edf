import { Button, Form, Input } from 'antd';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { StatusView } from '../contract.ts';
import { text } from '../messages/index.ts';
import { ForeseenPart } from './foreseen.tsx';

/** Takes a declaration back as if it had never been, after showing what that changes. */
export function WithdrawDrawer(props: { status: StatusView; place: string; onClose: () => void }) {
  const { status, place, onClose } = props;
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('zones.withdraw-done'));
  const save = async ({ reason }: { readonly reason: string }) => {
    const answer = await submit('zones.withdraw-status', 1, { statusId: status.id, reason });
    if (answer?.first === 'done') onClose();
  };
  return (
    <DetailDrawer
      title={t('zones.withdraw-title', { place, status: t(`status.${status.status}`) })}
      open
      onClose={onClose}
    >
      <p>{t('zones.withdraw-lead')}</p>
      <Form layout="vertical" onFinish={(fields) => void save(fields)}>
        <Form.Item
          name="reason"
          label={t('zones.withdraw-reason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <ForeseenPart asked={{ change: 'withdraw', statusId: status.id }} />
        <ProblemAlert problems={problems} />
        <Button type="primary" danger htmlType="submit" loading={busy}>
          {t('zones.withdraw')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}

import { Button, Form, Input } from 'antd';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';

/** Somebody says that a copy of these very keys was made, and where it lies. */
export function BackupDrawer(props: { open: boolean; fingerprint: string; onClose: () => void }) {
  const { open, fingerprint, onClose } = props;
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('keys.confirmed'));
  const save = async ({ place }: { place: string }) => {
    const body = { backupId: newId(), fingerprint, place };
    const answer = await submit('privacy.confirm-key-backup', 1, body);
    if (answer?.first === 'done') onClose();
  };
  return (
    <DetailDrawer title={t('keys.confirm-title')} open={open} onClose={onClose}>
      <Form<{ place: string }> layout="vertical" onFinish={(fields) => void save(fields)}>
        <Form.Item
          name="place"
          label={t('keys.confirm-place')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea maxLength={200} rows={3} />
        </Form.Item>
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('keys.confirm-save')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}

import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { fetchFile, ProblemAlert } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useProblemText, useText } from '#kernel/ui/use-text.ts';
import { type FullInside, fullInsidePath } from '../../contract/visit-queries.ts';
import { evacuationText } from '../../messages/evacuation.ts';

/** Full names: what for, the record of it, the second factor, then the names. */
export function NamesButton(props: {
  buildingId: string;
  shown: boolean;
  onNames: (names: FullInside['names']) => void;
}) {
  const { buildingId, shown, onNames } = props;
  const t = useText(evacuationText);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button disabled={shown} onClick={() => setAsking(true)}>
        {t('names')}
      </Button>
      <Modal
        title={t('names.title')}
        open={asking}
        onCancel={() => setAsking(false)}
        footer={null}
        destroyOnHidden
      >
        <NamesForm
          buildingId={buildingId}
          onNames={(names) => {
            onNames(names);
            setAsking(false);
          }}
        />
      </Modal>
    </>
  );
}

function NamesForm(props: { buildingId: string; onNames: (names: FullInside['names']) => void }) {
  const t = useText(evacuationText);
  const say = useProblemText();
  const { submit, busy, problems } = useSubmit(t('names.noted'));
  const [opening, setOpening] = useState(false);
  const open = async ({ reason }: { reason: string }) => {
    const answer = await submit('gates.look-inside', 1, { buildingId: props.buildingId, reason });
    if (answer?.first !== 'done') return;
    setOpening(true);
    try {
      const file = await fetchFile(fullInsidePath(requireSession().areaId, answer.id));
      props.onNames((JSON.parse(await file.text()) as FullInside).names);
    } catch (error) {
      notify('refused', say(problemOf(error)));
    }
    setOpening(false);
  };
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={(form) => void open(form)}>
      <p>{t('names.lead')}</p>
      <Form.Item
        name="reason"
        label={t('names.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('required') }]}
      >
        <Input maxLength={200} placeholder={t('names.reason-hint')} autoComplete="off" />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy || opening}>
        {t('names')}
      </Button>
    </Form>
  );
}

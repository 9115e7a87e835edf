import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Order } from '../contract/commands.ts';
import { GRACE_SECONDS } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { closingScreens } from '../paths.ts';
import { sendOrder } from './queries.ts';

/** Who answers for it, on which decision; the area's name typed by hand, and the second factor after it. */
export function OrderDrawer(props: { open: boolean; onClose: () => void }) {
  const t = useText(text);
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const area = requireSession().areaName;
  const send = async (order: Order) => {
    setBusy(true);
    setProblems([]);
    try {
      await sendOrder(order);
      go(closingScreens.progress);
    } catch (error) {
      setProblems([problemOf(error)]);
    } finally {
      setBusy(false);
    }
  };
  const required = { required: true, whitespace: true, message: t('required') };
  return (
    <DetailDrawer title={t('order')} open={props.open} onClose={props.onClose}>
      <p>{t('lead')}</p>
      <p>{t('order-lead', { seconds: GRACE_SECONDS })}</p>
      <Form<Order> layout="vertical" requiredMark={false} onFinish={(order) => void send(order)}>
        <Form.Item name="rule" label={t('order-rule')} rules={[required]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="responsible" label={t('order-responsible')} rules={[required]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="witness" label={t('order-witness')} rules={[required]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="areaName"
          label={t('order-name', { area })}
          validateTrigger="onBlur"
          rules={[
            {
              validator: async (_rule, typed: string | undefined) => {
                if (typed?.trim() !== area) throw new Error(t('order-name-wrong'));
              },
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <ProblemAlert problems={problems} />
        <Button danger type="primary" htmlType="submit" loading={busy}>
          {t('order-go')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}

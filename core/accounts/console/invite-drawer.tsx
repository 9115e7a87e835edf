import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { currentPhoneOrigin } from '#kernel/ui/network.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession, useSession } from '#kernel/ui/session.ts';
import { newCommand, submitCommands } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { type FreshInvitation, makeInvitation } from '../client/invitation.ts';
import { givingOf, onlyGroup } from '../client/may-give.ts';
import { text } from '../messages/index.ts';
import { FreshInvitations } from './fresh-invitations.tsx';
import { type RoleChoice, RoleFields } from './role-fields.tsx';

interface Fields extends RoleChoice {
  readonly name?: string;
  readonly phoneEnd?: string;
  readonly count: number;
  readonly days: number;
}

const DAY = 86_400_000;
/** Ten sheets of A4; more are made in another go. */
const MOST = 80;

/** Makes invitations and shows them once: a big QR for one, a print sheet for many. */
export function InviteDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText(text);
  const queries = useQueryClient();
  const giving = givingOf(useSession(), Date.now());
  const [made, setMade] = useState<readonly FreshInvitation[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const make = async (fields: Fields) => {
    setBusy(true);
    try {
      const result = await sendInvitations(fields);
      setProblems(result.problems);
      setMade(result.made);
      await queries.invalidateQueries();
    } catch (error) {
      setProblems([problemOf(error)]);
    }
    setBusy(false);
  };
  const close = () => {
    setMade([]);
    setProblems([]);
    onClose();
  };

  return (
    <DetailDrawer title={t('invite.title')} open={open} onClose={close}>
      {made.length > 0 ? <FreshInvitations made={made} /> : null}
      {made.length === 0 && !window.isSecureContext ? <p role="alert">{t('invite.insecure')}</p> : null}
      {made.length === 0 && window.isSecureContext ? (
        <Form<Fields>
          layout="vertical"
          initialValues={{
            role: 'volunteer',
            count: 1,
            days: 3,
            group: onlyGroup(giving),
          }}
          onFinish={(fields) => void make(fields)}
        >
          <p>{t('invite.lead')}</p>
          <RoleFields {...giving} />
          <Form.Item name="name" label={t('invite.name')}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="phoneEnd"
            label={t('invite.phone-end')}
            extra={t('invite.phone-end-hint')}
            rules={[{ pattern: /^\d{4}$/, message: t('invite.phone-end-bad') }]}
          >
            <Input inputMode="numeric" maxLength={4} style={{ width: '8em' }} />
          </Form.Item>
          <Form.Item name="count" label={t('invite.count')}>
            <InputNumber min={1} max={MOST} precision={0} />
          </Form.Item>
          <Form.Item name="days" label={t('invite.days')}>
            <InputNumber min={1} max={14} precision={0} />
          </Form.Item>
          <ProblemAlert problems={problems} />
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('invite.make')}
          </Button>
        </Form>
      ) : null}
    </DetailDrawer>
  );
}

/** One push for all; what was refused is told, what was made is shown. */
async function sendInvitations({ role, group, name, phoneEnd, count, days }: Fields): Promise<{
  readonly made: readonly FreshInvitation[];
  readonly problems: readonly Problem[];
}> {
  const { areaId } = requireSession();
  const origin = await currentPhoneOrigin();
  const now = Date.now();
  const single = count === 1 && name?.trim() ? name.trim() : null;
  const offer = {
    areaId,
    origin,
    role,
    group: group ?? null,
    name: single,
    now,
    validMs: days * DAY,
    ...(count === 1 && phoneEnd ? { phoneEnd } : {}),
  };
  const offers = await Promise.all(Array.from({ length: count }, () => makeInvitation(offer)));
  const commands = offers.map(({ body }) => newCommand('accounts.invite', 1, body, now));
  const answers = await submitCommands(areaId, commands);
  const refused = answers.find((answer) => answer.first === 'refused');
  return {
    made: offers.filter((_, i) => answers[i]?.first === 'done').map(({ fresh }) => fresh),
    problems: refused?.problems ?? [],
  };
}

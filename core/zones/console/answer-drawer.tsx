import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput, toLocalInput } from '#kernel/ui/when.ts';
import { type ConsequencesOf, type ProposalView, ZONE_STATUSES, type ZoneStatus } from '../contract.ts';
import { text } from '../messages/index.ts';
import { DeclaredFields } from './declared-fields.tsx';
import { ForeseenPart } from './foreseen.tsx';
import { whatText, whyText } from './proposal-words.ts';
import { Unmet } from './proposals.tsx';

/** `as-proposed`: lifts or takes back, where that is what is proposed. */
type What = ZoneStatus | 'as-proposed';

interface Fields {
  readonly what: What;
  readonly from: string;
  readonly until?: string;
  readonly reason: string;
  readonly source?: string;
}

/** Does what is proposed, or what the person makes of it, after showing what that changes. */
export function AnswerDrawer(props: { proposal: ProposalView; place: string; onClose: () => void }) {
  const { proposal, place, onClose } = props;
  const t = useText(text);
  const language = useLanguage();
  const { submit, busy, problems } = useSubmit(t('zones.set-done'));
  const [form] = Form.useForm<Fields>();
  const [opened] = useState(() => Date.now());
  const filled = Form.useWatch([], form) as Partial<Fields> | undefined;
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const declaring = filled?.what !== undefined && filled.what !== 'as-proposed';

  const save = async ({ what, from, until, reason, source }: Fields) => {
    const declare =
      what === 'as-proposed'
        ? null
        : {
            statusId: newId(),
            status: what,
            from: fromLocalInput(from),
            until: until ? fromLocalInput(until) : null,
            source,
          };
    const body = { proposalId: proposal.id, reason, declare };
    const answer = await submit('zones.accept-proposal', 1, body);
    if (answer?.first === 'done') onClose();
  };

  return (
    <DetailDrawer title={t('proposal.answer-title', { place })} open onClose={onClose}>
      <p>
        {whyText(proposal, language)} · <strong>{whatText(proposal, language)}</strong>
      </p>
      <Unmet unmet={proposal.unmet} />
      <Form<Fields>
        form={form}
        layout="vertical"
        onFinish={(fields) => void save(fields)}
        initialValues={{
          what: proposal.status ?? 'as-proposed',
          from: toLocalInput(opened),
          reason: whyText(proposal, language),
        }}
      >
        <Form.Item name="what" label={t('proposal.what')} rules={required}>
          <Radio.Group
            aria-label={t('proposal.what')}
            options={[
              ...(proposal.status === null
                ? [{ value: 'as-proposed', label: whatText(proposal, language) }]
                : []),
              ...ZONE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
            ]}
          />
        </Form.Item>
        {declaring ? <DeclaredFields /> : null}
        <Form.Item name="reason" label={t('zones.reason')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <ForeseenPart asked={askedBy(proposal, filled, opened)} />
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('zones.save')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}

/** The change as far as the form says it. */
function askedBy(
  { kind, placeKind, placeId, statusId }: ProposalView,
  fields: Partial<Fields> | undefined,
  opened: number,
): ConsequencesOf | null {
  if (fields?.what === undefined) return null;
  if (fields.what === 'as-proposed') {
    if (statusId === null) return null;
    return kind === 'corrected' ? { change: 'withdraw', statusId } : { change: 'end', statusId, at: opened };
  }
  const from = fromLocalInput(fields.from ?? '');
  if (from === null) return null;
  const until = fields.until ? fromLocalInput(fields.until) : null;
  return { change: 'set', placeKind, placeId, status: fields.what, from, until };
}

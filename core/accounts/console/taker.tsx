import { Button, Popconfirm, Space } from 'antd';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { InvitationRow } from '../contract/queries.ts';
import { accountsRules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';

/** Who came in by an invitation; somebody it was not meant for, because it was forwarded, is ended with two clicks. */
export function Taker({ row }: { row: InvitationRow }) {
  const t = useText(text);
  const may = useMay(accountsRules, 'accounts:end-member');
  const { submit, busy } = useSubmit(t('invite.taker-ended'));
  const { usedBy: memberId, usedByName: name, usedByEnded } = row;
  if (memberId === null || name === null) return null;
  if (usedByEnded) return `${name}（${t('people.ended')}）`;
  return (
    <Space>
      {name}
      <Popconfirm
        title={t('invite.taker-wrong')}
        description={t('invite.taker-ask', { name })}
        okText={t('invite.taker-end')}
        cancelText={t('person.end-no')}
        onConfirm={() => void submit('accounts.end-member', 1, { memberId, reason: t('invite.taker-wrong') })}
      >
        <Button
          size="small"
          loading={busy}
          disabled={!may}
          aria-label={`${t('invite.taker-wrong')}: ${name}`}
        >
          {t('invite.taker-wrong')}
        </Button>
      </Popconfirm>
    </Space>
  );
}

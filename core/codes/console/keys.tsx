import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import {
  type Column,
  DataTable,
  EmptyFace,
  ErrorFace,
  Page,
  ProblemAlert,
  ToneBadge,
} from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { codesRules } from '../contract/commands.ts';
import type { SigningKey } from '../domain/signed/keys.ts';
import { text } from '../messages/index.ts';
import { codes } from './queries.ts';

/** The keys that sign what lets someone pass: which is in use, and changing it. */
export default function Keys() {
  const t = useText(text);
  const may = useMay(codesRules, 'codes:manage-keys');
  const keys = useQuery(codes.query.keys.queryOptions());
  const { submit, busy, problems } = useSubmit(t('keys.done'));
  const columns = useColumns((keyId) => void submit('codes.revoke-key', 1, { keyId }), may && !busy);
  if (keys.isError) return <ErrorFace error={keys.error} retry={() => void keys.refetch()} />;
  const rows = keys.data?.keys ?? [];
  const rotate = (revokeOld: boolean) => void submit('codes.rotate-key', 1, { keyId: newId(), revokeOld });
  const why = may ? '' : t('keys.not-allowed');

  return (
    <Page
      title={t('keys')}
      lead={t('keys.lead')}
      actions={
        <>
          <Popconfirm title={t('keys.rotate-revoke.ask')} onConfirm={() => rotate(true)} disabled={!may}>
            <Button danger disabled={!may || busy || rows.length === 0} title={why}>
              {t('keys.rotate-revoke')}
            </Button>
          </Popconfirm>
          <Button type="primary" disabled={!may || busy} title={why} onClick={() => rotate(false)}>
            {t(rows.length === 0 ? 'keys.make' : 'keys.rotate')}
          </Button>
        </>
      }
    >
      <ProblemAlert problems={problems} />
      <DataTable
        name="codes.keys"
        label={t('keys.table')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        loading={keys.isPending}
        empty={<EmptyFace title={t('keys.empty')} />}
      />
    </Page>
  );
}

const stateOf = (key: SigningKey) =>
  key.revokedAt !== null ? 'keys.revoked' : key.validUntil !== null ? 'keys.old' : 'keys.in-use';

const TONES = { 'keys.in-use': 'blue', 'keys.old': 'plain', 'keys.revoked': 'red' } as const;

function useColumns(revoke: (keyId: string) => void, may: boolean): readonly Column<SigningKey>[] {
  const t = useText(text);
  const language = useLanguage();
  return [
    { key: 'mark', title: t('keys.mark'), value: (key) => key.publicKey.slice(0, 8) },
    { key: 'from', title: t('keys.from'), value: (key) => whenText(key.validFrom, language) },
    {
      key: 'until',
      title: t('keys.until'),
      value: (key) => (key.validUntil === null ? '—' : whenText(key.validUntil, language)),
    },
    {
      key: 'state',
      title: t('keys.state'),
      value: (key) => t(stateOf(key)),
      draw: (key) => <ToneBadge tone={TONES[stateOf(key)]} word={t(stateOf(key))} />,
    },
    {
      key: 'revoke',
      title: t('keys.revoke'),
      value: () => null,
      draw: (key) =>
        stateOf(key) === 'keys.old' ? (
          <Popconfirm title={t('keys.revoke.ask')} onConfirm={() => revoke(key.id)} disabled={!may}>
            <Button size="small" danger disabled={!may} title={may ? '' : t('keys.not-allowed')}>
              {t('keys.revoke')}
            </Button>
          </Popconfirm>
        ) : null,
    },
  ];
}

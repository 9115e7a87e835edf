import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DataTable, ErrorFace, LoadingFace, Page, Section, StateFace } from '#kernel/ui/console/index.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { KeysView } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { BackupDrawer } from './backup-drawer.tsx';
import { privacy } from './queries.ts';
import './privacy.css';

const EXPORT = 'npm run concerto -- keys export concerto-keys.txt';
const CHECK = 'npm run concerto -- keys check concerto-keys.txt';

/** Whether a copy of the keys exists, how to make one, and the versions of the keys. */
export default function Keys() {
  const t = useText(text);
  const language = useLanguage();
  const may = useMay(rules, actions.confirmBackup);
  const [open, setOpen] = useState(false);
  const keys = useQuery(privacy.query.keys.queryOptions());
  if (keys.isError) return <ErrorFace error={keys.error} retry={() => void keys.refetch()} />;
  const rotateCommand = `npm run concerto -- keys rotate ${requireSession().areaName}`;
  return (
    <Page
      title={t('keys')}
      lead={t('keys.lead')}
      actions={
        <Button
          type="primary"
          disabled={!may || !keys.data}
          title={may ? '' : t('privacy.not-allowed')}
          onClick={() => setOpen(true)}
        >
          {t('keys.confirm')}
        </Button>
      }
    >
      {keys.data ? (
        <>
          <Section title={t('keys.state')}>
            <BackupState keys={keys.data} />
          </Section>
          <Section title={t('keys.how')}>
            <ol className="key-steps">
              <li>
                {t('keys.how-1')} <code>{EXPORT}</code>
              </li>
              <li>{t('keys.how-2')}</li>
              <li>
                {t('keys.how-3')} <code>{CHECK}</code>
              </li>
              <li>{t('keys.how-4')}</li>
            </ol>
          </Section>
          <Section title={t('keys.versions')}>
            <p className="key-command">
              {t(keys.data.rotating ? 'keys.rotating' : 'keys.rotate-how')} <code>{rotateCommand}</code>
            </p>
            <DataTable
              name="privacy.key-versions"
              label={t('keys.versions')}
              rows={keys.data.versions.toReversed()}
              rowKey={(row) => String(row.version)}
              columns={[
                { key: 'version', title: t('keys.version'), value: (row) => row.version },
                {
                  key: 'since',
                  title: t('keys.since'),
                  value: (row) => row.from,
                  draw: (row) => (row.from === 0 ? t('keys.since-first') : whenText(row.from, language)),
                },
                { key: 'use', title: t('keys.use'), value: (row) => t(purposeOf(row, keys.data)) },
              ]}
            />
          </Section>
          <BackupDrawer open={open} fingerprint={keys.data.fingerprint} onClose={() => setOpen(false)} />
        </>
      ) : (
        <LoadingFace />
      )}
    </Page>
  );
}

const purposeOf = ({ version, logOnly }: KeysView['versions'][number], { versions }: KeysView) =>
  version === versions.at(-1)?.version ? 'keys.use-now' : logOnly ? 'keys.use-log' : 'keys.use-rotating';

function BackupState({ keys }: { keys: KeysView }) {
  const t = useText(text);
  const language = useLanguage();
  const { backup, outdated } = keys;
  if (backup) {
    const detail = t('keys.good-detail', {
      when: whenText(backup.at, language),
      who: backup.by ?? t('paper.system'),
      place: backup.place,
    });
    return (
      <p>
        <StateFace face="done" word={t('keys.good')} /> {detail}
      </p>
    );
  }
  return (
    <p role="alert">
      <StateFace face="flagged" word={t(outdated === null ? 'keys.bad' : 'keys.old')} />{' '}
      {outdated === null ? t('warn.keys') : t('warn.keys-outdated', { when: whenText(outdated, language) })}
    </p>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { accounts } from '../client/queries.ts';
import type { PersonAtWork } from '../contract/queries.ts';
import { accountsRules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import './person.css';

/** Entered twice, by hand and by an invitation: says which entry stays. */
export function Merging({ person, onDone }: { person: PersonAtWork; onDone: () => void }) {
  const t = useText(text);
  const may = useMay(accountsRules, 'accounts:merge-member');
  const { submit, busy, problems } = useSubmit(t('person.merge-done'));
  const [keptId, setKeptId] = useState<string | null>(null);
  const working = useQuery(accounts.query.people.queryOptions({ input: { ended: false } }));
  const others = (working.data?.people ?? []).filter(({ id }) => id !== person.id);
  const why = may ? '' : t('people.not-allowed');
  const merge = async () => {
    const answer = await submit('accounts.merge-member', 1, { memberId: person.id, keptId });
    if (answer?.first === 'done') onDone();
  };
  return (
    <Section title={t('person.merge')}>
      <ProblemAlert problems={problems} />
      <div className="person-merge">
        <Select
          aria-label={t('person.merge-into')}
          placeholder={t('person.merge-into')}
          showSearch
          optionFilterProp="label"
          value={keptId}
          onChange={setKeptId}
          disabled={!may}
          options={others.map(({ id, name, role, phoneMask }) => ({
            value: id,
            label: [name, t(`role.${role}`), phoneMask].filter(Boolean).join(' '),
          }))}
        />
        <Popconfirm
          title={t('person.merge')}
          description={t('person.merge-ask', { name: person.name })}
          okText={t('person.merge-do')}
          cancelText={t('person.merge-no')}
          onConfirm={() => void merge()}
          disabled={keptId === null}
        >
          <Button loading={busy} disabled={!may || keptId === null} title={why}>
            {t('person.merge-do')}
          </Button>
        </Popconfirm>
      </div>
    </Section>
  );
}

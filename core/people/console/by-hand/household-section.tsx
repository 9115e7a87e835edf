import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RegisterRow } from '../../contract/queries.ts';
import { actions, rules } from '../../contract/rules.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { people } from '../queries.ts';
import { byHousehold } from './households.ts';

/** Who lives behind the same door, by household: opened, split off, joined. */
export function HouseholdSection({ row, onOpen }: { row: RegisterRow; onOpen: (id: string) => void }) {
  const t = useText(byHandText);
  const home = useQuery(people.query.dwelling.queryOptions({ input: { dwellingId: row.dwellingId } }));
  const households = byHousehold(home.data?.rows ?? [], row.householdId);
  return (
    <Section title={t('household.title')}>
      {households.map(({ householdId, members }) => (
        <Household key={householdId} own={row} householdId={householdId} members={members} onOpen={onOpen} />
      ))}
    </Section>
  );
}

function Household(props: {
  own: RegisterRow;
  householdId: string;
  members: readonly RegisterRow[];
  onOpen: (id: string) => void;
}) {
  const t = useText(byHandText);
  const { own, householdId, members, onOpen } = props;
  const [leaving, setLeaving] = useState<readonly string[] | null>(null);
  const [first] = members;
  return (
    <div className="household">
      <strong>{t('household.of', { name: first?.name ?? '', count: members.length })}</strong>
      <ul>
        {members.map((member) => (
          <li key={member.id}>
            {leaving === null ? null : (
              <Checkbox
                checked={leaving.includes(member.id)}
                aria-label={t('household.leaves', { name: member.name })}
                onChange={(event) =>
                  setLeaving(
                    event.target.checked ? [...leaving, member.id] : leaving.filter((id) => id !== member.id),
                  )
                }
              />
            )}{' '}
            {member.id === own.id ? (
              member.name
            ) : (
              <button type="button" className="row-button" onClick={() => onOpen(member.id)}>
                {member.name}
              </button>
            )}{' '}
            {member.relation}
          </li>
        ))}
      </ul>
      {householdId === own.householdId ? (
        <Split members={members} householdId={householdId} leaving={leaving} onLeaving={setLeaving} />
      ) : (
        <Join keptId={own.householdId} joinedId={householdId} />
      )}
    </div>
  );
}

function Split(props: {
  members: readonly RegisterRow[];
  householdId: string;
  leaving: readonly string[] | null;
  onLeaving: (ids: readonly string[] | null) => void;
}) {
  const t = useText(byHandText);
  const may = useMay(rules, actions.change);
  const words = useText(text);
  const { members, householdId, leaving, onLeaving } = props;
  const { submit, busy, problems } = useSubmit(t('household.split-done'));
  if (members.length < 2) return null;
  if (leaving === null) {
    return (
      <Button
        size="small"
        disabled={!may}
        title={may ? '' : words('register.not-allowed')}
        onClick={() => onLeaving([])}
      >
        {t('household.split')}
      </Button>
    );
  }
  const split = async () => {
    const body = { householdId, newHouseholdId: newId(), residentIds: leaving };
    const answer = await submit('people.split-household', 1, body);
    if (answer?.first === 'done') onLeaving(null);
  };
  return (
    <>
      <p>{t('household.split-hint')}</p>
      <ProblemAlert problems={problems} />
      <Space>
        <Button
          size="small"
          type="primary"
          loading={busy}
          disabled={leaving.length === 0 || leaving.length === members.length}
          onClick={() => void split()}
        >
          {t('household.split-go')}
        </Button>
        <Button size="small" onClick={() => onLeaving(null)}>
          {words('resident.cancel')}
        </Button>
      </Space>
    </>
  );
}

function Join({ keptId, joinedId }: { keptId: string; joinedId: string }) {
  const t = useText(byHandText);
  const words = useText(text);
  const may = useMay(rules, actions.change);
  const { submit, busy, problems } = useSubmit(t('household.join-done'));
  return (
    <>
      <ProblemAlert problems={problems} />
      <Popconfirm
        title={t('household.join')}
        description={t('household.join-ask')}
        okText={t('household.join-go')}
        cancelText={words('resident.cancel')}
        onConfirm={() => void submit('people.join-households', 1, { keptId, joinedId })}
      >
        <Button size="small" loading={busy} disabled={!may}>
          {t('household.join')}
        </Button>
      </Popconfirm>
    </>
  );
}

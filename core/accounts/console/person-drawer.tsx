import { Button, Descriptions, Form, Popconfirm, Space } from 'antd';
import { rosterPaths } from '#core/roster/contract.ts';
import { DetailDrawer, ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useMay, useSession } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { givingOf, mayHelp } from '../client/may-give.ts';
import type { PersonAtWork } from '../contract/queries.ts';
import { accountsRules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { Merging } from './merging.tsx';
import { PersonAccess } from './person-access.tsx';
import { type RoleChoice, RoleFields } from './role-fields.tsx';

/** One person: what he is, his duties, naming him something else, ending it. */
export function PersonDrawer(props: { person: PersonAtWork | undefined; onClose: () => void }) {
  const { person, onClose } = props;
  const t = useText(text);
  return (
    <DetailDrawer title={person?.name ?? t('people')} open={person !== undefined} onClose={onClose}>
      {person === undefined ? null : (
        <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
          <Facts person={person} />
          <Duties person={person} />
          {person.endedAt === null ? <Access key={`access-${person.id}`} person={person} /> : null}
          {person.endedAt === null ? <Naming key={person.id} person={person} /> : null}
          {person.endedAt === null ? (
            <Merging key={`merge-${person.id}`} person={person} onDone={onClose} />
          ) : null}
          {person.endedAt === null ? <Ending person={person} onDone={onClose} /> : null}
        </Space>
      )}
    </DetailDrawer>
  );
}

function Facts({ person }: { person: PersonAtWork }) {
  const t = useText(text);
  const language = useLanguage();
  const items = [
    { key: 'role', label: t('people.role'), children: t(`role.${person.role}`) },
    { key: 'group', label: t('people.group'), children: t(`group.${person.group ?? 'none'}`) },
    { key: 'since', label: t('people.since'), children: whenText(person.since, language) },
    { key: 'phone', label: t('people.phone'), children: person.phoneMask ?? '—' },
  ];
  return <Descriptions column={1} size="small" items={items} />;
}

function Duties({ person }: { person: PersonAtWork }) {
  const t = useText(text);
  const language = useLanguage();
  return (
    <Section
      title={t('people.duties')}
      aside={<GoLink to={rosterPaths.assign(person.id)}>{t('person.assign')}</GoLink>}
    >
      {person.duties.length === 0 ? (
        <span>{t('people.no-duty')}</span>
      ) : (
        <ul>
          {person.duties.map((duty) => (
            <li key={duty.id}>
              {t(`group.${duty.group}`)} {duty.place} {whenText(duty.from, language)}–
              {whenText(duty.until, language)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Access({ person }: { person: PersonAtWork }) {
  const session = useSession();
  const may =
    session !== null && mayHelp(session.grants, person, Date.now()) && session.actorId !== person.id;
  return <PersonAccess person={person} may={may} />;
}

function Naming({ person }: { person: PersonAtWork }) {
  const t = useText(text);
  const may = useMay(accountsRules, 'accounts:name-leader');
  const giving = givingOf(useSession(), Date.now());
  const { submit, busy, problems } = useSubmit(t('person.role-done'));
  const save = ({ role, group }: RoleChoice) =>
    submit('accounts.name-leader', 1, { memberId: person.id, role, group: group ?? null });
  const initial: RoleChoice = { role: person.role, group: person.group };
  return (
    <Section title={t('person.role')}>
      <Form<RoleChoice>
        layout="vertical"
        initialValues={initial}
        onFinish={(choice) => void save(choice)}
        disabled={!may}
      >
        <RoleFields {...giving} />
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy} title={may ? '' : t('people.not-allowed')}>
          {t('person.role-save')}
        </Button>
      </Form>
    </Section>
  );
}

function Ending({ person, onDone }: { person: PersonAtWork; onDone: () => void }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('person.end-done'));
  const giving = givingOf(useSession(), Date.now());
  const may = giving.roles.includes(person.role);
  const end = async () => {
    const answer = await submit('accounts.end-member', 1, { memberId: person.id, reason: '' });
    if (answer?.first === 'done') onDone();
  };
  return (
    <Section title={t('person.end')}>
      <ProblemAlert problems={problems} />
      <Popconfirm
        title={t('person.end')}
        description={t('person.end-ask', { name: person.name })}
        okText={t('person.end-yes')}
        cancelText={t('person.end-no')}
        onConfirm={end}
      >
        <Button danger loading={busy} disabled={!may} title={may ? '' : t('people.not-allowed')}>
          {t('person.end')}
        </Button>
      </Popconfirm>
    </Section>
  );
}

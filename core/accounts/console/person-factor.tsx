import { Button, Popconfirm } from 'antd';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PersonAtWork } from '../contract/queries.ts';
import { accountsRules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';

/** Whether a person has an authenticator or passkeys; the command post takes them off when the phone is lost. */
export function PersonFactor({ person, may }: { person: PersonAtWork; may: boolean }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('person.factor-done'));
  const mayReset = useMay(accountsRules, 'accounts:reset-second-factor') && may;
  const reset = () => submit('accounts.reset-second-factor', 1, { memberId: person.id });
  return (
    <Section title={t('person.factor')}>
      <p>{t(person.hasSecondFactor ? 'person.factor-on' : 'person.factor-off')}</p>
      <ProblemAlert problems={problems} />
      {person.hasSecondFactor ? (
        <Popconfirm
          title={t('person.factor-reset')}
          description={t('person.factor-ask', { name: person.name })}
          okText={t('person.factor-yes')}
          cancelText={t('person.factor-no')}
          onConfirm={reset}
        >
          <Button loading={busy} disabled={!mayReset} title={mayReset ? '' : t('people.not-allowed')}>
            {t('person.factor-reset')}
          </Button>
        </Popconfirm>
      ) : null}
    </Section>
  );
}

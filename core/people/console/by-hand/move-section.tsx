import { useQuery } from '@tanstack/react-query';
import { Button, Form, Radio } from 'antd';
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
import { places } from '../queries.ts';
import { type Home, PlaceFields } from './place-fields.tsx';

/** Another dwelling for one person or for the whole household. */
export function MoveSection({ row }: { row: RegisterRow }) {
  const t = useText(byHandText);
  const words = useText(text);
  const may = useMay(rules, actions.change);
  const tree = useQuery(places.query.tree.queryOptions());
  const { submit, busy, problems } = useSubmit(t('move.done'));
  const [isWhole, setWhole] = useState(false);
  const [home, setHome] = useState<Home>({
    buildingId: row.buildingId,
    dwellingId: null,
    householdId: null,
  });
  const move = async () => {
    const { dwellingId, householdId } = home;
    const answer = isWhole
      ? await submit('people.move-household', 1, { householdId: row.householdId, dwellingId })
      : await submit('people.move-resident', 1, {
          residentId: row.id,
          householdId: householdId ?? newId(),
          dwellingId,
        });
    if (answer?.first === 'done') setHome({ ...home, dwellingId: null, householdId: null });
  };
  return (
    <Section title={t('move.title')}>
      <Form layout="vertical" disabled={!may} onFinish={() => void move()}>
        <Form.Item label={t('move.who')}>
          <Radio.Group
            value={isWhole}
            options={[
              { value: false, label: t('move.one', { name: row.name }) },
              { value: true, label: t('move.all') },
            ]}
            onChange={(event) => setWhole(event.target.value === true)}
          />
        </Form.Item>
        <PlaceFields tree={tree.data} value={home} onChange={setHome} withHousehold={!isWhole} />
        <ProblemAlert problems={problems} />
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!may || home.dwellingId === null}
          title={may ? '' : words('register.not-allowed')}
        >
          {t('move.go')}
        </Button>
      </Form>
    </Section>
  );
}

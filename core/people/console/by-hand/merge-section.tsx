import { Button, Form } from 'antd';
import { useState } from 'react';
import { Section } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RegisterRow } from '../../contract/queries.ts';
import { actions, rules } from '../../contract/rules.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { peoplePaths } from '../../paths.ts';
import { PersonSelect } from './person-select.tsx';

/** Picks the other entry of the same person; the page that shows both does the rest. */
export function MergeSection({ row }: { row: RegisterRow }) {
  const t = useText(byHandText);
  const words = useText(text);
  const go = useGo();
  const may = useMay(rules, actions.change);
  const [otherId, setOther] = useState<string>();
  return (
    <Section title={t('merge.section')}>
      <Form layout="vertical" disabled={!may}>
        <Form.Item label={t('merge.other')}>
          <PersonSelect
            label={t('merge.other')}
            without={row.id}
            {...(otherId === undefined ? {} : { value: otherId })}
            onChange={setOther}
          />
        </Form.Item>
        <Button
          disabled={!may || otherId === undefined}
          title={may ? '' : words('register.not-allowed')}
          onClick={() => otherId !== undefined && go(peoplePaths.mergeOf(row.id, otherId))}
        >
          {t('merge.look')}
        </Button>
      </Form>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useText } from '#kernel/ui/use-text.ts';
import type { PassKind } from '../contract/rows.ts';
import { consoleText } from '../messages/console.ts';
import '#core/codes/messages/plate.ts';
import { accounts } from './client.ts';
import { type HolderProps, NOBODY } from './holder.ts';
import { ResidentsField } from './residents-field.tsx';

/** For whom: people of a building, volunteers, or a name and a plate. */
export function HolderField({ kind, ...props }: HolderProps & { kind: PassKind }) {
  if (kind === 'resident') return <ResidentsField {...props} />;
  if (kind === 'volunteer') return <MembersField {...props} />;
  return <NamedField {...props} withPlate={kind === 'vehicle'} />;
}

function MembersField({ chosen, onChoose }: HolderProps) {
  const t = useText(consoleText);
  const people = useQuery(accounts.query.people.queryOptions({ input: {} }));
  return (
    <Form.Item label={t('issue.members')}>
      <Select
        mode="multiple"
        aria-label={t('issue.members')}
        loading={people.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen.flatMap(({ memberId }) => memberId ?? [])}
        options={(people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(ids: readonly string[]) => onChoose(ids.map((memberId) => ({ ...NOBODY, memberId })))}
      />
    </Form.Item>
  );
}

/** Who is not in the register has a name; a vehicle a plate, and a name where somebody is to be asked for. */
function NamedField({ onChoose, withPlate }: HolderProps & { withPlate: boolean }) {
  const t = useText(consoleText);
  const [name, setName] = useState('');
  const [plate, setPlate] = useState('');
  const say = (label: string, typed: string) => {
    setName(label);
    setPlate(typed);
    const isWhole = withPlate ? typed.trim() !== '' : label.trim() !== '';
    const holder = { ...NOBODY, label: label.trim() || null, plate: withPlate ? typed : null };
    onChoose(isWhole ? [holder] : []);
  };
  return (
    <>
      {withPlate ? (
        <Form.Item label={t('plate')} extra={t('issue.plate.hint')}>
          <Input
            aria-label={t('plate')}
            value={plate}
            maxLength={20}
            onChange={(event) => say(name, event.target.value)}
          />
        </Form.Item>
      ) : null}
      <Form.Item label={t('issue.name')} extra={t('issue.name.hint')}>
        <Input
          aria-label={t('issue.name')}
          value={name}
          maxLength={40}
          onChange={(event) => say(event.target.value, plate)}
        />
      </Form.Item>
    </>
  );
}

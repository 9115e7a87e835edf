import { Button, Input } from 'antd';
import { useState } from 'react';
import { ChoiceField, Field, NumberField } from '#kernel/print/field.tsx';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Supplies } from '../../contract/supply-queries.ts';
import { SUPPLY_KINDS, type SupplyKind } from '../../contract/supply-rows.ts';
import { supplyText } from '../../messages/supply.ts';
import { issueBody, stillNeeded } from './issue.ts';

interface Props {
  readonly supplies: Supplies;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One supply to as many lanes as it goes to. */
export function IssueDrawer(props: Props) {
  const t = useText(supplyText);
  return (
    <DetailDrawer title={t('issue-title')} open={props.open} onClose={props.onClose}>
      <IssueForm {...props} />
    </DetailDrawer>
  );
}

function IssueForm({ supplies, onClose }: Props) {
  const t = useText(supplyText);
  const { submit, busy, problems } = useSubmit(t('issue-done'));
  const [kind, setKind] = useState<SupplyKind>('swab');
  const [name, setName] = useState('');
  const [changed, setChanged] = useState<ReadonlyMap<string, number>>(new Map());
  const what = { kind, name: kind === 'other' ? name.trim() : '' };
  const quantities = new Map([...stillNeeded(supplies, what), ...changed]);
  const named = kind !== 'other' || what.name !== '';
  const body = named ? issueBody(supplies.round.id, what, quantities, newId) : null;

  const save = async () => {
    const answer = body && (await submit('testing.issue-supplies', 1, body));
    if (answer?.first === 'done') onClose();
  };

  return (
    <div className="supply-form">
      <p>{t('issue-lead')}</p>
      <ChoiceField
        label={t('kind')}
        value={kind}
        options={SUPPLY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(next) => {
          setKind(next);
          setChanged(new Map());
        }}
      />
      {kind === 'other' ? (
        <Field label={t('issue-name')}>
          {(id) => (
            <Input id={id} maxLength={20} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      ) : null}
      <div className="supply-lanes">
        {supplies.lanes.map(({ laneId, site, lane }) => (
          <NumberField
            key={laneId}
            label={`${site} ${lane}`}
            value={quantities.get(laneId) ?? 0}
            min={0}
            max={100_000}
            onChange={(quantity) => setChanged((before) => new Map(before).set(laneId, quantity))}
          />
        ))}
      </div>
      <ProblemAlert problems={problems} />
      <Button type="primary" loading={busy} disabled={body === null} onClick={() => void save()}>
        {t('issue-save')}
      </Button>
    </div>
  );
}

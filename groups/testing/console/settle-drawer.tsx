import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { DetailDrawer, SettleForm } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../contract/access.ts';
import type { DiscrepancyView } from '../contract/queries.ts';
import type { Resolution } from '../contract/settlement.ts';
import { consoleText } from '../messages/console.ts';
import { people } from './client.ts';
import { useSideText } from './side-text.ts';

/** Both sides, the ways that fit, and why. */
export function SettleDrawer(props: {
  roundId: string;
  discrepancy: DiscrepancyView | null;
  onClose: () => void;
}) {
  const { roundId, discrepancy, onClose } = props;
  const t = useText(consoleText);
  const language = useLanguage();
  return (
    <DetailDrawer
      title={discrepancy === null ? t('discrepancies.settle') : problemText(discrepancy, language)}
      open={discrepancy !== null}
      onClose={onClose}
    >
      {discrepancy === null ? null : (
        <>
          <Sides discrepancy={discrepancy} />
          {discrepancy.settledAt === null ? (
            <Settle key={discrepancy.id} roundId={roundId} discrepancy={discrepancy} onDone={onClose} />
          ) : null}
        </>
      )}
    </DetailDrawer>
  );
}

function Sides({ discrepancy }: { discrepancy: DiscrepancyView }) {
  const sideText = useSideText();
  const { person, sides } = discrepancy;
  return (
    <>
      {person === null ? null : (
        <p>
          {person.place} {person.name}
        </p>
      )}
      <ol className="testing-sides">
        {sides.map((side) => (
          <li key={`${side.sampleId}${side.tubeId}${side.packingId}`}>{sideText(side)}</li>
        ))}
      </ol>
    </>
  );
}

function Settle(props: { roundId: string; discrepancy: DiscrepancyView; onDone: () => void }) {
  const { roundId, discrepancy, onDone } = props;
  const t = useText(consoleText);
  const may = useMay(rules, actions.settle);
  const { submit, busy, problems } = useSubmit(t('discrepancies.done'));
  return (
    <SettleForm
      ways={discrepancy.resolutions.map((value) => ({ value, label: t(`resolution.${value}`) }))}
      words={{
        way: t('discrepancies.settle'),
        note: t('discrepancies.note'),
        hint: t('discrepancies.note-hint'),
        required: t('form.required'),
        save: t('discrepancies.save'),
      }}
      extra={(way) => <Asked way={way} />}
      busy={busy}
      problems={problems}
      {...(may ? {} : { notAllowed: t('not-allowed') })}
      onSettle={async ({ resolution, note, more: { code, residentId } }) => {
        const extra = { ...(code && { code }), ...(residentId && { residentId }) };
        const body = { roundId, discrepancyId: discrepancy.id, resolution, note, ...extra };
        const answer = await submit('testing.settle', 1, body);
        if (answer && answer.first !== 'refused') onDone();
      }}
    />
  );
}

/** What some ways need to know besides: another code, or who it was. */
function Asked({ way }: { way: Resolution | undefined }) {
  const t = useText(consoleText);
  const required = [{ required: true, message: t('form.required') }];
  if (way === 'rename-first' || way === 'rename-second') {
    return (
      <Form.Item name="code" label={t('discrepancies.code')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
    );
  }
  if (way !== 'identify') return null;
  return (
    <Form.Item name="residentId" label={t('discrepancies.resident')} rules={required}>
      <PersonSelect />
    </Form.Item>
  );
}

/** Somebody of the register, by room, name or pinyin. Value and change come from the form. */
function PersonSelect(props: { id?: string; value?: string; onChange?: (value: string) => void }) {
  const [text, setText] = useState('');
  const found = useQuery({
    ...people.query.search.queryOptions({ input: { text, limit: 20 } }),
    enabled: text !== '',
  });
  const options = (found.data?.found ?? []).map((person) => ({
    value: person.id,
    label: [person.compound, person.building, person.entrance, person.room, person.name]
      .filter(Boolean)
      .join(' '),
  }));
  return (
    <Select
      {...props}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={options}
      loading={found.isFetching}
    />
  );
}

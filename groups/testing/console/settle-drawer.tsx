import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
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

interface Fields {
  readonly resolution: Resolution;
  readonly note?: string;
  readonly code?: string;
  readonly residentId?: string;
}

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
            <SettleForm key={discrepancy.id} roundId={roundId} discrepancy={discrepancy} onDone={onClose} />
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

function SettleForm(props: { roundId: string; discrepancy: DiscrepancyView; onDone: () => void }) {
  const { roundId, discrepancy, onDone } = props;
  const t = useText(consoleText);
  const may = useMay(rules, actions.settle);
  const { submit, busy, problems } = useSubmit(t('discrepancies.done'));
  const [form] = Form.useForm<Fields>();
  const resolution = Form.useWatch('resolution', form);
  const required = [{ required: true, message: t('form.required') }];

  const save = async ({ note = '', code, residentId, ...fields }: Fields) => {
    const extra = { ...(code && { code }), ...(residentId && { residentId }) };
    const body = { roundId, discrepancyId: discrepancy.id, resolution: fields.resolution, note, ...extra };
    const answer = await submit('testing.settle', 1, body);
    if (answer && answer.first !== 'refused') onDone();
  };

  return (
    <Form<Fields> form={form} layout="vertical" onFinish={(fields) => void save(fields)}>
      <Form.Item name="resolution" label={t('discrepancies.settle')} rules={required}>
        <Radio.Group
          className="testing-resolutions"
          options={discrepancy.resolutions.map((value) => ({ value, label: t(`resolution.${value}`) }))}
        />
      </Form.Item>
      {resolution === 'rename-first' || resolution === 'rename-second' ? (
        <Form.Item name="code" label={t('discrepancies.code')} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
      ) : null}
      {resolution === 'identify' ? (
        <Form.Item name="residentId" label={t('discrepancies.resident')} rules={required}>
          <PersonSelect />
        </Form.Item>
      ) : null}
      <Form.Item name="note" label={t('discrepancies.note')} extra={t('discrepancies.note-hint')}>
        <Input.TextArea maxLength={200} rows={3} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={!may}
        title={may ? '' : t('not-allowed')}
      >
        {t('discrepancies.save')}
      </Button>
    </Form>
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

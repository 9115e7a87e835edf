import { Button, Checkbox, Form, Input } from 'antd';
import { formatCode, isProblem, readCode } from '#core/codes/contract.ts';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { TubeHistory } from '../../contract/history-queries.ts';
import { correctText } from '../../messages/correct.ts';

interface Values {
  readonly sampleIds?: string[];
  readonly code?: string;
  readonly note?: string;
}

/** A leader says who of this tube is really in another one; how it was recorded before is kept. */
export function CorrectTube({ tube, onDone }: { tube: TubeHistory; onDone: () => void }) {
  const t = useText(correctText);
  const may = useMay(rules, actions.settle);
  const [form] = Form.useForm<Values>();
  const { submit, busy, problems } = useSubmit(t('done'));
  const inside = tube.members.filter(({ withdrawn }) => !withdrawn);
  // Not `required`: that would mark the group of boxes with an attribute its role does not know.
  const somebody = {
    validator: (_rule: unknown, chosen?: readonly string[]) =>
      chosen?.length ? Promise.resolve() : Promise.reject(new Error(t('required'))),
  };
  const required = [{ required: true, message: t('required') }];

  const save = async ({ sampleIds = [], code = '', note = '' }: Values) => {
    const body = {
      what: 'move',
      roundId: tube.round.id,
      correctionId: newId(),
      sampleIds,
      tubeId: newId(),
      tubeCode: codeOf(code),
      note,
    };
    const answer = await submit('testing.correct-tube-later', 1, body);
    if (!answer || answer.first === 'refused') return;
    form.resetFields();
    onDone();
  };

  return (
    <Form form={form} layout="vertical" disabled={!may} onFinish={(values) => void save(values)}>
      <p>{may ? t('lead') : t('not-allowed')}</p>
      <Form.Item name="sampleIds" label={t('who')} rules={[somebody]}>
        <Checkbox.Group
          options={inside.map((one) => ({
            value: one.sampleId,
            label: [one.position, one.place, one.name].filter((part) => part !== null).join(' '),
          }))}
        />
      </Form.Item>
      <Form.Item name="code" label={t('code')} rules={required}>
        <Input maxLength={40} placeholder={formatCode(tube.code)} />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input maxLength={200} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('save')}
      </Button>
    </Form>
  );
}

/** As it stands on the label, with or without its dashes; a laboratory's number is taken as it is. */
function codeOf(typed: string): string {
  const read = readCode(typed, { areaId: requireSession().areaId, labs: [] });
  return isProblem(read) ? typed.trim() : read.text;
}

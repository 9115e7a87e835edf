import { Form, Input, Radio, Select } from 'antd';
import { handoverCode } from '#core/codes/contract.ts';
import { secureRandom } from '#kernel/time-id/uuid.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput, toLocalInput } from '#kernel/ui/when.ts';
import { actions, rules } from '../../contract/access.ts';
import type { TransportBox } from '../../contract/handover-queries.ts';
import { DESTINATIONS, type Destination } from '../../contract/handover-rows.ts';
import { handoverText } from '../../messages/handover.ts';
import { SaveButton } from './save-button.tsx';
import { useHandoverWords } from './use-words.ts';

/** Which hand-over is entered: one whose other side signed on a phone keeps its code. */
export interface PaperPreset {
  readonly code: string | null;
  readonly boxes: readonly string[];
  readonly destination: Destination;
}

interface Fields {
  readonly destination: Destination;
  readonly boxes: readonly string[];
  readonly time: string;
  readonly giver: string;
  readonly receiver: string;
  readonly organisation?: string;
  readonly plate?: string;
}

/** Both signatures as they stand on the printed form. */
export function PaperDrawer(props: {
  roundId: string;
  boxes: readonly TransportBox[];
  preset: PaperPreset | null;
  onClose: () => void;
}) {
  const t = useText(handoverText);
  const { preset, onClose } = props;
  return (
    <DetailDrawer title={t('paper.title')} open={preset !== null} onClose={onClose}>
      {preset === null ? null : (
        <PaperForm roundId={props.roundId} boxes={props.boxes} preset={preset} onDone={onClose} />
      )}
    </DetailDrawer>
  );
}

function PaperForm(props: {
  roundId: string;
  boxes: readonly TransportBox[];
  preset: PaperPreset;
  onDone: () => void;
}) {
  const t = useText(handoverText);
  const words = useHandoverWords();
  const may = useMay(rules, actions.pack);
  const { submit, busy, problems } = useSubmit(t('paper.saved'));
  const { roundId, preset, onDone } = props;
  const tubesOf = new Map(props.boxes.map((box) => [box.code, box.tubes]));
  const required = [{ required: true, message: t('required') }];

  const save = async (fields: Fields) => {
    const boxes = fields.boxes.map((code) => ({ code, tubes: tubesOf.get(code) ?? 0 }));
    const things = boxes.reduce((sum, box) => sum + box.tubes, 0);
    const { organisation = '', plate = '' } = fields;
    const answer = await submit('testing.record-handover', 1, {
      roundId,
      code:
        preset.code ??
        handoverCode(requireSession().areaId, { boxes: boxes.length, things }, secureRandom(5)),
      destination: fields.destination,
      boxes,
      handedAt: fromLocalInput(fields.time) ?? 0,
      given: { sideId: newId(), signer: { name: fields.giver, organisation: '', plate: '' } },
      received: { sideId: newId(), signer: { name: fields.receiver, organisation, plate } },
    });
    if (answer && answer.first !== 'refused') onDone();
  };

  return (
    <Form<Fields>
      layout="vertical"
      initialValues={{
        destination: preset.destination,
        boxes: [...preset.boxes],
        time: toLocalInput(Date.now()),
      }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('paper.lead')}</p>
      <Form.Item name="destination" label={t('paper.to')}>
        <Radio.Group options={DESTINATIONS.map((value) => ({ value, label: t(`to.${value}`) }))} />
      </Form.Item>
      <Form.Item name="boxes" label={t('paper.boxes')} rules={required}>
        <Select
          mode="multiple"
          options={props.boxes.map(({ code }) => ({ value: code, label: words.boxName(code) }))}
        />
      </Form.Item>
      <Form.Item name="time" label={t('paper.time')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="giver" label={t('paper.giver')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="receiver" label={t('paper.receiver')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="organisation" label={t('paper.organisation')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="plate" label={t('paper.plate')}>
        <Input maxLength={40} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <SaveButton may={may} busy={busy}>
        {t('paper.save')}
      </SaveButton>
    </Form>
  );
}

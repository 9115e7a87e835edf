import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { DetailDrawer, ErrorFace, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RoundPlan } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { testing } from './client.ts';
import { ScopeFields } from './plan/scope-fields.tsx';
import { fieldsOf, type RoundFields, roundBody } from './round-fields.ts';
import { SeriesFields } from './series-fields.tsx';
import './testing.css';

const RATIOS = [5, 10, 20];

interface FormProps {
  /** Left out: a new round. */
  readonly roundId?: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (roundId: string) => void;
}

/** A round, new or to be changed: what is it called, how, whom, where, with which tubes. */
export function RoundForm(props: FormProps) {
  const t = useText(consoleText);
  const { roundId, open, onClose } = props;
  const plan = useQuery({
    ...testing.query.plan.queryOptions({ input: { roundId: roundId ?? '' } }),
    enabled: open && roundId !== undefined,
  });
  const title = t(roundId === undefined ? 'form.title' : 'form.change-title');
  return (
    <DetailDrawer title={title} open={open} onClose={onClose}>
      {plan.error ? <ErrorFace error={plan.error} retry={() => void plan.refetch()} /> : null}
      {roundId === undefined ? <Fields {...props} /> : null}
      {roundId !== undefined && plan.data ? <Fields {...props} plan={plan.data} /> : null}
    </DetailDrawer>
  );
}

function Fields(props: FormProps & { readonly plan?: RoundPlan }) {
  const t = useText(consoleText);
  const { plan } = props;
  const { submit, busy, problems } = useSubmit(t('form.saved'));
  const [form] = Form.useForm<RoundFields>();
  const mode = Form.useWatch('mode', form);
  const required = [{ required: true, message: t('form.required') }];

  const save = async (fields: RoundFields) => {
    const roundId = props.roundId ?? newId();
    const laneName = (number: number) => t('form.lane-default', { number });
    const body = roundBody(roundId, fields, { newId, laneName, standing: plan?.sites ?? [] });
    const kind = plan ? 'testing.change-round' : 'testing.create-round';
    const answer = await submit(kind, 1, body);
    if (answer?.first === 'done') props.onSaved(roundId);
  };

  return (
    <Form<RoundFields>
      form={form}
      layout="vertical"
      onFinish={(fields) => void save(fields)}
      initialValues={
        plan
          ? fieldsOf(plan)
          : {
              mode: 'pooled',
              poolRatio: 10,
              series: 'own',
              sites: [1, 2].map((number) => ({ name: t('form.site-default', { number }), lanes: 3 })),
            }
      }
    >
      <Form.Item name="name" label={t('form.name')} extra={t('form.name-hint')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="mode" label={t('form.mode')}>
        <Radio.Group
          options={[
            { value: 'pooled', label: t('form.mode-pooled') },
            { value: 'single', label: t('form.mode-single') },
          ]}
        />
      </Form.Item>
      {mode === 'single' ? null : (
        <Form.Item name="poolRatio" label={t('form.ratio')}>
          <Radio.Group options={RATIOS.map((value) => ({ value, label: String(value) }))} />
        </Form.Item>
      )}
      <ScopeFields />
      <SitesFields />
      <SeriesFields form={form} />
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('form.save')}
      </Button>
    </Form>
  );
}

/** Sites with their number of lanes; names can be changed, lanes are numbered. */
function SitesFields() {
  const t = useText(consoleText);
  return (
    <Form.List name="sites">
      {(fields, { add, remove }) => (
        <fieldset className="testing-sites">
          <legend>{t('form.sites')}</legend>
          {fields.map((field, index) => (
            <div key={field.key} className="testing-site">
              <Form.Item name={[field.name, 'siteId']} hidden noStyle>
                <Input />
              </Form.Item>
              <Form.Item name={[field.name, 'name']} label={t('form.site', { number: index + 1 })}>
                <Input maxLength={40} />
              </Form.Item>
              <Form.Item name={[field.name, 'lanes']} label={t('form.lanes')}>
                <InputNumber min={1} max={30} precision={0} />
              </Form.Item>
              <Button disabled={fields.length === 1} onClick={() => remove(field.name)}>
                {t('form.remove-site')}
              </Button>
            </div>
          ))}
          <Button
            onClick={() => add({ name: t('form.site-default', { number: fields.length + 1 }), lanes: 3 })}
          >
            {t('form.add-site')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

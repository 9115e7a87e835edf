import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Radio, TreeSelect } from 'antd';
import { patternFrom } from '#core/codes/contract.ts';
import { ZONE_STATUSES } from '#core/zones/contract.ts';
import { text as zoneText } from '#core/zones/messages/index.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { consoleText } from '../messages/console.ts';
import { places } from './client.ts';
import { type RoundFields, roundBody, scopeTree, someScope } from './round-fields.ts';
import './testing.css';

const RATIOS = [5, 10, 20];

/** A new round: what is it called, how, whom, where, with which tubes. */
export function RoundForm(props: { open: boolean; onClose: () => void; onSaved: (roundId: string) => void }) {
  const t = useText(consoleText);
  const zone = useText(zoneText);
  const { submit, busy, problems } = useSubmit(t('form.saved'));
  const tree = useQuery({ ...places.query.tree.queryOptions(), enabled: props.open });
  const [form] = Form.useForm<RoundFields>();
  const mode = Form.useWatch('mode', form);
  const series = Form.useWatch('series', form);
  const labCode = Form.useWatch('labCode', form) ?? '';
  const required = [{ required: true, message: t('form.required') }];

  const save = async (fields: RoundFields) => {
    const roundId = newId();
    const laneName = (number: number) => t('form.lane-default', { number });
    const answer = await submit('testing.create-round', 1, roundBody(roundId, fields, newId, laneName));
    if (answer?.first === 'done') props.onSaved(roundId);
  };

  return (
    <DetailDrawer title={t('form.title')} open={props.open} onClose={props.onClose}>
      <Form<RoundFields>
        form={form}
        layout="vertical"
        onFinish={(fields) => void save(fields)}
        initialValues={{
          mode: 'pooled',
          poolRatio: 10,
          series: 'own',
          sites: [1, 2].map((number) => ({ name: t('form.site-default', { number }), lanes: 3 })),
        }}
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
        <Form.Item
          name="scope"
          label={t('form.scope')}
          extra={t('form.scope-hint')}
          dependencies={['zones']}
          rules={[
            ({ getFieldsValue }) => ({
              validator: () =>
                someScope(getFieldsValue())
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('form.required'))),
            }),
          ]}
        >
          <TreeSelect
            treeCheckable
            showCheckedStrategy={TreeSelect.SHOW_PARENT}
            loading={tree.isPending}
            treeData={scopeTree(tree.data)}
            treeNodeFilterProp="title"
            fieldNames={{ label: 'title', value: 'value', children: 'children' }}
          />
        </Form.Item>
        <Form.Item name="zones" label={t('form.zones')} extra={t('form.zones-hint')}>
          <Checkbox.Group
            options={ZONE_STATUSES.map((value) => ({ value, label: zone(`status.${value}`) }))}
          />
        </Form.Item>
        <SitesFields />
        <Form.Item name="series" label={t('form.series')}>
          <Radio.Group
            options={[
              { value: 'own', label: t('form.series-own') },
              { value: 'lab', label: t('form.series-lab') },
            ]}
          />
        </Form.Item>
        {series === 'lab' ? (
          <>
            <Form.Item name="labName" label={t('form.lab-name')} rules={required}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item
              name="labCode"
              label={t('form.lab-first')}
              extra={
                labCode === ''
                  ? t('form.lab-first-hint')
                  : t('form.lab-pattern', { pattern: patternFrom(labCode) })
              }
              rules={required}
            >
              <Input maxLength={40} inputMode="numeric" />
            </Form.Item>
          </>
        ) : null}
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('form.save')}
        </Button>
      </Form>
    </DetailDrawer>
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

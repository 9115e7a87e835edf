import { Input, Select } from 'antd';
import { ChoiceField, Field } from '#kernel/print/field.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { PLAN_SHOWS } from '../../contract/plan-queries.ts';
import { planText } from '../../messages/plan.ts';

export interface Shown {
  readonly show: (typeof PLAN_SHOWS)[number];
  readonly buildingId?: string;
  readonly text: string;
}

/** Which people, of which building, found by which words. */
export function PeopleTools(props: {
  shown: Shown;
  buildings: readonly { readonly id: string; readonly label: string }[];
  onChange: (shown: Shown) => void;
}) {
  const t = useText(planText);
  const { shown, buildings, onChange } = props;
  const { buildingId: _, ...anywhere } = shown;
  return (
    <div className="plan-people-tools">
      <ChoiceField
        label={t('show')}
        value={shown.show}
        options={PLAN_SHOWS.map((value) => ({ value, label: t(`show.${value}`) }))}
        onChange={(show) => onChange({ ...shown, show })}
      />
      <Field label={t('building')}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={shown.buildingId ?? ''}
            options={[
              { value: '', label: t('building-all') },
              ...buildings.map(({ id: value, label }) => ({ value, label })),
            ]}
            onChange={(chosen) => onChange(chosen === '' ? anywhere : { ...anywhere, buildingId: chosen })}
          />
        )}
      </Field>
      <Field label={t('find')}>
        {(id) => (
          <Input.Search
            id={id}
            allowClear
            placeholder={t('find-hint')}
            onSearch={(text) => onChange({ ...shown, text: text.trim() })}
          />
        )}
      </Field>
    </div>
  );
}

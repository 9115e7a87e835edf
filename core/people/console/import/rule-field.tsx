import { Select } from 'antd';
import { type AddressRule, type KnownRule, parseAddress } from '#core/places/contract.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { fillPlaces, placeText } from '../../domain/import/fill-down.ts';
import type { ImportSheet, NamedRule, SheetMapping } from '../../domain/import/mapping.ts';
import { importText } from '../../messages/import.ts';
import { Labelled } from './labelled.tsx';
import { OwnRule } from './own-rule.tsx';
import { ruleName } from './rule-name.ts';

const OWN = '';
const SHOWN = 6;

/** How the sheet's addresses are written: one of the known ways or one's own, tried at once on the first rows. */
export function RuleField(props: {
  sheet: ImportSheet;
  mapping: SheetMapping;
  rules: readonly KnownRule[];
  onChange: (mapping: SheetMapping) => void;
}) {
  const t = useText(importText);
  const { sheet, mapping, rules, onChange } = props;
  const named = mapping.rules.length > 0 ? mapping.rules : [{ compound: '', name: '', rule: null }];
  const put = (compound: string, name: string, rule: AddressRule): void => {
    const next: NamedRule = { compound, name, rule };
    const others = mapping.rules.filter((known) => known.compound !== compound);
    onChange({ ...mapping, rules: [...others, next] });
  };
  return (
    <>
      {named.map(({ compound, name, rule }) => (
        <div key={compound} className="import-rule">
          <div className="import-fields">
            <Labelled label={`${t('import.sheet.rule')}${compound === '' ? '' : ` · ${compound}`}`}>
              {(id) => (
                <Select
                  id={id}
                  value={rule === null ? null : rules.some((known) => known.name === name) ? name : OWN}
                  placeholder={t('import.sheet.rule-none')}
                  status={rule === null ? 'warning' : ''}
                  popupMatchSelectWidth={false}
                  options={[
                    ...rules.map((known) => ({ value: known.name, label: ruleName(t, known.name) })),
                    { value: OWN, label: t('import.rule.own') },
                  ]}
                  onChange={(value) => {
                    const known = rules.find((candidate) => candidate.name === value);
                    if (known) put(compound, known.name, known.rule);
                    else put(compound, ownName(rule ?? BLANK), rule ?? BLANK);
                  }}
                />
              )}
            </Labelled>
          </div>
          {rule !== null && !rules.some((known) => known.name === name) ? (
            <OwnRule rule={rule} onChange={(next) => put(compound, ownName(next), next)} />
          ) : null}
          <Samples sheet={sheet} mapping={mapping} compound={compound} rule={rule} />
        </div>
      ))}
    </>
  );
}

/** A rule of one's own is found again by what it looks like. */
const ownName = (rule: AddressRule): string => (rule.patterns[0] ?? '').slice(0, 40);

const BLANK: AddressRule = {
  patterns: ['{building}号{room}[室]'],
  label: '{building}号',
  entrance: '',
  room: '{room}',
  floor: 'room',
};

function Samples(props: {
  sheet: ImportSheet;
  mapping: SheetMapping;
  compound: string;
  rule: AddressRule | null;
}) {
  const t = useText(importText);
  const texts = fillPlaces(props.sheet, props.mapping)
    .filter(
      ({ kind, place }) =>
        kind === 'data' && [undefined, '', props.compound].includes(place.compound ?? props.compound),
    )
    .map(({ place }) => placeText(place));
  const some = [...new Set(texts)].filter((text) => text !== '').slice(0, SHOWN);
  return (
    <ul className="import-samples">
      {some.map((text) => {
        const reading = props.rule === null ? null : parseAddress(text, props.rule);
        return (
          <li key={text}>
            {text} <span aria-hidden="true">→</span>{' '}
            {reading?.ok ? (
              <strong>
                {[reading.address.building, reading.address.entrance, reading.address.room]
                  .filter((part) => part)
                  .join(' · ')}
              </strong>
            ) : (
              <em>{t('import.rule.unread')}</em>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import { Alert, Input, Select } from 'antd';
import { useState } from 'react';
import { type AddressRule, addressRuleFault } from '#core/places/contract.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { importText } from '../../messages/import.ts';
import { Labelled } from './labelled.tsx';

const PIECES = '{road} {lane} {inner} {tower} {building} {suffix} {entrance} {floor} {unit} {room}';
const FLOORS = ['room', 'piece', 'none'] as const;

/** A rule written by hand. Only a sound one is handed on; until then the last sound one stays. */
export function OwnRule({ rule, onChange }: { rule: AddressRule; onChange: (rule: AddressRule) => void }) {
  const t = useText(importText);
  const [draft, setDraft] = useState(rule);
  const fault = addressRuleFault(draft);
  const change = (part: Partial<AddressRule>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (addressRuleFault(next) === null) onChange(next);
  };
  return (
    <div className="import-own">
      <Labelled label={t('import.rule.patterns')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={draft.patterns.join('\n')}
            onChange={(event) => change({ patterns: event.target.value.split('\n') })}
          />
        )}
      </Labelled>
      <div className="import-fields">
        {(['label', 'entrance', 'room'] as const).map((part) => (
          <Labelled key={part} label={t(`import.rule.${part}`)}>
            {(id) => (
              <Input
                id={id}
                value={draft[part]}
                onChange={(event) => change({ [part]: event.target.value })}
              />
            )}
          </Labelled>
        ))}
        <Labelled label={t('import.rule.floor')}>
          {(id) => (
            <Select
              id={id}
              value={draft.floor}
              options={FLOORS.map((value) => ({ value, label: t(`import.rule.floor.${value}`) }))}
              onChange={(floor) => change({ floor })}
            />
          )}
        </Labelled>
      </div>
      <p className="import-hint">{t('import.rule.help', { pieces: PIECES })}</p>
      {fault === null ? null : (
        <Alert type="warning" showIcon title={t('import.rule.wrong', { path: fault })} />
      )}
    </div>
  );
}

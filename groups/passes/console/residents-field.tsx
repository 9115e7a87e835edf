import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Radio } from 'antd';
import { useState } from 'react';
import { ErrorFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Candidate } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { BuildingSelect } from './building-select.tsx';
import { passes } from './client.ts';
import { type Holder, type HolderProps, NOBODY } from './holder.ts';

const BY = ['person', 'household'] as const;
type By = (typeof BY)[number];

const holderOf = (by: By, id: string): Holder =>
  by === 'person' ? { ...NOBODY, residentId: id } : { ...NOBODY, householdId: id };

/** People or households of a building; who has a pass already cannot get a second. */
export function ResidentsField({ chosen, onChoose }: HolderProps) {
  const t = useText(consoleText);
  const [by, setBy] = useState<By>('person');
  const [buildingId, setBuildingId] = useState<string>();
  const found = useQuery({
    ...passes.query.candidates.queryOptions({ input: { buildingId: buildingId ?? '', by } }),
    enabled: buildingId !== undefined,
  });
  const all = found.data?.candidates ?? [];
  const ids = new Set(chosen.map(({ residentId, householdId }) => residentId ?? householdId));
  const choose = (some: readonly Candidate[]) => onChoose(some.map(({ id }) => holderOf(by, id)));
  const free = all.filter(({ hasUntil }) => hasUntil === null);
  return (
    <>
      <Form.Item label={t('issue.by')}>
        <Radio.Group
          value={by}
          options={BY.map((value) => ({ value, label: t(`issue.by.${value}`) }))}
          onChange={(event) => {
            setBy(event.target.value as By);
            onChoose([]);
          }}
        />
      </Form.Item>
      <Form.Item label={t('building')}>
        <BuildingSelect
          value={buildingId}
          onChange={(next) => {
            setBuildingId(next);
            onChoose([]);
          }}
        />
      </Form.Item>
      {found.error ? <ErrorFace error={found.error} retry={() => void found.refetch()} /> : null}
      {buildingId === undefined ? (
        <p className="passes-hint">{t('issue.building.first')}</p>
      ) : (
        <fieldset className="passes-people">
          <legend>{t('issue.people', { chosen: ids.size, all: all.length })}</legend>
          <div>
            <Button size="small" disabled={found.isPending} onClick={() => choose(free)}>
              {t('issue.all')}
            </Button>
            <Button size="small" onClick={() => choose([])}>
              {t('issue.none')}
            </Button>
          </div>
          {all.map((one) => (
            <Checkbox
              key={one.id}
              checked={ids.has(one.id)}
              disabled={one.hasUntil !== null}
              onChange={({ target }) =>
                choose(all.filter(({ id }) => (id === one.id ? target.checked : ids.has(id))))
              }
            >
              <Line candidate={one} />
            </Checkbox>
          ))}
        </fieldset>
      )}
    </>
  );
}

function Line({ candidate: { room, holder, away, hasUntil } }: { candidate: Candidate }) {
  const t = useText(consoleText);
  const language = useLanguage();
  return (
    <>
      <b>{room}</b> {holder}
      {away ? ` · ${t('issue.away')}` : ''}
      {hasUntil === null ? '' : ` · ${t('issue.has', { until: whenText(hasUntil, language) })}`}
    </>
  );
}

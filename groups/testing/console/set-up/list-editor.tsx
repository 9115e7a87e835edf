import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { SetUpSite } from '../../contract/set-up-queries.ts';
import { SET_UP_PARTS } from '../../contract/set-up-rows.ts';
import { pointWords } from '../../messages/point-words.ts';
import { setUpText } from '../../messages/set-up.ts';
import { setUpPointsText } from '../../messages/set-up-points.ts';
import {
  addPoint,
  changePoint,
  type DraftPoint,
  draftOf,
  movePoint,
  removePoint,
  wordless,
} from './list-draft.ts';
import './set-up.css';

/** A site's list: added to, taken from, put in other words and another order, saved whole. */
export function ListEditor(props: { roundId: string; site: SetUpSite; onClose: () => void }) {
  const t = useText(setUpText);
  const words = useText(setUpPointsText);
  const { roundId, site, onClose } = props;
  const { submit, busy, problems } = useSubmit(t('list.saved'));
  const [points, setPoints] = useState(() => draftOf(site, newId));
  const save = async () => {
    const sites = [{ siteId: site.siteId, points }];
    const answer = await submit('testing.set-check-list', 1, { roundId, sites });
    if (answer?.first === 'done') onClose();
  };
  const empty = wordless(points).length > 0;
  return (
    <DetailDrawer title={`${site.name} · ${t('list.edit')}`} open onClose={onClose}>
      {SET_UP_PARTS.map((part) => (
        <fieldset key={part} className="set-up-part">
          <legend>{words(`part.${part}`)}</legend>
          {points.map((point) =>
            point.part === part ? (
              <PointFields
                key={point.pointId}
                point={point}
                onChange={(change) => setPoints(changePoint(points, point.pointId, change))}
                onMove={(by) => setPoints(movePoint(points, point.pointId, by))}
                onRemove={() => setPoints(removePoint(points, point.pointId))}
              />
            ) : null,
          )}
          <Button size="small" onClick={() => setPoints(addPoint(points, part, newId()))}>
            {t('list.add')}
          </Button>
        </fieldset>
      ))}
      <p>{t('list.keeps')}</p>
      {empty ? <p role="alert">{t('list.empty-name')}</p> : null}
      <ProblemAlert problems={problems} />
      <Button type="primary" loading={busy} disabled={empty} onClick={() => void save()}>
        {t('list.save')}
      </Button>
    </DetailDrawer>
  );
}

function PointFields(props: {
  point: DraftPoint;
  onChange: (change: Partial<DraftPoint>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useText(setUpText);
  const words = useText(setUpPointsText);
  const language = useLanguage();
  const { point, onChange } = props;
  const shown = pointWords(point, language);
  const name = shown === '' ? t('list.new') : shown;
  const standard = point.standard === null ? null : words(`point.${point.standard}`);
  return (
    <div className="set-up-point">
      <Input.TextArea
        autoSize
        maxLength={60}
        value={shown}
        aria-label={t('list.name')}
        // Back at the standard's own words it is read in either language again.
        onChange={({ target }) => onChange({ name: target.value === standard ? '' : target.value })}
      />
      {point.standard === null ? null : (
        <p className="set-up-source">
          {point.name === '' ? null : `${t('list.standard-words', { words: standard ?? '' })} `}
          {t('list.source', { source: words(`point-source.${point.standard}`) })}
        </p>
      )}
      <div className="set-up-point-tools">
        <Select
          size="small"
          value={point.part}
          aria-label={t('list.part')}
          options={SET_UP_PARTS.map((part) => ({ value: part, label: words(`part.${part}`) }))}
          onChange={(part) => onChange({ part })}
        />
        <Checkbox
          checked={point.wantsPhoto}
          onChange={({ target }) => onChange({ wantsPhoto: target.checked })}
        >
          {t('list.photo')}
        </Checkbox>
        <Button size="small" aria-label={t('list.up', { name })} onClick={() => props.onMove(-1)}>
          ↑
        </Button>
        <Button size="small" aria-label={t('list.down', { name })} onClick={() => props.onMove(1)}>
          ↓
        </Button>
        <Button size="small" danger aria-label={t('list.remove', { name })} onClick={props.onRemove}>
          ×
        </Button>
      </div>
    </div>
  );
}

import { Button, Input } from 'antd';
import { Section } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { MOST_POINTS } from '../contract/commands.ts';
import { text } from '../messages/index.ts';
import { changed, type Draft, type DraftPoint, moved, withoutPoint } from './draft.ts';
import { PieceTools } from './piece-tools.tsx';

/** The numbered points: a short imperative each, and what it means at the work. */
export function PointsEditor({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useText(text);
  const { points } = draft;
  const set = (next: readonly DraftPoint[]) => onChange({ ...draft, points: [...next] });
  return (
    <Section title={t('points', { count: points.length })}>
      {points.map((point, n) => {
        const name = t('points.number', { number: n + 1 });
        return (
          <fieldset key={point.id} className="conduct-piece">
            <legend>{name}</legend>
            <div className="conduct-line">
              <Input
                aria-label={t('points.title', { number: n + 1 })}
                placeholder={t('points.title-hint')}
                maxLength={60}
                value={point.title}
                onChange={({ target }) => set(changed(points, point.id, { title: target.value }))}
              />
              <PieceTools
                name={name}
                onMove={(by) => set(moved(points, point.id, by))}
                onRemove={() => onChange(withoutPoint(draft, point.id))}
              />
            </div>
            <Input.TextArea
              autoSize
              aria-label={t('points.text', { number: n + 1 })}
              placeholder={t('points.text-hint')}
              maxLength={500}
              value={point.text}
              onChange={({ target }) => set(changed(points, point.id, { text: target.value }))}
            />
          </fieldset>
        );
      })}
      <Button
        disabled={points.length >= MOST_POINTS}
        onClick={() => set([...points, { id: newId(), title: '', text: '' }])}
      >
        {t('points.add')}
      </Button>
    </Section>
  );
}

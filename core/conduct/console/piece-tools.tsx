import { Button } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';

/** Up, down, away: of a point or a question. */
export function PieceTools(props: { name: string; onMove: (by: -1 | 1) => void; onRemove: () => void }) {
  const t = useText(text);
  const { name } = props;
  return (
    <>
      <Button size="small" aria-label={t('piece.up', { name })} onClick={() => props.onMove(-1)}>
        ↑
      </Button>
      <Button size="small" aria-label={t('piece.down', { name })} onClick={() => props.onMove(1)}>
        ↓
      </Button>
      <Button size="small" danger aria-label={t('piece.remove', { name })} onClick={props.onRemove}>
        ×
      </Button>
    </>
  );
}

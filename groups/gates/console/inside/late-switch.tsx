import { Checkbox } from 'antd';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { insideText } from '../../messages/inside.ts';
import { type Shown, to } from './paths.ts';

/** Narrows a table to those over their time; it stands in the address, so that a figure can open it. */
export function LateSwitch({ show, onlyLate }: { show: Shown; onlyLate: boolean }) {
  const t = useText(insideText);
  const go = useGo();
  return (
    <Checkbox checked={onlyLate} onChange={() => go(to.inside(show, !onlyLate), { replace: true })}>
      {t('only-late')}
    </Checkbox>
  );
}

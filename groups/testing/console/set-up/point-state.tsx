import { StateFace, ToneBadge } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { SetUpPointState } from '../../contract/set-up-queries.ts';
import { setUpText } from '../../messages/set-up.ts';

/** How a point stands, with its word. */
export function PointState({ state }: { state: SetUpPointState }) {
  const t = useText(setUpText);
  const word = t(`state.${state}`);
  if (state === 'open') return <ToneBadge tone="plain" word={word} />;
  return <StateFace face={state === 'done' ? 'done' : 'flagged'} word={word} />;
}

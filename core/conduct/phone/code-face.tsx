import { StateFace, ToneBadge } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import type { CodeHere } from './codes-here.ts';

/** How I stand to a code, in a word. What is not confirmed never looks done. */
export function CodeFace({ here }: { here: CodeHere }) {
  const t = useText(cardsText);
  const { fitness, pending, code } = here;
  if (fitness === 'must-pass') return <ToneBadge tone="orange" word={t('state.must-pass')} />;
  if (fitness === 'must-acknowledge') return <ToneBadge tone="orange" word={t('state.must-acknowledge')} />;
  const word = code.questions.length > 0 ? t('state.fit') : t('state.read');
  return <StateFace face={pending ? 'pending' : 'done'} word={pending ? t('pending') : word} />;
}

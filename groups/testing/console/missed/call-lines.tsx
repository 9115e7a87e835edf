import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { ToldCall } from '../../contract/missed-queries.ts';
import { missedText } from '../../messages/missed.ts';

/** Who called when, and what was answered; the latest first. */
export function CallLines({ calls }: { calls: readonly ToldCall[] }) {
  const t = useText(missedText);
  const language = useLanguage();
  if (calls.length === 0) return null;
  return (
    <ul className="missed-calls" aria-label={t('call.earlier')}>
      {calls.map(({ id, at, byName, way, answer, note }) => {
        const line = t('call.line', {
          at: whenText(at, language),
          by: byName ?? t('call.somebody'),
          way: t(`way.${way}`),
          answer: t(`answer.${answer}`),
        });
        return <li key={id}>{note === '' ? line : t('call.note-line', { line, note })}</li>;
      })}
    </ul>
  );
}

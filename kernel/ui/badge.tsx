import { hueColour } from './hues.ts';
import type { GroupMark } from './screen.ts';
import { useLanguage } from './use-text.ts';

export type Tone = 'red' | 'orange' | 'blue' | 'plain';

/** A coloured word, e.g. a zone's status. The word is never left out. */
export function ToneBadge({ tone, word }: { tone: Tone; word: string }) {
  return <span className={`tone tone-${tone}`}>{word}</span>;
}

/** A group's character on its hue. Beside its name it is decoration; alone it speaks the name. */
export function Mark({ mark, alone = false }: { mark: GroupMark; alone?: boolean }) {
  const language = useLanguage();
  const name = mark.title(language);
  return (
    <span
      className="mark"
      style={{ background: hueColour(mark.hue) }}
      {...(alone ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {mark.character}
    </span>
  );
}

import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { floorWords } from '../../domain/call-up/floors.ts';
import { callUpText } from '../../messages/call-up.ts';
import { callUpPlaceText } from '../../messages/call-up-place.ts';
import type { BuildingLine, BuildingTimes } from './building-times.ts';
import { clock } from './clock.ts';

/** A building's times as a message for its chat group: nothing in it is about a person. */
export function chatText(round: string, times: BuildingTimes, sites: number, language: Language): string {
  const t = translator(callUpText, language);
  const lines = times.lines.map((line) => {
    const [time, what] = [clock(line.startsAt), lineWords(line, language)];
    return sites > 1 ? t('chat.line-site', { time, what, site: line.site }) : t('chat.line', { time, what });
  });
  return [
    t('chat.head', { round }),
    `${times.compound} ${times.building}`,
    ...lines,
    ...(times.doors > 0 ? [t('chat.doors', { count: times.doors })] : []),
    t('chat.foot'),
  ].join('\n');
}

/** `1单元 16–14层` */
export function lineWords({ priority, entrance, floors }: BuildingLine, language: Language): string {
  const t = translator(callUpText, language);
  if (priority) return t('chat.priority');
  const level =
    floors.length > 0
      ? translator(callUpPlaceText, language)('floors', { floors: floorWords(floors) })
      : null;
  const words = [entrance, level].filter((word) => word !== null).join(' ');
  return words === '' ? t('chat.whole') : words;
}

import { fromLocalInput } from '#kernel/ui/when.ts';

/** Epoch ms when a pass is over that is good until that minute and through it; 0 for what is no time. */
export function endOfMinute(text: string): number {
  const begin = fromLocalInput(text);
  return begin === null ? 0 : begin + 60_000;
}

/** A time as people write it on paper: `9:14`, `09：14`, `914`, `0914`. Null when it is no time of day. */
export function readClock(text: string): { readonly hour: number; readonly minute: number } | null {
  const found = /^(\d{1,2})[:：.点时]?(\d{2})分?$/.exec(text.trim());
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** Epoch ms of a time of day in the reader's zone. @param day `YYYY-MM-DD` */
export function atClock(day: string, text: string): number | null {
  const clock = readClock(text);
  if (!clock) return null;
  const at = new Date(`${day}T00:00`);
  if (Number.isNaN(at.getTime())) return null;
  return at.setHours(clock.hour, clock.minute);
}

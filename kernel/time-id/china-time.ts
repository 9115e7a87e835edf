/** The whole country keeps one time. `sv-SE` writes dates as ISO 8601 does. */
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2022-04-17 08:30:00`, for sheets and papers. @param at epoch ms */
export const chinaTime = (at: number): string => format.format(at);

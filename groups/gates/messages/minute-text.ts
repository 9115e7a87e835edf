const two = (n: number): string => String(n).padStart(2, '0');

/** `06:30` of minutes of the day. */
export const minuteText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

const made = new Map<string, Intl.DateTimeFormat>();

/** One formatter for each language and form: making one takes a phone milliseconds, and a screen shows many times. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, options);
  made.set(key, format);
  return format;
}

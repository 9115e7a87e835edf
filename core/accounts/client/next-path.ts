const OPEN_PATHS: readonly string[] = ['/sign-in', '/join', '/new-pin', '/set-up'];

/**
 * Where to go after sign-in: the path within the shell that was asked for, never another site and never an open page.
 * @param base the shell's own base, e.g. `/console`; the router hands paths with or without it
 */
export function nextPath(base: string, asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith('/') || asked.startsWith('//') || asked.includes('\\'))
    return '/';
  if (asked === base) return '/';
  const within = asked.startsWith(`${base}/`) ? asked.slice(base.length) : asked;
  return OPEN_PATHS.some((path) => within.split(/[?#]/)[0] === path) ? '/' : within;
}

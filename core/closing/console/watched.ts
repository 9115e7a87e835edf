/** The closing this tab ordered: what opens its progress outlives the session, not the tab. */
export interface Watched {
  readonly areaId: string;
  readonly closingId: string;
  readonly token: string;
}

const KEY = 'concerto.closing';

export const watch = (watched: Watched): void => sessionStorage.setItem(KEY, JSON.stringify(watched));

export function watchedHere(): Watched | null {
  const text = sessionStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as Watched);
}

export const forgetWatched = (): void => sessionStorage.removeItem(KEY);

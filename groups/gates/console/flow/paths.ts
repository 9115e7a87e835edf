import type { Direction, PassageOutcome } from '../../contract/rows.ts';

/** Where the desk's pages of what passes at gates stand. */
export const paths = {
  flow: '/gates',
  gates: '/gates/set-up',
  passages: '/gates/passages',
  reasons: '/gates/reasons',
  flags: '/gates/flags',
  person: '/gates/people/$residentId',
} as const;

export interface Narrowed {
  /** `chinaDay`. */
  readonly day?: number;
  readonly gateId?: string;
  readonly direction?: Direction;
  readonly outcome?: PassageOutcome | 'through';
  readonly rule?: string;
}

const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, `${value}`]],
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
};

export const to = {
  flow: (day?: number) => withQuery(paths.flow, { day }),
  gates: () => paths.gates,
  passages: (by: Narrowed = {}) => withQuery(paths.passages, { ...by }),
  reasons: (day?: number) => withQuery(paths.reasons, { day }),
  flags: () => paths.flags,
  person: (residentId: string) => `/gates/people/${residentId}`,
} as const;

/** A day's passages as a sheet, sent by the server. */
export const exportPath = (areaId: string, day: number): string =>
  `/api/areas/${areaId}/gates/passages.xlsx?day=${day}`;

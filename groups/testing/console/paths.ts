import type { RowFigure } from '../contract/queries.ts';

/** Where the console's testing screens stand. */
export const paths = {
  rounds: '/testing',
  round: '/testing/$roundId',
  rows: '/testing/$roundId/rows/$figure',
  discrepancies: '/testing/$roundId/discrepancies',
  closing: '/testing/$roundId/closing',
  print: '/testing/$roundId/print',
  paper: '/testing/$roundId/paper',
  plan: '/testing/$roundId/plan',
  people: '/testing/$roundId/people',
  supplies: '/testing/$roundId/supplies',
  rehearse: '/testing/$roundId/rehearse',
  boxes: '/testing/$roundId/boxes',
  summary: '/testing/$roundId/summary',
  results: '/testing/$roundId/results',
  recall: '/testing/$roundId/recall',
  setUp: '/testing/$roundId/set-up',
  missed: '/testing/$roundId/missed',
  callUp: '/testing/$roundId/call-up',
  bigScreen: '/testing/$roundId/screen/$siteId',
  tube: '/testing/$roundId/tubes/$code',
  contacts: '/testing/$roundId/tubes/$code/contacts',
  person: '/testing/people/$residentId',
  numbers: '/testing/numbers',
} as const;

interface Narrowed {
  readonly laneId?: string;
  readonly siteId?: string;
  readonly buildingId?: string;
}

export const to = {
  rounds: () => paths.rounds,
  round: (roundId: string) => `/testing/${roundId}`,
  /** The rows a figure counts, narrowed to a lane, a site or a building. */
  rows: (roundId: string, figure: RowFigure, by: Narrowed = {}) => {
    const query = new URLSearchParams({ ...by }).toString();
    return `/testing/${roundId}/rows/${figure}${query === '' ? '' : `?${query}`}`;
  },
  discrepancies: (roundId: string) => `/testing/${roundId}/discrepancies`,
  closing: (roundId: string) => `/testing/${roundId}/closing`,
  print: (roundId: string) => `/testing/${roundId}/print`,
  paper: (roundId: string) => `/testing/${roundId}/paper`,
  plan: (roundId: string) => `/testing/${roundId}/plan`,
  people: (roundId: string, show?: string) =>
    `/testing/${roundId}/people${show === undefined ? '' : `?show=${show}`}`,
  supplies: (roundId: string) => `/testing/${roundId}/supplies`,
  rehearse: (roundId: string) => `/testing/${roundId}/rehearse`,
  boxes: (roundId: string) => `/testing/${roundId}/boxes`,
  summary: (roundId: string) => `/testing/${roundId}/summary`,
  results: (roundId: string, show?: string) =>
    `/testing/${roundId}/results${show === undefined ? '' : `?show=${show}`}`,
  setUp: (roundId: string) => `/testing/${roundId}/set-up`,
  recall: (roundId: string) => `/testing/${roundId}/recall`,
  missed: (roundId: string, buildingId?: string) =>
    `/testing/${roundId}/missed${buildingId === undefined ? '' : `?building=${buildingId}`}`,
  callUp: (roundId: string) => `/testing/${roundId}/call-up`,
  bigScreen: (roundId: string, siteId: string) => `/testing/${roundId}/screen/${siteId}`,
  tube: (roundId: string, code: string) => `/testing/${roundId}/tubes/${encodeURIComponent(code)}`,
  /** Around everybody in the tube unless one of them is named; all ties unless one is. */
  contacts: (roundId: string, code: string, by: { around?: string; show?: string } = {}) => {
    const query = new URLSearchParams(Object.entries(by).filter(([, value]) => value !== '')).toString();
    const path = `/testing/${roundId}/tubes/${encodeURIComponent(code)}/contacts`;
    return query === '' ? path : `${path}?${query}`;
  },
  numbers: () => paths.numbers,
  person: (residentId: string) => `/testing/people/${residentId}`,
};

/** The round's records as a sheet, sent by the server. */
export const exportPath = (areaId: string, roundId: string): string =>
  `/api/areas/${areaId}/testing/rounds/${roundId}/export.xlsx`;

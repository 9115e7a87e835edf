/** Where the phone's testing screens stand. */
export const paths = {
  rounds: '/testing',
  setUp: '/testing/set-up',
  setUpSite: '/testing/set-up/$roundId/$siteId',
  practice: '/testing/practice',
  practiceCodes: '/testing/practice-codes',
  calling: '/testing/call-up/$roundId/$siteId',
  doors: '/testing/doors/$roundId',
  boxes: '/testing/boxes/$roundId',
  giveBoxes: '/testing/boxes/$roundId/give',
  takeBoxes: '/testing/boxes/$roundId/take',
  missed: '/testing/missed/$roundId',
  sampling: '/testing/$roundId/$laneId',
  tubes: '/testing/$roundId/$laneId/tubes',
  packing: '/testing/$roundId/$laneId/pack',
  person: '/testing/$roundId/$laneId/person/$residentId',
  tube: '/testing/$roundId/$laneId/tube/$tubeId',
  supplies: '/testing/$roundId/$laneId/supplies',
} as const;

export const to = {
  rounds: () => paths.rounds,
  setUp: () => paths.setUp,
  setUpSite: (roundId: string, siteId: string) => `/testing/set-up/${roundId}/${siteId}`,
  practice: () => paths.practice,
  practiceCodes: () => paths.practiceCodes,
  calling: (roundId: string, siteId: string) => `/testing/call-up/${roundId}/${siteId}`,
  doors: (roundId: string) => `/testing/doors/${roundId}`,
  boxes: (roundId: string) => `/testing/boxes/${roundId}`,
  giveBoxes: (roundId: string) => `/testing/boxes/${roundId}/give`,
  takeBoxes: (roundId: string) => `/testing/boxes/${roundId}/take`,
  missed: (roundId: string) => `/testing/missed/${roundId}`,
  sampling: (roundId: string, laneId: string) => `/testing/${roundId}/${laneId}`,
  /** The same screen with somebody at a door chosen. */
  atDoor: (roundId: string, laneId: string, stopId: string, residentId: string) =>
    `/testing/${roundId}/${laneId}?door=${stopId}&person=${residentId}`,
  tubes: (roundId: string, laneId: string) => `/testing/${roundId}/${laneId}/tubes`,
  /** With `single` the person is sampled alone, with the next new tube. */
  single: (roundId: string, laneId: string, residentId: string) =>
    `/testing/${roundId}/${laneId}?single=${residentId}`,
  person: (roundId: string, laneId: string, residentId: string) =>
    `/testing/${roundId}/${laneId}/person/${residentId}`,
  tube: (roundId: string, laneId: string, tubeId: string) => `/testing/${roundId}/${laneId}/tube/${tubeId}`,
  supplies: (roundId: string, laneId: string) => `/testing/${roundId}/${laneId}/supplies`,
  packing: (roundId: string, laneId: string) => `/testing/${roundId}/${laneId}/pack`,
};

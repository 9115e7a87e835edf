/** Where the phone's testing screens stand. */
export const paths = {
  rounds: '/testing',
  practice: '/testing/practice',
  practiceCodes: '/testing/practice-codes',
  sampling: '/testing/$roundId/$laneId',
  tubes: '/testing/$roundId/$laneId/tubes',
  packing: '/testing/$roundId/$laneId/pack',
} as const;

export const to = {
  rounds: () => paths.rounds,
  practice: () => paths.practice,
  practiceCodes: () => paths.practiceCodes,
  sampling: (roundId: string, laneId: string) => `/testing/${roundId}/${laneId}`,
  tubes: (roundId: string, laneId: string) => `/testing/${roundId}/${laneId}/tubes`,
  packing: (roundId: string, laneId: string) => `/testing/${roundId}/${laneId}/pack`,
};

/** Where the phone's screens of gates stand. */
export const paths = {
  choose: '/gates',
  gate: '/gates/at/$gateId/$laneId',
} as const;

export const to = {
  choose: () => paths.choose,
  gate: (gateId: string, laneId: string) => `/gates/at/${gateId}/${laneId}`,
  /** The same, asked at once about a pass that was found by its plate. */
  byPass: (gateId: string, laneId: string, passId: string) => `/gates/at/${gateId}/${laneId}?pass=${passId}`,
};

/** Where the phone's screens of visits stand. */
export const paths = {
  register: '/gates/visits',
  inside: '/gates/inside',
  evacuation: '/gates/evacuation',
  evacuationOf: '/gates/evacuation/$buildingId',
} as const;

export const to = {
  register: () => paths.register,
  inside: () => paths.inside,
  evacuation: () => paths.evacuation,
  evacuationOf: (buildingId: string) => `/gates/evacuation/${buildingId}`,
} as const;

/** Where the desk's pages of who is inside stand. */
export const paths = {
  inside: '/gates/inside',
  evacuation: '/gates/inside/$buildingId',
} as const;

export const SHOWN = ['buildings', 'visits', 'holders', 'out'] as const;
export type Shown = (typeof SHOWN)[number];

export const to = {
  /** @param late only those over their time */
  inside: (show: Shown = 'buildings', late = false) => `${paths.inside}?show=${show}${late ? '&late=1' : ''}`,
  evacuation: (buildingId: string) => `/gates/inside/${buildingId}`,
} as const;

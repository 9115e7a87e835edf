/** The console's pages of places. */
export const placesPaths = {
  places: '/places',
  building: (id: string) => `/places?building=${id}`,
} as const;

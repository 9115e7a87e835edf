/** Console paths that other modules link to. */
export const rosterPaths = {
  duties: '/duties',
  /** Opens the form to assign a duty to that member. */
  assign: (memberId: string): string => `/duties?assign=${memberId}`,
} as const;

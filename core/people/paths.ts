/** The console's pages of people; narrowed by words after `?`, so that a figure opens its rows. */
export const peoplePaths = {
  register: '/register',
  looks: '/register/looks',
  import: '/register/import',
  duplicates: '/register/duplicates',
  discrepancies: '/register/discrepancies',
  requests: '/register/requests',
  merge: '/register/merge',
  /** Two entries side by side. @param discrepancyId the contradiction that the merge settles */
  mergeOf: (one: string, other: string, discrepancyId?: string) =>
    `/register/merge?${new URLSearchParams({ one, other, ...(discrepancyId && { discrepancy: discrepancyId }) })}`,
  /** @param words e.g. `{ building: id }`, `{ away: '1' }`, `{ tag: 'dialysis' }` */
  registerOf: (words: Readonly<Record<string, string>>) => `/register?${new URLSearchParams(words)}`,
  resident: (id: string) => `/register?resident=${id}`,
} as const;

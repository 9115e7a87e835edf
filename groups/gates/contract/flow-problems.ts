/** Of looks at one person's passages; spread into the module's problems. 300 and up. */
export const flowProblems = {
  /** Also to anybody but its author, so that ids tell nothing. */
  'person-look-unknown': [300, 404],
  'person-look-expired': [301, 410],
} as const;

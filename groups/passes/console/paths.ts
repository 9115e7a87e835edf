export const paths = {
  /** `?state=…&kind=…&building=…&anew=1` narrow it. */
  passes: '/passes',
  print: '/passes/print',
} as const;

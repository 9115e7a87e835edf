/** Every address of this module on the console. */
export const privacyPaths = {
  personalData: '/privacy/overview',
  notice: '/privacy/notice',
  records: '/privacy/records',
  assessment: '/privacy/assessment',
  keys: '/privacy/keys',
  /** Of accounts: who works here. */
  members: '/people',
} as const;

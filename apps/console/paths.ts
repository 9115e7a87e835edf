/** Every path of the console's shell; modules bring theirs. All are below /console. */
export const paths = {
  home: '/',
  /** Brought by accounts. */
  signIn: '/sign-in',
  setUp: '/set-up',
  account: '/account',
} as const;

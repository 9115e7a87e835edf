/** Every path of the phone's shell; modules bring theirs. All are below /phone. */
export const paths = {
  home: '/',
  outbox: '/outbox',
  me: '/me',
  /** Brought by accounts. */
  signIn: '/sign-in',
} as const;

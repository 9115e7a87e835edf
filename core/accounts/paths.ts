/** Paths of the screens of accounts, below their shell. */
export const consolePaths = {
  signIn: '/sign-in',
  setUp: '/set-up',
  people: '/people',
  account: '/account',
} as const;
export const phonePaths = { signIn: '/sign-in', join: '/join', newPin: '/new-pin' } as const;

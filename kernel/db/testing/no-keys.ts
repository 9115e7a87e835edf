import type { AreaKeys } from '../../crypto/area-keys.ts';

const refuse = (): never => {
  throw new Error('this test has no keys');
};

/** For tests that seal nothing. */
export const noKeys: AreaKeys = { seal: refuse, open: refuse, blindIndex: refuse, derive: refuse };

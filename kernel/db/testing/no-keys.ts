import type { AreaKeys } from '../../crypto/area-keys.ts';

const refuse = (): never => {
  throw new Error('this test has no keys');
};

/** For tests that seal nothing. */
export const noKeys: AreaKeys = {
  newest: 1,
  marked: true,
  seal: refuse,
  open: refuse,
  isCurrent: refuse,
  blindIndex: refuse,
  blindIndexes: refuse,
  derive: refuse,
  deriveAll: refuse,
  refresh: () => undefined,
};

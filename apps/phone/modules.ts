import { screens as accounts } from '#core/accounts/phone/index.ts';
import { screens as conduct, lookUp as conductLookUp } from '#core/conduct/phone/index.ts';
import { screens as handovers } from '#core/handovers/phone/index.ts';
import { screens as privacy } from '#core/privacy/phone/index.ts';
import { screens as gates } from '#groups/gates/phone/index.ts';
import { screens as passes } from '#groups/passes/phone/index.ts';
import { screens as testing } from '#groups/testing/phone/index.ts';
import type { PhoneModule } from '#kernel/ui/screen.ts';

/** The modules whose screens the phone shows; taking a group out is taking its line out. */
export const modules: readonly PhoneModule[] = [
  privacy,
  conduct,
  accounts,
  gates,
  testing,
  handovers,
  passes,
  conductLookUp,
];

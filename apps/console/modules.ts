import { screens as accounts } from '#core/accounts/console/index.ts';
import { screens as closing } from '#core/closing/console/index.ts';
import { screens as codes } from '#core/codes/console/index.ts';
import { screens as conduct } from '#core/conduct/console/index.ts';
import { screens as devices } from '#core/devices/console/index.ts';
import { screens as handovers } from '#core/handovers/console/index.ts';
import { screens as people } from '#core/people/console/index.ts';
import { screens as places } from '#core/places/console/index.ts';
import { screens as privacy } from '#core/privacy/console/index.ts';
import { screens as roster } from '#core/roster/console/index.ts';
import { screens as zones } from '#core/zones/console/index.ts';
import { screens as gates } from '#groups/gates/console/index.ts';
import { screens as passes } from '#groups/passes/console/index.ts';
import { screens as testing } from '#groups/testing/console/index.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { screens as connect } from './connect/index.ts';
import { screens as oversight } from './oversight/index.ts';
import { screens as rights } from './rights/index.ts';
import { screens as settings } from './settings/index.ts';

/** What must not be overlooked stands before all other cards. */
const warnings: ConsoleModule = {
  module: 'warnings',
  screens: [],
  cards: [
    { load: () => import('./first-steps/card.tsx') },
    { load: () => import('#core/accounts/console/second-factor-card.tsx') },
    { load: () => import('#core/privacy/console/home-card.tsx') },
  ],
};

/** Cards of the first page that look over several modules, and so belong to none. */
const ownModule: ConsoleModule = {
  module: 'console',
  screens: [],
  cards: [{ load: () => import('./people-card/card.tsx') }],
};

/** The modules whose screens the console shows; taking a group out is taking its line out. */
export const modules: readonly ConsoleModule[] = [
  warnings,
  testing,
  gates,
  passes,
  ownModule,
  people,
  places,
  codes,
  accounts,
  roster,
  conduct,
  handovers,
  devices,
  zones,
  privacy,
  closing,
  oversight,
  connect,
  settings,
  rights,
];

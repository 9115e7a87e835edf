import { ANY_MEMBER } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from '../messages/index.ts';
import { zonesPaths } from '../paths.ts';
import { zones } from './queries.ts';

/** What waits for a decision. */
const attention = async (): Promise<number> => (await zones.call.today()).proposals.length;

export const screens: ConsoleModule = {
  module: 'zones',
  screens: [
    {
      path: zonesPaths.zones,
      title: (language) => translator(text, language)('zones'),
      load: () => import('./zones.tsx'),
      nav: { mark: peopleMark, attention },
      grants: ANY_MEMBER,
    },
  ],
  cards: [{ load: () => import('./home-card.tsx') }],
};

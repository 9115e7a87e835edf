import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { aboutPeople, flowScreens } from './flow/index.ts';
import { insideScreens, lateCard } from './inside/index.ts';

export const screens: ConsoleModule = {
  module: 'gates',
  screens: [...flowScreens, ...insideScreens],
  cards: [{ load: () => import('./flow/card.tsx') }, lateCard],
  about: aboutPeople,
};

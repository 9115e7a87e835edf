import type { PhoneModule } from '#kernel/ui/screen.ts';
import { visitScreens } from './visits/index.ts';

export const screens: PhoneModule = {
  module: 'gates',
  screens: [...visitScreens],
  projections: async () => [(await import('./projection.ts')).projection],
};

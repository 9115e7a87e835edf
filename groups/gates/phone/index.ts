import type { PhoneModule } from '#kernel/ui/screen.ts';

export const screens: PhoneModule = {
  module: 'gates',
  screens: [],
  projections: async () => [(await import('./projection.ts')).projection],
};

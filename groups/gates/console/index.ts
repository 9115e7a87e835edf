import type { ConsoleModule } from '#kernel/ui/screen.ts';

export const screens: ConsoleModule = { module: 'gates', screens: [] };

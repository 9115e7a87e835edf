import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { insideScreens } from './inside/index.ts';

export const screens: ConsoleModule = { module: 'gates', screens: [...insideScreens] };

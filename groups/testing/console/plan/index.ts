import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { planText } from '../../messages/plan.ts';
import { paths } from '../paths.ts';

const screen = (path: string, title: 'title' | 'people', load: ConsoleScreen['load']): ConsoleScreen => ({
  path,
  title: (language) => translator(planText, language)(title),
  load,
  grants: rules[actions.plan] ?? [],
});

/** Planning a round; screens of `console/index.ts`. */
export const planScreens: readonly ConsoleScreen[] = [
  screen(paths.plan, 'title', () => import('./plan-screen.tsx')),
  screen(paths.people, 'people', () => import('./people-screen.tsx')),
];

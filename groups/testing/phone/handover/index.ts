import type { PhoneScreen } from '#kernel/ui/screen.ts';
import { paths } from '../paths.ts';

/** Boxes on the phone, loaded when they are opened. */
export const handoverScreens: readonly PhoneScreen[] = [
  { path: paths.boxes, load: () => import('./boxes.tsx'), task: true },
  { path: paths.giveBoxes, load: () => import('./give.tsx'), task: true },
  { path: paths.takeBoxes, load: () => import('./take.tsx'), task: true },
];

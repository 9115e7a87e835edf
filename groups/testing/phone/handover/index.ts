import type { PhoneScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { phoneText } from '../../messages/phone.ts';
import { paths } from '../paths.ts';

const title: PhoneScreen['title'] = (language) => translator(phoneText, language)('boxes');

/** Boxes on the phone, loaded when they are opened. */
export const handoverScreens: readonly PhoneScreen[] = [
  { path: paths.boxes, title, load: () => import('./boxes.tsx'), task: true },
  { path: paths.giveBoxes, title, load: () => import('./give.tsx'), task: true },
  { path: paths.takeBoxes, title, load: () => import('./take.tsx'), task: true },
];

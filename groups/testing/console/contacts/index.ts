import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { contactsText } from '../../messages/contacts.ts';
import { paths } from '../paths.ts';

/** Contacts of a tube; a screen of `console/index.ts`. */
export const contactsScreen: ConsoleScreen = {
  path: paths.contacts,
  title: (language) => translator(contactsText, language)('title'),
  load: () => import('./contacts-screen.tsx'),
  grants: rules[actions.results] ?? [],
};

import type { ComponentType } from 'react';
import type { Grant } from '../access/access.ts';
import type { ProjectionSource } from '../sync/client/projection.ts';
import type { Language } from './language.ts';

/** How a module offers its screens to the shells. The kernel knows the shape, modules bring the data. */

/** A text that is known before the screen is loaded: usually `(language) => translator(text, language)('nav')`. */
export type Title = (language: Language) => string;

/** Names of the palette in `hues.ts`; which group wears which hue is the module's data. */
export type Hue =
  | 'teal'
  | 'indigo'
  | 'amber'
  | 'green'
  | 'orange'
  | 'brown'
  | 'rose'
  | 'violet'
  | 'cyan'
  | 'slate';

/** One hue and one character per group, used on the score, menus, plan and prints (look.md). */
export interface GroupMark {
  /** The module's name, e.g. `testing`. */
  readonly group: string;
  readonly character: string;
  readonly hue: Hue;
  readonly title: Title;
}

export interface ScreenProps {
  /** The `$name` parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

interface Loads {
  /** Absolute under the shell, TanStack style: `/testing/rounds/$roundId`. Unique over all modules. */
  readonly path: string;
  /** `() => import('./round.tsx')`, whose default export is the screen. */
  readonly load: () => Promise<{ readonly default: ComponentType<ScreenProps> }>;
}

export interface ConsoleScreen extends Loads {
  readonly title: Title;
  /** Shown in the left column under its group; the others are reached from a figure or a row. */
  readonly nav?: {
    readonly mark: GroupMark;
    /** How many things need attention there now; the shell asks again after each live change. */
    readonly attention?: () => Promise<number>;
  };
  /** Any one of these standings opens it; none given: everyone signed in. */
  readonly grants?: readonly string[];
  /** Reachable without a session, drawn without the shell's frame: sign-in, set-up. */
  readonly open?: true;
}

export interface PhoneScreen extends Loads {
  /** Reachable without a session: sign-in, joining. */
  readonly open?: true;
  /** Hides the shell's tab bar, so that the one task has the whole height. */
  readonly task?: true;
}

/** A big card on the phone's first page: one duty of mine, with its one number and its one button. */
export interface DutyCard {
  /** The card is loaded once one of these collections has rows on this phone; none given: at once. */
  readonly collections?: readonly string[];
  /** The component draws nothing when there is nothing to do for this person now. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** A page of this module about a row of another, e.g. the tests of a resident: whoever shows the row links to it. */
export interface PageAbout {
  /** Whose row, by module and thing: `people.resident`. */
  readonly what: string;
  readonly title: Title;
  readonly path: (id: string) => string;
  /** Any one of these standings opens it. */
  readonly grants: readonly string[];
}

/** What `<module>/console/index.ts` exports as `screens`. */
export interface ConsoleModule {
  readonly module: string;
  readonly screens: readonly ConsoleScreen[];
  /** Cards of the console's first page, in the order they stand. */
  readonly cards?: readonly { readonly load: () => Promise<{ readonly default: ComponentType }> }[];
  readonly about?: readonly PageAbout[];
  /** What the search field at the top finds in this module. */
  readonly search?: (words: string) => Promise<readonly SearchHit[]>;
}

/**
 * What `<module>/phone/index.ts` exports as `screens`: a declaration that every phone loads, whoever's it is. All that it
 * names is loaded where it is needed: screens and cards bring their projections and texts along.
 */
export interface PhoneModule extends ProjectionSource {
  readonly screens: readonly PhoneScreen[];
  readonly cards?: readonly DutyCard[];
  /** The texts of its commands and problems, which the outbox shows before any screen of the module was. */
  readonly words?: () => Promise<unknown>;
}

export interface SearchHit {
  readonly id: string;
  /** Masked where it names a person. */
  readonly label: string;
  readonly detail: string;
  /** The console path that opens it. */
  readonly path: string;
}

/** Whether any of the standings is held at that time; the server asks again with authority. */
export function opensFor(screen: ConsoleScreen, grants: readonly Grant[], at: number): boolean {
  if (screen.grants === undefined) return true;
  const wanted = screen.grants;
  return grants.some(
    (g) =>
      g.from <= at &&
      (g.until === null || at < g.until) &&
      (g.grant === 'system' || wanted.includes(g.grant)),
  );
}

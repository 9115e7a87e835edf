import { useQuery } from '@tanstack/react-query';
import { Mark } from '#kernel/ui/badge.tsx';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { type ConsoleScreen, type GroupMark, opensFor } from '#kernel/ui/screen.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { paths } from './paths.ts';
import { screens } from './screens.ts';

type NavScreen = ConsoleScreen & { readonly nav: NonNullable<ConsoleScreen['nav']> };

/** The left column: groups with their character, name and the number that needs attention, nothing else. */
export function Nav() {
  const t = useText(text);
  const session = useSession();
  const now = Date.now();
  const shown = screens.filter(
    (screen): screen is NavScreen => screen.nav !== undefined && opensFor(screen, session?.grants ?? [], now),
  );
  return (
    <nav className="nav" aria-label={t('groups')}>
      <GoLink to={paths.home} className="nav-home">
        {t('home')}
      </GoLink>
      {byGroup(shown).map(({ mark, list }) => (
        <NavGroup key={mark.group} mark={mark} list={list} />
      ))}
    </nav>
  );
}

function NavGroup({ mark, list }: { mark: GroupMark; list: readonly NavScreen[] }) {
  const language = useLanguage();
  return (
    <section className="nav-group" aria-label={mark.title(language)}>
      <h2>
        <Mark mark={mark} />
        {mark.title(language)}
      </h2>
      {list.map((screen) => (
        <NavLine key={screen.path} screen={screen} />
      ))}
    </section>
  );
}

function NavLine({ screen }: { screen: NavScreen }) {
  const t = useText(text);
  const language = useLanguage();
  const ask = screen.nav.attention;
  const { data: count = 0 } = useQuery({
    queryKey: ['attention', screen.path],
    queryFn: () => ask?.() ?? 0,
    enabled: ask !== undefined,
  });
  return (
    <GoLink to={screen.path} className="nav-line" exact={hasPageBelow(screen.path)}>
      <span>{screen.title(language)}</span>
      {count > 0 ? (
        <span className="nav-count" title={t('attention', { count })}>
          {count.toLocaleString(language)}
        </span>
      ) : null}
    </GoLink>
  );
}

/** Then the page below has a line of its own, and only that one is current. */
const hasPageBelow = (path: string): boolean =>
  screens.some((screen) => screen.nav !== undefined && screen.path.startsWith(`${path}/`));

function byGroup(list: readonly NavScreen[]): { mark: GroupMark; list: NavScreen[] }[] {
  const groups = new Map<string, { mark: GroupMark; list: NavScreen[] }>();
  for (const screen of list) {
    const { mark } = screen.nav;
    const group = groups.get(mark.group);
    if (group) group.list.push(screen);
    else groups.set(mark.group, { mark, list: [screen] });
  }
  return [...groups.values()];
}

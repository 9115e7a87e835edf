import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { PracticeMenu } from '#core/practice/console/practice-menu.tsx';
import { EmptyFace, LoadingFace, StateFace } from '#kernel/ui/console/index.ts';
import { liveCell, useLive } from '#kernel/ui/console/live.ts';
import { uiText } from '#kernel/ui/messages/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useSession } from '#kernel/ui/session.ts';
import { useCell } from '#kernel/ui/store.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { AccountMenu, LanguageSwitch } from './account-menu.tsx';
import { text } from './messages/index.ts';
import { Nav } from './nav.tsx';
import { paths } from './paths.ts';
import { Search } from './search.tsx';

/** Left the groups, above the area and the search, in the middle one page. */
export function Frame() {
  const session = useSession();
  const here = useRouterState({ select: (state) => state.location.pathname });
  useLive(session?.areaId ?? null);
  if (!session) {
    // Drawn once more while sign-in is loaded: the path that was asked for must not be replaced by sign-in's own.
    if (here === paths.signIn) return null;
    return <Navigate to={paths.signIn as never} search={{ next: here } as never} replace />;
  }
  const { secondFactorBy = null } = session;
  const mustEnrol = secondFactorBy !== null && secondFactorBy <= Date.now();
  return (
    <div className="shell">
      <TopBar areaName={session.areaName} />
      <aside className="shell-side">
        <Nav />
      </aside>
      <main className="shell-main" id="content">
        {mustEnrol ? (
          <Suspense fallback={<LoadingFace />}>
            <EnrolFirst />
          </Suspense>
        ) : (
          <Outlet />
        )}
      </main>
    </div>
  );
}

/** Loaded by who needs it: hardly anybody, and once. */
const EnrolFirst = lazy(() => import('#core/accounts/console/enrol-first.tsx'));

function TopBar({ areaName }: { areaName: string }) {
  const t = useText(text);
  const here = useRouterState({ select: (state) => state.location.pathname });
  // Where the menu was opened: going anywhere closes it.
  const [menuAt, setMenuAt] = useState<string | null>(null);
  return (
    <header className="shell-top">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Button className="shell-menu" onClick={() => setMenuAt(here)}>
        {t('menu')}
      </Button>
      <Drawer
        placement="left"
        size={260}
        open={menuAt === here}
        onClose={() => setMenuAt(null)}
        title={t('menu')}
      >
        <Nav />
      </Drawer>
      <span className="shell-area">
        <Logo />
        {areaName}
      </span>
      <PracticeMenu />
      <Search />
      <LiveLost />
      <span className="shell-end">
        <LanguageSwitch />
        <AccountMenu />
      </span>
    </header>
  );
}

function LiveLost() {
  const t = useText(uiText);
  return useCell(liveCell) === 'lost' ? <StateFace face="pending" word={t('live.lost')} /> : null;
}

/** Five lines of a score and two notes. */
function Logo() {
  return <img src="/icons/concerto.svg" alt="" width="28" height="28" />;
}

/** Around sign-in and set-up. */
export function OpenFrame() {
  const t = useText(text);
  return (
    <div className="open-frame">
      <header className="shell-top">
        <span className="shell-area">
          <Logo />
          {t('brand')}
        </span>
        <span className="shell-end">
          <LanguageSwitch />
        </span>
      </header>
      <main className="open-main">
        <Outlet />
      </main>
    </div>
  );
}

export function NotFound() {
  const t = useText(text);
  return (
    <EmptyFace title={t('not-found')}>
      <GoLink to={paths.home}>{t('not-found-next')}</GoLink>
    </EmptyFace>
  );
}

import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useSyncState } from '#kernel/sync/client/hooks.ts';
import { roomOn } from '#kernel/sync/client/room.ts';
import type { StorageState } from '#kernel/sync/client/state.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { EmptyFace, LoadingFace, SyncBadge } from '#kernel/ui/phone/index.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { Closed } from './closed.tsx';
import { text } from './messages/index.ts';
import { Outdated } from './outdated.tsx';
import { paths } from './paths.ts';
import { Revoked } from './revoked.tsx';
import { screens } from './screens.ts';

/** Dexie and the merge come after the first paint. */
const SyncGate = lazy(() => import('./sync-gate.tsx'));
const PracticeWatch = lazy(() => import('#core/practice/phone/practice-watch.tsx'));
const LockGate = lazy(() => import('./lock-gate.tsx'));
const Carrier = lazy(() => import('./carrier.tsx'));

/** Around every screen that needs a session: the sync beneath it, the tabs with the count of pending entries. */
export function Frame() {
  const session = useSession();
  const here = useRouterState({ select: (state) => state.location.pathname });
  if (!session) {
    // Drawn once more while sign-in is loaded: the path that was asked for must not be replaced by sign-in's own.
    if (here === paths.signIn) return null;
    return (
      <Suspense fallback={<LoadingFace />}>
        <LockGate here={here} />
      </Suspense>
    );
  }
  return (
    <Suspense fallback={<LoadingFace />}>
      <SyncGate session={session}>
        <FramedScreen />
      </SyncGate>
    </Suspense>
  );
}

function FramedScreen() {
  const t = useText(text);
  const state = useSyncState();
  const path = useRouterState({
    select: (router) => String(router.matches[router.matches.length - 1]?.fullPath),
  });
  const task = screens.some((screen) => screen.path === path && screen.task === true);
  if (state.outdated) return <Outdated />;
  if (state.closed) return <Closed />;
  if (state.revoked) return <Revoked waiting={state.pending} />;
  return (
    <div className="phone-shell">
      <Suspense fallback={null}>
        <PracticeWatch />
      </Suspense>
      {state.signedOut ? <SignedOut /> : null}
      {state.storage.lost ? <Said words={t('storage-lost')} /> : null}
      <RoomLeft storage={state.storage} />
      {state.expired ? <Said words={t('expired')} /> : null}
      <div className="phone-screen">
        <Outlet />
      </div>
      {task ? null : <Tabs />}
    </div>
  );
}

function Said({ words }: { words: string }) {
  return (
    <div className="phone-banner" role="status">
      <span>{words}</span>
    </div>
  );
}

/** Said before there is none: then what is done in the field cannot be kept. */
function RoomLeft({ storage }: { storage: StorageState }) {
  const t = useText(text);
  const room = roomOn(storage);
  if (room.is === 'enough') return null;
  if (room.is === 'none') return <Said words={t('storage-full')} />;
  return <Said words={t('storage-little', { megabytes: Math.floor(room.left / (1024 * 1024)) })} />;
}

function SignedOut() {
  const t = useText(text);
  return (
    <div className="phone-banner" role="status">
      <span>{t('signed-out')}</span>
      <GoLink to={paths.signIn}>{t('sign-in-again')}</GoLink>
    </div>
  );
}

function Tabs() {
  const t = useText(text);
  const state = useSyncState();
  return (
    <nav className="phone-tabs" aria-label={t('tabs')}>
      <GoLink to={paths.home}>{t('home')}</GoLink>
      <GoLink to={paths.outbox}>
        <SyncBadge
          pending={state.pending}
          refused={state.refused}
          offline={!state.online}
          never={state.lastSync === null}
        />
      </GoLink>
      <GoLink to={paths.me}>{t('me')}</GoLink>
    </nav>
  );
}

/** Around sign-in and joining: nothing but the screen. */
export function OpenFrame() {
  const session = useSession();
  return (
    <div className="phone-shell">
      <div className="phone-screen">
        <Outlet />
      </div>
      {session ? null : (
        <Suspense fallback={null}>
          <Carrier />
        </Suspense>
      )}
    </div>
  );
}

export function NotFound() {
  const t = useText(text);
  return (
    <main className="notice-page">
      <EmptyFace title={t('not-found')}>
        <GoLink to={paths.home}>{t('not-found-next')}</GoLink>
      </EmptyFace>
    </main>
  );
}

import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  useParams,
} from '@tanstack/react-router';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { ErrorFace, LoadingFace } from './quiet.tsx';
import type { ScreenProps } from './screen.ts';

/** A screen of either shell, as far as the router cares. */
export interface RoutedScreen {
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType<ScreenProps> }>;
  readonly open?: true;
}

export interface ShellFrames {
  /** Where the shell is mounted, e.g. `/phone`. */
  readonly basepath: string;
  /** Around screens that need a session; draws `<Outlet />`. */
  readonly Frame: () => ReactNode;
  /** Around open ones: sign-in, joining, set-up. */
  readonly OpenFrame: () => ReactNode;
  readonly NotFound: () => ReactNode;
}

/** The shell's router over every module's screens. */
export function buildRouter(screens: readonly RoutedScreen[], frames: ShellFrames) {
  const root = createRootRoute({ component: Outlet });
  const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: frames.Frame });
  const open = createRoute({ getParentRoute: () => root, id: 'open', component: frames.OpenFrame });
  const routes = (parent: AnyRoute, list: readonly RoutedScreen[]) =>
    list.map((screen) =>
      createRoute({ getParentRoute: () => parent, path: screen.path, component: screenComponent(screen) }),
    );
  const tree = root.addChildren([
    framed.addChildren(
      routes(
        framed,
        screens.filter((screen) => screen.open !== true),
      ),
    ),
    open.addChildren(
      routes(
        open,
        screens.filter((screen) => screen.open === true),
      ),
    ),
  ]);
  return createRouter({
    routeTree: tree,
    basepath: frames.basepath,
    defaultNotFoundComponent: frames.NotFound,
    defaultErrorComponent: ScreenFault,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const query = new URLSearchParams(search as Record<string, string>).toString();
      return query === '' ? '' : `?${query}`;
    },
    scrollRestoration: true,
  });
}

function screenComponent(screen: RoutedScreen): () => ReactNode {
  const Screen = lazy(screen.load);
  return () => <Loaded Screen={Screen} />;
}

function Loaded({ Screen }: { Screen: ComponentType<ScreenProps> }) {
  const params = useParams({ strict: false }) as Readonly<Record<string, string>>;
  return (
    <Suspense fallback={<LoadingFace />}>
      <Screen params={params} />
    </Suspense>
  );
}

/** A screen that could not be loaded, or that failed: reloading brings the newest one. */
function ScreenFault({ error }: { error: unknown }) {
  return <ErrorFace error={error} retry={() => window.location.reload()} />;
}

import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet, RouterProvider } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { bindDocumentLanguage } from '#kernel/ui/language.ts';
import { makeQueryClient } from '#kernel/ui/query-client.ts';
import { buildRouter } from '#kernel/ui/router.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';

/** Mounts one page of primitives with what the shells have around theirs. */
export function mount(
  page: string,
  Gallery: ComponentType<ScreenProps>,
  Around: (props: { children: ReactNode }) => ReactNode,
): void {
  const root = document.getElementById('root');
  if (!root) throw new Error(`${page}.html has no #root`);
  bindDocumentLanguage(document.documentElement);
  const router = buildRouter(
    [{ path: `/${page}.html`, load: async () => ({ default: Gallery }), open: true }],
    {
      basepath: '/',
      Frame: () => <Outlet />,
      OpenFrame: () => <Outlet />,
      NotFound: () => null,
    },
  );
  createRoot(root).render(
    <QueryClientProvider client={makeQueryClient()}>
      <Around>
        <RouterProvider router={router} />
      </Around>
    </QueryClientProvider>,
  );
}

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { PracticeFrame } from '#core/practice/ui/band.tsx';
import { ConsoleProviders } from '#kernel/ui/console/providers.tsx';
import { makeQueryClient } from '#kernel/ui/query-client.ts';
import { buildRouter } from '#kernel/ui/router.tsx';
import { Frame, NotFound, OpenFrame } from './frames.tsx';
import { screens } from './screens.ts';

const queries = makeQueryClient();
const router = buildRouter(screens, { basepath: '/console', Frame, OpenFrame, NotFound });

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ConsoleProviders>
        <PracticeFrame>
          <RouterProvider router={router} />
        </PracticeFrame>
      </ConsoleProviders>
    </QueryClientProvider>
  );
}

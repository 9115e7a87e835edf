import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { StepUpDialog } from '#core/accounts/console/step-up-dialog.tsx';
import { PracticeFrame } from '#core/practice/ui/band.tsx';
import { ConsoleProviders } from '#kernel/ui/console/providers.tsx';
import { makeQueryClient } from '#kernel/ui/query-client.ts';
import { buildRouter } from '#kernel/ui/router.tsx';
import { Frame, NotFound, OpenFrame } from './frames.tsx';
import { Insecure, InsecureBand } from './insecure.tsx';
import { screens } from './screens.ts';

const queries = makeQueryClient();
const router = buildRouter(screens, { basepath: '/console', Frame, OpenFrame, NotFound });

export function App() {
  const [warned, setWarned] = useState(window.isSecureContext);
  return (
    <QueryClientProvider client={queries}>
      <ConsoleProviders>
        {warned ? (
          <PracticeFrame>
            <InsecureBand />
            <RouterProvider router={router} />
          </PracticeFrame>
        ) : (
          <Insecure onGo={() => setWarned(true)} />
        )}
        <StepUpDialog />
      </ConsoleProviders>
    </QueryClientProvider>
  );
}

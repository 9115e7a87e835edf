import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { makeQueryClient } from './query-client.ts';

const queries = makeQueryClient();

/** Around a phone's screen that asks the server itself. Most work on what was pulled, so the shell loads none of this. */
export function Queries({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}

import { lazy } from 'react';
import { useSession } from '#kernel/ui/session.ts';

const PracticeProgress = lazy(() => import('./practice-progress.tsx'));

/** On the first page of practice; at the real work nothing of it is loaded. */
export default function PracticeCard() {
  return useSession()?.practisesFor ? <PracticeProgress /> : null;
}

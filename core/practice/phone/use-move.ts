import { useState } from 'react';
import { useGo } from '#kernel/ui/navigation.tsx';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useProblemText } from '#kernel/ui/use-text.ts';
import type { Entered } from '../contract/http.ts';
import { dropOldWorld } from './old-worlds.ts';

export interface Move {
  readonly busy: boolean;
  /** @param to into a world, or out of it; says why when that fails. @returns whether it was done */
  move(to: () => Promise<Entered | null>): Promise<boolean>;
}

/** Another world: the first page comes first. */
export function useMove(): Move {
  const say = useProblemText();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const move: Move['move'] = async (to) => {
    setBusy(true);
    try {
      const entered = await to();
      if (entered) dropOldWorld(entered);
      go('/', { replace: true });
      return true;
    } catch (error) {
      notify('refused', say(problemOf(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, move };
}

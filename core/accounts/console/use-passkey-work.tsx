import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { PasskeyNotGiven } from '../client/passkeys.ts';
import { text } from '../messages/index.ts';

/** Work with a passkey at its end: busy while it runs, and what came of it where the browser's dialog was closed. */
export function usePasskeyWork(): {
  busy: boolean;
  alert: ReactNode;
  run(work: () => Promise<void>): Promise<void>;
} {
  const t = useText(text);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [notGiven, setNotGiven] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblems([]);
    setNotGiven(false);
    try {
      await work();
    } catch (error) {
      if (error instanceof PasskeyNotGiven) setNotGiven(true);
      else setProblems([problemOf(error)]);
    }
    setBusy(false);
  };
  const alert = notGiven ? (
    <Alert type="info" title={t('passkey.not-given')} role="status" />
  ) : (
    <ProblemAlert problems={problems} />
  );
  return { busy, alert, run };
}

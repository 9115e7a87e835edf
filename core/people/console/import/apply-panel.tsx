import { useQuery } from '@tanstack/react-query';
import { Button, Progress, Result } from 'antd';
import { useEffect, useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { ErrorFace, LoadingFace, ProblemAlert } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { importText } from '../../messages/import.ts';
import { peoplePaths } from '../../paths.ts';
import { apply, progressOf, stop } from './client.ts';
import { DoubtfulButton } from './doubtful-button.tsx';

const POLL_MS = 300;

/** Writes, shows how far it is, stops after the batch under way, goes on, and says how it ended. */
export function ApplyPanel({ importId, onBack }: { importId: string; onBack: () => void }) {
  const t = useText(importText);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [begun, setBegun] = useState(false);
  const progress = useQuery({
    queryKey: ['people', 'import', importId, 'progress'],
    queryFn: () => progressOf(importId),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.state) ? POLL_MS : false),
    enabled: begun,
  });
  const { refetch } = progress;

  const act = async (what: (id: string) => Promise<unknown>): Promise<void> => {
    setProblems([]);
    try {
      await what(importId);
    } catch (error) {
      setProblems([problemOf(error)]);
    }
    await refetch();
  };

  useEffect(() => {
    let gone = false;
    const begin = async (): Promise<void> => {
      try {
        await apply(importId);
      } catch (error) {
        if (!gone) setProblems([problemOf(error)]);
      }
      if (!gone) setBegun(true);
    };
    void begin();
    return () => {
      gone = true;
    };
  }, [importId]);

  if (progress.isError) return <ErrorFace error={progress.error} retry={() => void refetch()} />;
  const now = progress.data;
  if (!now) return <LoadingFace />;
  const { state, done, total } = now;
  const figures = { done, total };
  const underWay = isUnderWay(state);
  return (
    <div className="import-apply">
      <ProblemAlert problems={problems.length > 0 ? problems : now.problems} />
      <Progress
        percent={total === 0 ? (underWay ? 0 : 100) : Math.round((done / total) * 100)}
        status={
          state === 'failed' ? 'exception' : state === 'done' ? 'success' : underWay ? 'active' : 'normal'
        }
        aria-label={t('import.applying', figures)}
      />
      {underWay ? (
        <div className="import-bar" role="status">
          <span>{state === 'stopping' ? t('import.stopping') : t('import.applying', figures)}</span>
          <Button disabled={state === 'stopping'} onClick={() => void act(stop)}>
            {t('import.stop')}
          </Button>
        </div>
      ) : state === 'done' ? (
        <Result
          status="success"
          title={t('import.done')}
          subTitle={t('import.done-lead', { total })}
          extra={
            <>
              <GoLink to={peoplePaths.register}>{t('import.open-register')}</GoLink>
              <DoubtfulButton importId={importId} />
            </>
          }
        />
      ) : (
        <div className="import-bar" role="status">
          <span>{t(state === 'failed' ? 'import.failed' : 'import.stopped', figures)}</span>
          <Button type="primary" onClick={() => void act(apply)}>
            {t('import.resume')}
          </Button>
          <Button onClick={onBack}>{t('import.back')}</Button>
        </div>
      )}
    </div>
  );
}

const isUnderWay = (state: string | undefined): boolean => state === 'applying' || state === 'stopping';

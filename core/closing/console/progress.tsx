import { useQuery } from '@tanstack/react-query';
import { Button, Result, Steps } from 'antd';
import { useEffect, useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { EmptyFace, ErrorFace, LoadingFace, Page, ProblemAlert } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { setSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { closingPaths, type Progress, STAGES } from '../contract/http.ts';
import { text } from '../messages/index.ts';
import { closingScreens } from '../paths.ts';
import { fetchProgress, sendStop } from './queries.ts';
import { forgetWatched, type Watched, watchedHere } from './watched.ts';
import './closing.css';

const LOOK_EVERY_MS = 1_000;

/** Watches the closing this tab ordered, to its certificate; the server is away for a while in between. */
export default function ClosingProgress() {
  const t = useText(text);
  const [watched] = useState(watchedHere);
  return (
    <div className="closing-progress">
      <Page title={t('title')}>
        {watched ? (
          <Watching watched={watched} />
        ) : (
          <EmptyFace title={t('problem.closing.unknown')}>
            <GoLink to={closingScreens.closing}>{t('again')}</GoLink>
          </EmptyFace>
        )}
      </Page>
    </div>
  );
}

function Watching({ watched }: { watched: Watched }) {
  const found = useQuery({
    queryKey: ['closing.progress', watched.closingId],
    queryFn: () => fetchProgress(watched),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : LOOK_EVERY_MS),
    retry: false,
  });
  const isDone = found.data?.stage === 'done';
  // Its session ended with the area.
  useEffect(() => {
    if (isDone) setSession(null);
  }, [isDone]);
  const isAway = found.isError && problemOf(found.error).code === 'ui.offline';
  if (found.isError && !isAway) return <ErrorFace error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <LoadingFace />;
  if (isDone) return <Done watched={watched} progress={found.data} />;
  if (found.data.stage === 'stopped') return <Stopped progress={found.data} />;
  return <UnderWay watched={watched} progress={found.data} isAway={isAway} />;
}

const isOver = (progress: Progress | undefined): boolean =>
  progress?.stage === 'done' || progress?.stage === 'stopped';

function UnderWay(props: { watched: Watched; progress: Progress; isAway: boolean }) {
  const t = useText(text);
  const { watched, progress, isAway } = props;
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const stop = async () => {
    setBusy(true);
    try {
      await sendStop(watched);
    } catch (error) {
      setProblems([problemOf(error)]);
      setBusy(false);
    }
  };
  const seconds = Math.max(0, Math.ceil((progress.destroyAt - progress.now) / 1000));
  const current = (STAGES as readonly Progress['stage'][]).indexOf(progress.stage);
  return (
    <>
      {progress.stage === 'waiting' ? (
        <div className="closing-wait">
          <p role="timer">{t('progress-wait', { seconds })}</p>
          <Button type="primary" size="large" loading={busy} onClick={() => void stop()}>
            {t('progress-stop')}
          </Button>
          <ProblemAlert problems={problems} />
        </div>
      ) : (
        <p role="status">{isAway ? t('progress-away') : t('progress')}</p>
      )}
      <Steps
        direction="vertical"
        current={current}
        items={STAGES.map((stage) => ({ title: t(`stage-${stage}`) }))}
      />
    </>
  );
}

function Stopped({ progress }: { progress: Progress }) {
  const t = useText(text);
  return (
    <Result
      status="info"
      title={t('stopped')}
      subTitle={t(`stopped-${progress.because ?? 'asked'}`)}
      extra={
        <span onClickCapture={forgetWatched}>
          <GoLink to={closingScreens.closing}>{t('again')}</GoLink>
        </span>
      }
    />
  );
}

function Done({ watched, progress }: { watched: Watched; progress: Progress }) {
  const t = useText(text);
  const language = useLanguage();
  const { closingId, token } = watched;
  return (
    <Result
      status="success"
      title={t('done', { area: progress.areaName })}
      subTitle={
        <>
          <p>{t('done-lead')}</p>
          <p>{t('done-folder')}</p>
        </>
      }
      extra={
        <Button
          type="primary"
          size="large"
          href={closingPaths.certificate(closingId, token, language)}
          target="_blank"
        >
          {t('done-print')}
        </Button>
      }
    />
  );
}

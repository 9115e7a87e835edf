import { useState } from 'react';
import { ProblemError } from '#kernel/problem/problem.ts';
import { useSyncClient, useSyncState } from '#kernel/sync/client/hooks.ts';
import { BigButton, ButtonRow, Progress, SideButton, StateFace } from '#kernel/ui/phone/index.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { Video } from '../contract/rows.ts';
import { phoneText } from '../messages/phone.ts';
import { useKeptVideo } from './use-kept-video.ts';
import './conduct.css';

const MB = 1024 * 1024;

/** A version's video: brought to the phone while there is a network, then played without one. */
export function VideoPart({ video, videoKey }: { video: Video; videoKey: string }) {
  const t = useText(phoneText);
  const language = useLanguage();
  const { areaId } = useSyncClient();
  const { online } = useSyncState();
  const kept = useKeptVideo(areaId, video.file, videoKey);
  const size = Math.max(1, Math.round(video.file.size / MB));
  const percent = Math.floor(kept.part * 100);
  return (
    <section className="conduct-video">
      <h2>{t('video.title')}</h2>
      {kept.fault === null ? null : (
        <p role="alert">
          {kept.fault instanceof ProblemError ? problemText(kept.fault.problem, language) : t('video.cut')}
        </p>
      )}
      {kept.state === 'playing' && kept.url !== null ? <Player key={kept.url} url={kept.url} /> : null}
      {kept.state === 'loading' ? (
        <>
          <Progress value={percent} max={100} label={t('video.loading', { percent })} />
          <p role="status">{t('video.loading', { percent })}</p>
          <ButtonRow>
            <SideButton onPress={kept.stop}>{t('video.cancel')}</SideButton>
          </ButtonRow>
        </>
      ) : null}
      {kept.state === 'away' ? (
        online ? (
          <>
            <BigButton tone="plain" onPress={kept.load}>
              {percent > 0 ? t('video.resume', { percent }) : t('video.download', { size })}
            </BigButton>
            <p>{t('video.hint')}</p>
          </>
        ) : (
          <p>{t('video.offline')}</p>
        )
      ) : null}
      {kept.state === 'here' ? (
        <>
          <StateFace face="done" word={t('video.here')} />
          <BigButton tone="plain" onPress={kept.play}>
            {t('video.play')}
          </BigButton>
        </>
      ) : null}
      {kept.state === 'here' || kept.state === 'playing' ? (
        <ButtonRow>
          <SideButton onPress={kept.drop}>{t('video.remove')}</SideButton>
        </ButtonRow>
      ) : null}
    </section>
  );
}

function Player({ url }: { url: string }) {
  const t = useText(phoneText);
  const [broken, setBroken] = useState(false);
  if (broken) return <p role="alert">{t('video.broken')}</p>;
  return (
    // biome-ignore lint/a11y/useMediaCaption: the area uploads it; what it says stands as the code's points beside it
    <video
      controls
      playsInline
      autoPlay
      src={url}
      aria-label={t('video.title')}
      onError={() => setBroken(true)}
    />
  );
}

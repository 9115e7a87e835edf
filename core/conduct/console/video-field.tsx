import { Button, Progress, Space } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { describeVideo, type NewFile } from '#kernel/files/client/describe.ts';
import { type DeskUpload, deskUpload } from '#kernel/files/client/send-file.ts';
import { VIDEO_LIMIT, type VideoType } from '#kernel/files/contract.ts';
import { filesText } from '#kernel/files/messages/index.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';
import type { Draft } from './draft.ts';
import { VideoPreview } from './video-preview.tsx';

const MB = 1024 * 1024;
type Sending = 'idle' | 'sending' | 'stopped' | 'arrived';

/** The version's short video: chosen, sent with its progress, stopped and gone on with, looked at, taken out. */
export function VideoField(props: {
  draft: Draft;
  /** When its bytes were all here, as the server last said; null: not yet. */
  receivedAt: number | null;
  /** Why it cannot be chosen now. */
  disabled: string | null;
  /** Keeps the draft with that video, so that the server takes its bytes in; false where it was not kept. */
  onVideo: (video: Draft['video']) => Promise<boolean>;
}) {
  const t = useText(text);
  useText(filesText);
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const upload = useRef<DeskUpload | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const [sending, setSending] = useState<Sending>('idle');
  const [part, setPart] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { video } = props.draft;
  const here = video !== null && (sending === 'arrived' || (sending === 'idle' && props.receivedAt !== null));
  useEffect(() => () => stopping.current?.abort(), []);

  const go = async () => {
    const controller = new AbortController();
    stopping.current = controller;
    setProblem(null);
    setSending('sending');
    try {
      const arrived = await upload.current?.send(controller.signal, setPart);
      setSending(arrived ? 'arrived' : 'stopped');
    } catch (error) {
      setProblem(problemOf(error));
      setSending('stopped');
    }
  };
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setProblem(null);
    try {
      const file: NewFile<VideoType> = await describeVideo(
        newId(),
        new Uint8Array(await chosen.arrayBuffer()),
      );
      const name = chosen.name.slice(-120);
      if (!(await props.onVideo({ file: file.ref, name }))) return;
      upload.current = await deskUpload(requireSession().areaId, file);
      setPart(0);
      await go();
    } catch (error) {
      setProblem(problemOf(error));
    }
    // The same file chosen again must be told again.
    if (input.current) input.current.value = '';
  };
  const remove = async () => {
    stopping.current?.abort();
    if (await props.onVideo(null)) setSending('idle');
  };

  return (
    <Section title={t('video')}>
      <p>{t('video.lead', { limit: VIDEO_LIMIT / MB })}</p>
      {video === null ? null : (
        <p>
          {t('video.chosen', { name: video.name, size: Math.max(1, Math.round(video.file.size / MB)) })}
          {here ? ` · ${t('video.arrived')}` : sending === 'idle' ? ` · ${t('video.not-arrived')}` : ''}
        </p>
      )}
      {sending === 'sending' || sending === 'stopped' ? (
        <Progress percent={Math.floor(part * 100)} status={sending === 'stopped' ? 'exception' : 'active'} />
      ) : null}
      {here && video ? <VideoPreview key={video.file.fileId} fileId={video.file.fileId} /> : null}
      <ProblemAlert problems={problem ? [problem] : []} />
      <input
        ref={input}
        id={inputId}
        className="visually-hidden"
        type="file"
        accept="video/mp4,video/webm"
        aria-label={t('video.choose')}
        tabIndex={-1}
        onChange={({ target }) => void choose(target.files?.[0])}
      />
      <Space wrap>
        {sending === 'sending' ? (
          <Button onClick={() => stopping.current?.abort()}>{t('video.stop')}</Button>
        ) : (
          <Button
            disabled={props.disabled !== null}
            title={props.disabled ?? ''}
            onClick={() => input.current?.click()}
          >
            {video === null ? t('video.choose') : t('video.choose-other')}
          </Button>
        )}
        {sending === 'stopped' && upload.current ? (
          <Button type="primary" onClick={() => void go()}>
            {t('video.go-on')}
          </Button>
        ) : null}
        {video !== null && sending !== 'sending' ? (
          <Button danger onClick={() => void remove()}>
            {t('video.remove')}
          </Button>
        ) : null}
      </Space>
      {props.disabled === null || sending === 'sending' ? null : <p>{props.disabled}</p>}
    </Section>
  );
}

import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { filePath } from '#kernel/files/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { fetchFile } from '#kernel/ui/console/fetch-file.ts';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';

/** The video as everybody will see it; fetched when it is asked for. */
export function VideoPreview({ fileId }: { fileId: string }) {
  const t = useText(text);
  const [url, setUrl] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url]);
  const show = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setUrl(URL.createObjectURL(await fetchFile(filePath(requireSession().areaId, fileId))));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  if (url !== null) {
    return (
      // biome-ignore lint/a11y/useMediaCaption: the area uploads it; what it says stands as the code's points beside it
      <video controls src={url} className="conduct-video" aria-label={t('video')} />
    );
  }
  return (
    <>
      <ProblemAlert problems={problem ? [problem] : []} />
      <Button size="small" loading={busy} onClick={() => void show()}>
        {t('video.show')}
      </Button>
    </>
  );
}

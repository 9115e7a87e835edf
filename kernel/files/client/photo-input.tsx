import { useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '../../problem/problem.ts';
import { problemOf } from '../../ui/problem-of.ts';
import { useProblemText, useText } from '../../ui/use-text.ts';
import { filesText } from '../messages/index.ts';
import type { NewFile } from './describe.ts';
import { takePhoto } from './take-photo.ts';
import './photo-input.css';

/**
 * Takes one photo with the phone's own camera app: that works in every browser, also where a page gets no camera. What
 * was taken is shown; another take replaces it.
 */
export function PhotoInput(props: {
  readonly photo: NewFile | null;
  readonly onPhoto: (photo: NewFile) => void;
}) {
  const t = useText(filesText);
  const say = useProblemText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const take = async (picture: File | undefined) => {
    if (!picture) return;
    setBusy(true);
    setProblem(null);
    try {
      props.onPhoto(await takePhoto(picture));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
    // The same file chosen again must be told again.
    if (input.current) input.current.value = '';
  };

  return (
    <div className="photo-input">
      {props.photo ? <Preview photo={props.photo} /> : null}
      <input
        ref={input}
        id={id}
        className="photo-input-file"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <label
        htmlFor={id}
        className={props.photo ? 'photo-input-button' : 'photo-input-button photo-input-first'}
        aria-busy={busy}
      >
        {busy ? t('photo.busy') : props.photo ? t('photo.again') : t('photo.take')}
      </label>
      {problem ? <p role="alert">{say(problem)}</p> : null}
    </div>
  );
}

function Preview({ photo }: { photo: NewFile }) {
  const t = useText(filesText);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([photo.bytes], { type: photo.ref.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return url === null ? null : <img className="photo-input-preview" src={url} alt={t('photo.preview')} />;
}

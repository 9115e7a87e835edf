import type { ReactNode } from 'react';
import { uiText } from './messages/index.ts';
import { useText } from './use-text.ts';

/** The same five faces everywhere, each with a shape and a word, never colour alone (look.md). */
export const FACES = ['done', 'pending', 'flagged', 'refused', 'late'] as const;
export type Face = (typeof FACES)[number];

const SHAPES: Readonly<Record<Face, ReactNode>> = {
  done: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  pending: (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2.4" strokeDasharray="3 2.3" />
  ),
  flagged: <path d="M8 1.2 15.4 14.6H.6z" fill="currentColor" />,
  refused: (
    <path d="M2.5 2.5l11 11m0-11l-11 11" stroke="currentColor" strokeWidth="2.8" strokeLinecap="round" />
  ),
  late: (
    <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
      <circle cx="8" cy="9.2" r="5.6" />
      <path d="M8 6v3.4l2.2 1.4M6.2 1.2h3.6" />
    </g>
  ),
};

export function FaceShape({ face }: { face: Face }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[face]}
    </svg>
  );
}

/** @param word instead of the face's own, e.g. "缺岗" with the late shape */
export function StateFace({ face, word }: { face: Face; word?: string }) {
  const t = useText(uiText);
  return (
    <span className={`face face-${face}`}>
      <FaceShape face={face} />
      {word ?? t(`face.${face}`)}
    </span>
  );
}

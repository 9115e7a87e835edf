import { useMemo } from 'react';
import { qrPath } from '../../print/qr.ts';

/** A QR code for another phone's camera, drawn by the page; as big as its place. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { path, edge } = useMemo(() => qrPath(text), [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${edge} ${edge}`} shapeRendering="crispEdges">
      <rect width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

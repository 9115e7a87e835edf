import { useRef, useState } from 'react';
import {
  type Point,
  SIGNATURE_HEIGHT,
  SIGNATURE_WIDTH,
  strokePaths,
  writeStrokes,
} from '../../custody/signature.ts';
import './signature-pad.css';

/** A field to sign in with a finger, a pen or a mouse. Hands out short text (`kernel/custody/signature.ts`). */
export function SignaturePad(props: { label: string; clear: string; onChange: (drawing: string) => void }) {
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([]);
  const drawing = useRef(false);

  const tell = (next: readonly (readonly Point[])[]) => {
    setStrokes(next);
    props.onChange(writeStrokes(next));
  };
  const pointOf = (event: React.PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const begin = (event: React.PointerEvent<SVGSVGElement>) => {
    drawing.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    tell([...strokes, [pointOf(event)]]);
  };
  const go = (event: React.PointerEvent<SVGSVGElement>) => {
    if (!drawing.current) return;
    const point = pointOf(event);
    const last = strokes.at(-1) ?? [];
    setStrokes([...strokes.slice(0, -1), [...last, point]]);
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
    tell(strokes);
  };

  return (
    <div className="signature-pad">
      <svg
        role="img"
        aria-label={props.label}
        viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {strokePaths(writeStrokes(strokes)).map((path) => (
          <path key={path} d={path} />
        ))}
      </svg>
      <p>
        <span>{props.label}</span>
        <button type="button" disabled={strokes.length === 0} onClick={() => tell([])}>
          {props.clear}
        </button>
      </p>
    </div>
  );
}

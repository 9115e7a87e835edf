import { useLayoutEffect, useRef, useState } from 'react';

/** Pixels an A4 page and its shadow take on a screen at 96 dots per inch. */
const NATURAL_WIDTH = 826;

/** A print document as it will be, made smaller where there is no room for a whole page's width. Runs no script. */
export function PrintPreview({ title, document }: { title: string; document: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);

  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const resize = () => setScale(Math.min(1, current.clientWidth / NATURAL_WIDTH));
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  const size = `${100 / scale}%`;
  return (
    <div className="print-preview" ref={box}>
      <iframe
        title={title}
        srcDoc={document}
        sandbox=""
        style={{ width: size, height: size, transform: `scale(${scale})` }}
      />
    </div>
  );
}

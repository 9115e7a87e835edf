import type { Face } from '../face.tsx';
import { FaceShape } from '../face.tsx';
import { uiText } from '../messages/index.ts';
import { GoLink } from '../navigation.tsx';
import { useLanguage, useText } from '../use-text.ts';

export interface FigureProps {
  /** In words where it was not counted to the end. */
  readonly value: number | string;
  readonly of?: number;
  readonly label: string;
  /** The path, with `?…`, of the list whose rows this counts. Every number opens (product.md, principle 6). */
  readonly to: string;
  /** Shows the figure in a state, with its shape, e.g. `flagged` where it should be 0. */
  readonly face?: Face;
}

/** A number inside a line or a cell. */
export function FigureLink(props: FigureProps) {
  return (
    <GoLink to={props.to} className="figure-inline">
      <FigureValue {...props} />
      <Opens label={props.label} />
    </GoLink>
  );
}

/** A number standing by itself above its label. */
export function Figure(props: FigureProps) {
  return (
    <GoLink to={props.to} className={`figure${props.face ? ` figure-${props.face}` : ''}`}>
      <span className="figure-value">
        <FigureValue {...props} />
      </span>
      <span className="figure-label">{props.label}</span>
      <Opens label="" />
    </GoLink>
  );
}

function FigureValue({ value, of, face }: FigureProps) {
  const language = useLanguage();
  return (
    <>
      {face ? <FaceShape face={face} /> : null}
      <strong>{value.toLocaleString(language)}</strong>
      {of === undefined ? null : <span className="figure-of"> / {of.toLocaleString(language)}</span>}
    </>
  );
}

/** Said, not shown: what the number is, and that it opens its rows. */
function Opens({ label }: { label: string }) {
  const t = useText(uiText);
  return <span className="visually-hidden">{t('open-rows', { label })}</span>;
}

import { formatCode } from '#core/codes/contract.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { to } from '../paths.ts';

/** A tube's code wherever one is named: opens the tube. */
export function TubeLink({ roundId, code }: { roundId: string; code: string }) {
  return (
    <GoLink to={to.tube(roundId, code)} className="tube-code">
      {formatCode(code)}
    </GoLink>
  );
}

/** Somebody's masked name wherever one is named: opens what testing knows of him or her. */
export function PersonLink({ residentId, name }: { residentId: string | null; name: string }) {
  return residentId === null ? name : <GoLink to={to.person(residentId)}>{name}</GoLink>;
}

/** A sentence that names a tube, with the code in it opening the tube. */
export function SaidOfTube({ roundId, code, said }: { roundId: string; code: string | null; said: string }) {
  const [before, after] = code === null ? [] : said.split(formatCode(code), 2);
  if (code === null || before === undefined || after === undefined) return said;
  return (
    <>
      {before}
      <TubeLink roundId={roundId} code={code} />
      {after}
    </>
  );
}

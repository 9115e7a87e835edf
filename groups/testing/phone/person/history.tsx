import { shortTube } from '#core/codes/contract.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { refusalLine, refusalText } from '../../messages/refusal.ts';
import { samplingText } from '../../messages/sampling.ts';
import { clock } from '../clock.ts';
import { shortName } from '../household-strip.tsx';
import type { AtLane } from '../use-round.ts';

interface Happened {
  readonly id: string;
  readonly at: number;
  readonly line: string;
}

/** What happened to somebody in the round, also what was taken back: nothing is dropped. */
export function PersonHistory({ at, residentId }: { at: AtLane; residentId: string }) {
  const t = useText(samplingText);
  const lines = useLines(at, residentId);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t('person.history')}</h2>
      <ul className="sampling-history">
        {lines.map(({ id, line }) => (
          <li key={id}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function useLines({ state, round }: AtLane, residentId: string): readonly Happened[] {
  const t = useText(samplingText);
  const why = useText(refusalText);
  const { testing } = state;
  const roundId = round.round.id;
  const lines: Happened[] = [];
  const swabs = new Set<string>();
  for (const { id, at, tubeId, voidedAt, ...sample } of testing.samples.all()) {
    if (sample.residentId !== residentId || sample.roundId !== roundId) continue;
    swabs.add(id);
    const code = shortTube(testing.tubes.get(tubeId)?.code ?? '');
    const key = voidedAt === null ? 'history.sampled' : 'history.withdrawn';
    lines.push({ id, at, line: t(key, { time: clock(at), code }) });
    const carer = round.people.get(testing.carers.get(id)?.carerId ?? '');
    if (carer) lines.push({ id: `carer/${id}`, at, line: t('history.carer', { person: shortName(carer) }) });
  }
  for (const { id, at, sampleId, reason } of testing.spoilages.all()) {
    if (!swabs.has(sampleId ?? '')) continue;
    lines.push({
      id,
      at,
      line: t('history.spoilt', { time: clock(at), reason: t(`spoil.reason.${reason}`) }),
    });
  }
  for (const { id, at, sampleIds, fromCode, toCode } of testing.corrections.all()) {
    if (!sampleIds.some((sampleId) => swabs.has(sampleId))) continue;
    const words = { time: clock(at), from: shortTube(fromCode), to: shortTube(toCode) };
    lines.push({ id, at, line: t('history.moved', words) });
  }
  for (const said of testing.refusals.all()) {
    if (said.residentId !== residentId || said.roundId !== roundId) continue;
    const words = { time: clock(said.at), line: refusalLine(why, said) };
    lines.push({ id: said.id, at: said.at, line: t('history.said', words) });
  }
  return lines.sort((a, b) => a.at - b.at);
}

import { StateFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { FlowView } from '../../contract/flow-queries.ts';
import { flowText } from '../../messages/flow.ts';
import { type Warning, warningsOf } from './warnings-of.ts';

const FACE = {
  full: 'late',
  close: 'flagged',
  silent: 'flagged',
  pending: 'pending',
} as const;

/** What to look at now, with what to do about it; says so when there is nothing. */
export function Warnings({ flow }: { flow: FlowView }) {
  const t = useText(flowText);
  const words = useWords(flow.queueMinutes);
  const warnings = warningsOf(flow);
  return (
    <section className="gate-warnings" aria-label={t('warn.title')} aria-live="polite">
      {warnings.length === 0 ? <StateFace face="done" word={t('warn.nothing')} /> : null}
      <ul>
        {warnings.map((warning) => (
          <li key={keyOf(warning)} className={`gate-warning gate-warning-${FACE[warning.kind]}`}>
            <StateFace face={FACE[warning.kind]} word={words(warning)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = (warning: Warning): string =>
  `${warning.kind}/${warning.gate.gateId}/${'person' in warning ? warning.person.memberId : ''}`;

function useWords(minutes: number): (warning: Warning) => string {
  const t = useText(flowText);
  return (warning) => {
    const gate = warning.gate.name;
    if ('queue' in warning) {
      const { perMinute: people, capacity, percent } = warning.queue;
      return t(`warn.${warning.kind}`, { gate, people, capacity, percent, minutes });
    }
    const { kind, person, count } = warning;
    const name = person.name ?? t('phones.gone');
    return t(`warn.${kind}`, { gate, name, minutes: count, pending: count });
  };
}

import { lazy, Suspense } from 'react';
import { FigureLink, LoadingFace, StateFace } from '#kernel/ui/console/index.ts';
import type { Translate } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { type FlowView, type GateFlow, SLOT_MINUTES } from '../../contract/flow-queries.ts';
import { flowText } from '../../messages/flow.ts';
import type zh from '../../messages/flow.zh-CN.ts';
import { minuteText } from './day.ts';
import { flowLines } from './flow-lines.ts';
import { to } from './paths.ts';

const LineChart = lazy(() => import('#kernel/ui/console/line-chart.tsx'));

const QUEUE_FACE = { calm: 'done', close: 'flagged', full: 'late' } as const;

/** One gate: how full it is, who passed, who stands there and whether the phones sync. */
export function GateCard({ gate, flow }: { gate: GateFlow; flow: FlowView }) {
  const t = useText(flowText);
  const { gateId, counts } = gate;
  const by = { day: flow.day, gateId };
  return (
    <article className="gate-card" aria-label={`${gate.compound} ${gate.name}`}>
      <header>
        <h2>{gate.name}</h2>
        <span className="gate-card-where">
          {gate.compound} · {hoursText(t, gate)}
        </span>
        {flow.day === flow.today ? <QueueFace gate={gate} /> : null}
      </header>
      <dl className="gate-card-figures">
        <Counted
          label={t('figure.in')}
          value={counts.in}
          path={{ ...by, outcome: 'through', direction: 'in' }}
        />
        <Counted
          label={t('figure.out')}
          value={counts.out}
          path={{ ...by, outcome: 'through', direction: 'out' }}
        />
        <Counted label={t('figure.refused')} value={counts.refused} path={{ ...by, outcome: 'refused' }} />
        <Counted label={t('figure.asked')} value={counts.asked} path={{ ...by, outcome: 'asked' }} />
        <Counted
          label={t('figure.emergency')}
          value={counts.emergency}
          path={{ ...by, outcome: 'emergency' }}
        />
      </dl>
      <Chart gate={gate} flow={flow} />
      <People gate={gate} />
    </article>
  );
}

function hoursText(t: Translate<typeof zh>, { closed, openFrom, openUntil }: GateFlow): string {
  if (closed) return t('gate.closed');
  if (openFrom === null || openUntil === null) return t('gate.always');
  return t('gate.hours', { from: minuteText(openFrom), until: minuteText(openUntil) });
}

function QueueFace({ gate: { queue, closed } }: { gate: GateFlow }) {
  const t = useText(flowText);
  if (closed) return null;
  if (queue === null) return <StateFace face="flagged" word={t('queue.none')} />;
  return (
    <span className="gate-card-queue">
      <StateFace face={QUEUE_FACE[queue.state]} word={t(`queue.${queue.state}`)} />
      <span>{t('queue.use', { people: queue.perMinute, percent: queue.percent })}</span>
    </span>
  );
}

function Counted(props: { label: string; value: number; path: Parameters<typeof to.passages>[0] }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        <FigureLink value={props.value} label={props.label} to={to.passages(props.path)} />
      </dd>
    </div>
  );
}

function Chart({ gate, flow }: { gate: GateFlow; flow: FlowView }) {
  const t = useText(flowText);
  const lines = flowLines(gate, flow, {
    in: t('figure.in'),
    out: t('figure.out'),
    refused: t('figure.refused'),
  });
  if (lines === null) return <p className="gate-card-few">{t('chart.few')}</p>;
  const { name, counts } = gate;
  return (
    <Suspense fallback={<LoadingFace />}>
      <LineChart
        label={t('chart.label', { gate: name, in: counts.in, out: counts.out, minutes: SLOT_MINUTES })}
        lines={lines}
        xName={t('chart.time')}
        yName={t('chart.people')}
        xText={minuteText}
      />
    </Suspense>
  );
}

function People({ gate: { people } }: { gate: GateFlow }) {
  const t = useText(flowText);
  const language = useLanguage();
  return (
    <div className="gate-card-people">
      <h3>{t('phones.title')}</h3>
      {people.length === 0 ? <p>{t('phones.none')}</p> : null}
      <ul>
        {people.map((person) => {
          const name = person.name ?? t('phones.gone');
          const [phone] = [...person.phones].sort((a, b) => b.lastSeenAt - a.lastSeenAt);
          const word = phone
            ? t('phones.synced', { name, time: whenText(phone.lastSeenAt, language) })
            : t('phones.unknown', { name });
          const face = phone?.silent ? 'flagged' : phone && phone.pending > 0 ? 'pending' : 'done';
          return <li key={person.memberId}>{phone ? <StateFace face={face} word={word} /> : word}</li>;
        })}
      </ul>
    </div>
  );
}

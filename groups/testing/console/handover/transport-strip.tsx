import { useQuery } from '@tanstack/react-query';
import { Section, StateFace } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { handoverText } from '../../messages/handover.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { useHandoverWords } from './use-words.ts';
import { CLOCK_FACES } from './words.ts';
import './handover.css';

/** On the board: boxes that are late or soon will be, by their names; else one calm line. Nothing while no box is packed. */
export function TransportStrip({ roundId }: { roundId: string }) {
  const t = useText(handoverText);
  const words = useHandoverWords();
  const { data } = useQuery({
    ...testing.query.transport.queryOptions({ input: { roundId } }),
    refetchInterval: 60_000,
  });
  if (!data || data.boxes.length === 0) return null;
  const now = Date.now();
  const pressing = data.boxes.filter(({ clock }) => clock.state === 'late' || clock.state === 'soon');
  const order = [...pressing].sort((a, b) => (a.clock.dueAt ?? 0) - (b.clock.dueAt ?? 0));
  return (
    <Section title={t('boxes.section')} aside={<GoLink to={to.boxes(roundId)}>{t('boxes.to')}</GoLink>}>
      <p className="transport-line">
        {order.length === 0 ? <StateFace face="done" word={t('boxes.none-late')} /> : null}
        {order.map((box) => (
          <StateFace
            key={box.code}
            face={CLOCK_FACES[box.clock.state] ?? 'flagged'}
            word={`${words.boxName(box.code)} ${words.clock(box.clock, now)}`}
          />
        ))}
      </p>
    </Section>
  );
}

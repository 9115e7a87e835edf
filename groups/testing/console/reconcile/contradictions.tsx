import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ErrorFace, LoadingFace, Section, StateFace } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { DiscrepancyView } from '../../contract/queries.ts';
import type { Resolution } from '../../contract/settlement.ts';
import { consoleText } from '../../messages/console.ts';
import { handoverText } from '../../messages/handover.ts';
import { testing } from '../client.ts';
import { SettleDrawer } from '../settle-drawer.tsx';
import { useSideText } from '../side-text.ts';
import '../handover/handover.css';

/** They need a code or a name: asked for in the drawer. */
const ASKS: ReadonlySet<Resolution> = new Set(['rename-first', 'rename-second', 'identify']);

/** What phones noted truly and what contradicts: one click each where a click is enough. */
export function Contradictions({ roundId }: { roundId: string }) {
  const t = useText(handoverText);
  const [chosen, setChosen] = useState<DiscrepancyView | null>(null);
  const { data, error, refetch } = useQuery(
    testing.query.discrepancies.queryOptions({ input: { roundId, open: true } }),
  );
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return (
    <Section title={t('contradictions')}>
      {data.discrepancies.length === 0 ? (
        <p>
          <StateFace face="done" word={t('contradictions.none')} />
        </p>
      ) : (
        <ul className="gap-list">
          {data.discrepancies.map((found) => (
            <Contradiction key={found.id} roundId={roundId} found={found} onMore={() => setChosen(found)} />
          ))}
        </ul>
      )}
      <SettleDrawer roundId={roundId} discrepancy={chosen} onClose={() => setChosen(null)} />
    </Section>
  );
}

function Contradiction(props: { roundId: string; found: DiscrepancyView; onMore: () => void }) {
  const t = useText(handoverText);
  const all = useText(consoleText);
  const language = useLanguage();
  const sideText = useSideText();
  const may = useMay(rules, actions.settle);
  const { submit, busy } = useSubmit(t('way.done'));
  const { roundId, found, onMore } = props;
  const title = may ? '' : t('leader-only');
  const settle = (resolution: Resolution) =>
    void submit('testing.settle', 1, { roundId, discrepancyId: found.id, resolution, note: '' });
  const who = [found.person?.place, found.person?.name].filter(Boolean).join(' ');
  return (
    <li>
      <div className="gap-what">
        <StateFace face="flagged" word={problemText(found, language)} />
        <small>{[who, ...found.sides.map(sideText)].filter((part) => part !== '').join(' ／ ')}</small>
      </div>
      <div className="gap-ways">
        {found.resolutions
          .filter((resolution) => !ASKS.has(resolution))
          .map((resolution) => (
            <Button
              key={resolution}
              size="small"
              disabled={!may || busy}
              title={title}
              onClick={() => settle(resolution)}
            >
              {all(`resolution.${resolution}`)}
            </Button>
          ))}
        {found.resolutions.some((resolution) => ASKS.has(resolution)) ? (
          <Button size="small" type="dashed" onClick={onMore}>
            {t('contradictions.more')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

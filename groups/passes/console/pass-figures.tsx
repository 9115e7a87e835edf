import { useQuery } from '@tanstack/react-query';
import { ErrorFace, Figure } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { PASS_STATES } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { passes } from './client.ts';
import { paths } from './paths.ts';

/** How many are in each state; each number opens its rows. */
export function PassFigures() {
  const t = useText(consoleText);
  const { data, error, refetch } = useQuery(passes.query.counts.queryOptions());
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const figures = PASS_STATES.map((state) => ({
    state,
    value: data.counts.reduce((sum, one) => (one.state === state ? sum + one.count : sum), 0),
  }));
  return (
    <div className="figures">
      {figures
        .filter(({ state, value }) => state === 'good' || value > 0)
        .map(({ state, value }) => (
          <Figure
            key={state}
            value={value}
            label={t(`state.${state}`)}
            to={`${paths.passes}?state=${state}`}
          />
        ))}
      {data.printAnew > 0 ? (
        <Figure
          value={data.printAnew}
          label={t('figure.anew')}
          to={`${paths.passes}?anew=1`}
          face="flagged"
        />
      ) : null}
    </div>
  );
}

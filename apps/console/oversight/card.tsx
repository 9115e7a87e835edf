import { useQuery } from '@tanstack/react-query';
import { ErrorFace, Figure, Mark, Section } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark, text } from './messages/index.ts';
import { OVERSIGHT_PATH } from './path.ts';
import { oversight } from './queries.ts';

/** On the first page: work that has not come, and work that was not taken. */
export default function OversightCard() {
  const t = useText(text);
  const devices = useQuery(oversight.query.devices.queryOptions());
  const refused = useQuery(oversight.query.refused.queryOptions({ input: { limit: 1 } }));
  const error = devices.error ?? refused.error;
  const holding = (devices.data?.devices ?? []).filter((device) => device.pending > 0);
  const pending = holding.reduce((sum, device) => sum + device.pending, 0);
  const total = refused.data?.total ?? 0;
  return (
    <Section title={t('card-title')} aside={<Mark mark={mark} />}>
      {error ? (
        <ErrorFace error={error} />
      ) : (
        <div className="figures">
          <Figure
            value={holding.length}
            label={t('card-silent')}
            to={OVERSIGHT_PATH}
            {...(holding.length > 0 ? { face: 'pending' as const } : {})}
          />
          <Figure value={pending} label={t('card-pending')} to={OVERSIGHT_PATH} />
          <Figure
            value={total}
            label={t('card-refused')}
            to={OVERSIGHT_PATH}
            {...(total > 0 ? { face: 'refused' as const } : {})}
          />
        </div>
      )}
    </Section>
  );
}

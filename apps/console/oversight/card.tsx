import { useQuery } from '@tanstack/react-query';
import { devicesPaths, silenceOf } from '#core/devices/contract.ts';
import { ErrorFace, Figure, Mark, Section } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark, text } from './messages/index.ts';
import { OVERSIGHT_PATH } from './path.ts';
import { oversight, devices as phones } from './queries.ts';

/** On the first page: work that has not come, and work that was not taken. */
export default function OversightCard() {
  const t = useText(text);
  const devices = useQuery(phones.query.list.queryOptions());
  const refused = useQuery(oversight.query.refused.queryOptions({ input: { limit: 1 } }));
  const error = devices.error ?? refused.error;
  const inUse = (devices.data?.devices ?? []).filter((device) => device.revokedAt === null);
  const now = Date.now();
  const silent = inUse.filter(
    (d) => d.pending > 0 && silenceOf(d, now, devices.data?.silentMinutes ?? 0).silent,
  );
  const pending = inUse.reduce((sum, device) => sum + device.pending, 0);
  const total = refused.data?.total ?? 0;
  return (
    <Section title={t('card-title')} aside={<Mark mark={mark} />}>
      {error ? (
        <ErrorFace error={error} />
      ) : (
        <div className="figures">
          <Figure
            value={silent.length}
            label={t('card-silent')}
            to={devicesPaths.devices}
            {...(silent.length > 0 ? { face: 'late' as const } : {})}
          />
          <Figure value={pending} label={t('card-pending')} to={devicesPaths.devices} />
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

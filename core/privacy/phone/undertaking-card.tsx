import { useProjection, useSyncClient, useSyncState } from '#kernel/sync/client/hooks.ts';
import { BigButton } from '#kernel/ui/phone/index.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { undertakingText } from '../messages/undertaking.ts';
import { ACCEPT, projection } from './projection.ts';
import './undertaking.css';

const LINES = ['undertaking.1', 'undertaking.2', 'undertaking.3', 'undertaking.4', 'undertaking.5'] as const;

/** The first thing on the first page until it is promised: to keep to oneself what the work shows. */
export default function UndertakingCard() {
  const t = useText(undertakingText);
  const client = useSyncClient();
  const actorId = useSession()?.actorId ?? '';
  const promised = useProjection(projection, (state) => state.undertakings.get(actorId) !== undefined, [
    actorId,
  ]);
  // Before the first pull nobody knows whether it was promised on another phone.
  const { lastSync } = useSyncState();
  if (promised || actorId === '' || lastSync === null) return null;
  return (
    <section className="undertaking" aria-labelledby="undertaking-title">
      <h2 id="undertaking-title">{t('undertaking.title')}</h2>
      <p>{t('undertaking.lead')}</p>
      <ol>
        {LINES.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ol>
      <BigButton onPress={() => void client.dispatch(ACCEPT, {})}>{t('undertaking.accept')}</BigButton>
    </section>
  );
}

import { useSyncState } from '#kernel/sync/client/hooks.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { EmptyFace, PhoneList, PhonePage, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Round } from '../contract.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { CallUpRows } from './call-up/entry-rows.tsx';
import { to } from './paths.ts';
import type { PhoneState } from './projection.ts';
import { lanesOf, useTesting } from './use-round.ts';

/** Which lane am I at: the only question before the work begins. */
export default function Rounds() {
  const t = useText(phoneText);
  const state = useTesting();
  const sync = useSyncState();
  const rounds = [...state.testing.rounds.all()]
    .filter((round) => round.state !== 'draft')
    .sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0));
  return (
    <PhonePage title={t('rounds')} mark={mark} back="/">
      {rounds.length === 0 ? <EmptyFace title={t('rounds.empty')} next={t('rounds.empty-next')} /> : null}
      {sync.loading ? <p role="status">{t('rounds.loading')}</p> : null}
      {rounds.map((round) => (
        <RoundLanes key={round.id} round={round} state={state} />
      ))}
    </PhonePage>
  );
}

function RoundLanes({ round, state }: { round: Round; state: PhoneState }) {
  const t = useText(phoneText);
  const go = useGo();
  const people = state.people.get(round.id)?.size ?? 0;
  return (
    <section>
      <h2>
        {round.name}
        {round.state === 'closed' ? ` · ${t('round.closed')}` : ''}
      </h2>
      <p>{t('round.people', { count: people })}</p>
      <PhoneList label={t('lane.choose')}>
        {lanesOf(state, round).map(({ site, lane }) => (
          <PhoneRow
            key={lane.id}
            title={t('lane', { site: site.name, lane: lane.name })}
            onPress={() => go(to.sampling(round.id, lane.id))}
          />
        ))}
      </PhoneList>
      <PhoneList label={t('boxes')}>
        <PhoneRow title={t('boxes')} onPress={() => go(to.boxes(round.id))} />
      </PhoneList>
      <PhoneList label={t('missed')}>
        <PhoneRow title={t('missed')} onPress={() => go(to.missed(round.id))} />
      </PhoneList>
      {round.state === 'open' ? <CallUpRows round={round} state={state} /> : null}
    </section>
  );
}

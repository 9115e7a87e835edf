import { useGo } from '#kernel/ui/navigation.tsx';
import { PhoneList, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Round } from '../../contract.ts';
import { callBoard } from '../../domain/call-up/board.ts';
import { callUpPhoneText } from '../../messages/call-up-phone.ts';
import { clock } from '../clock.ts';
import { to } from '../paths.ts';
import type { PhoneState } from '../projection.ts';
import { doorsLeft, standingDoors } from './door-list.ts';

/** The ways into calling and into the doors of a round, where a call-up was planned. */
export function CallUpRows({ round, state }: { round: Round; state: PhoneState }) {
  const t = useText(callUpPhoneText);
  const go = useGo();
  const slots = state.testing.slots.by('round', round.id);
  const sites = state.testing.sites
    .by('round', round.id)
    .filter((site) => slots.some((slot) => slot.siteId === site.id && slot.endedAt === null))
    .sort((a, b) => a.sort - b.sort);
  const doors = standingDoors(state, round.id);
  if (sites.length === 0 && doors.length === 0) return null;
  return (
    <PhoneList label={t('calling')}>
      {sites.map((site) => {
        const { ahead } = callBoard(slots.filter((slot) => slot.siteId === site.id));
        const [next] = ahead;
        return (
          <PhoneRow
            key={site.id}
            title={t('calling.at', { site: site.name })}
            detail={
              next
                ? t('calling.row-next', { time: clock(next.startsAt), count: ahead.length })
                : t('calling.row-done')
            }
            onPress={() => go(to.calling(round.id, site.id))}
          />
        );
      })}
      {doors.length > 0 ? (
        <PhoneRow
          title={t('doors')}
          detail={t('doors.row', { count: doors.length, left: doorsLeft(state, round.id, doors) })}
          onPress={() => go(to.doors(round.id))}
        />
      ) : null}
    </PhoneList>
  );
}

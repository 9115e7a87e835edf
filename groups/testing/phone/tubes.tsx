import { shortTube } from '#core/codes/contract.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { EmptyFace, PhoneList, PhonePage, PhoneRow, StateFace, SyncNow } from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { tubesOf } from './current-tube.ts';
import { to } from './paths.ts';
import { useLane } from './use-round.ts';

/** What stands in the rack of this lane. */
export default function Tubes({ params }: ScreenProps) {
  const t = useText(phoneText);
  const go = useGo();
  const at = useLane(params);
  const { roundId = '', laneId = '' } = params;
  const tubes = at ? tubesOf(at.state.testing, at.lane) : [];
  return (
    <PhonePage title={t('tubes')} mark={mark} back={to.sampling(roundId, laneId)} aside={<SyncNow />}>
      {tubes.length === 0 ? <EmptyFace title={t('tubes.empty')} /> : null}
      <PhoneList label={t('tubes')}>
        {tubes.map((tube) => (
          <PhoneRow
            key={tube.id}
            title={`${shortTube(tube.code)} · ${t('tube.progress', { count: tube.count, ratio: tube.ratio })}`}
            detail={
              tube.closeReason === null
                ? t(`tubes.state.${tube.state}`)
                : `${t(`tubes.state.${tube.state}`)} · ${t(`reason.${tube.closeReason}`)}`
            }
            onPress={() => go(to.tube(roundId, laneId, tube.id))}
            aside={at?.state.testing.tubes.isChanged(tube.id) ? <StateFace face="pending" /> : null}
          />
        ))}
      </PhoneList>
    </PhonePage>
  );
}

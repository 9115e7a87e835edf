import { shortTube } from '#core/codes/contract.ts';
import { EmptyFace, PhonePage, SyncNow } from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../../messages/mark.ts';
import { phoneText } from '../../messages/phone.ts';
import { samplingText } from '../../messages/sampling.ts';
import { to } from '../paths.ts';
import { useLane } from '../use-round.ts';
import { TubeAt } from './tube-at.tsx';

/** One tube: who is in it, and what is done when it was the wrong one or is spoilt. */
export default function TubeScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const words = useText(samplingText);
  const at = useLane(params);
  const { roundId = '', laneId = '', tubeId = '' } = params;
  const tube = at?.state.testing.tubes.get(tubeId);
  if (at && tube && tube.voidedAt === null) return <TubeAt at={at} tube={tube} />;
  return (
    <PhonePage
      title={tube ? shortTube(tube.code) : t('tube')}
      mark={mark}
      back={to.tubes(roundId, laneId)}
      aside={<SyncNow />}
    >
      <EmptyFace title={words('tube.gone')} />
    </PhonePage>
  );
}

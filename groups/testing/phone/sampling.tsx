import { useState } from 'react';
import { shortTube } from '#core/codes/contract.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import {
  BigNumber,
  ButtonRow,
  EmptyFace,
  PhonePage,
  Progress,
  ScanField,
  SideButton,
  SyncNow,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { samplingText } from '../messages/sampling.ts';
import { DoorStrip } from './call-up/door-strip.tsx';
import { FindSheet } from './find-sheet.tsx';
import { HouseholdStrip } from './household-strip.tsx';
import { LastSample, lastOf } from './last-sample.tsx';
import { to } from './paths.ts';
import { PracticeStrip } from './practice/practice-strip.tsx';
import { Questions } from './questions.tsx';
import { SinglePanel, useSingleFromAddress } from './single-panel.tsx';
import { type AtLane, useLane } from './use-round.ts';
import { useSampling } from './use-sampling.ts';

/** One lane, one tube, one person at a time (look.md, "Phone, field"). */
export default function SamplingScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const at = useLane(params);
  if (at) return <SamplingAt at={at} />;
  return (
    <PhonePage title={t('sampling')} mark={mark} back={to.rounds()}>
      <EmptyFace title={t('rounds.empty')} next={t('rounds.empty-next')} />
    </PhonePage>
  );
}

function SamplingAt({ at }: { at: AtLane }) {
  const t = useText(phoneText);
  const go = useGo();
  const sampling = useSampling(at);
  const { actorId } = useSyncClient();
  const [finding, setFinding] = useState<'room' | 'name' | null>(null);
  const { inHand, tube, ratio } = sampling;
  const roundId = at.round.round.id;
  const count = tube?.count ?? 0;
  const last = lastOf(at, actorId);
  const more = useText(samplingText);
  useSingleFromAddress(at, sampling);

  return (
    <PhonePage
      title={t('lane', { site: at.site.name, lane: at.lane.name })}
      mark={mark}
      back={to.rounds()}
      field
      aside={<SyncNow />}
      actions={
        <>
          <ScanField
            label={t('scan.label')}
            action={t('scan.action')}
            onCode={(code, way) => void sampling.read(code, way)}
          />
          <ButtonRow>
            <SideButton onPress={() => setFinding('room')}>{t('find.room')}</SideButton>
            <SideButton onPress={() => setFinding('name')}>{t('find.name')}</SideButton>
            <SideButton
              onPress={() => sampling.ask({ ask: 'close', next: null })}
              disabled={!tube || tube.closedAt !== null || count === 0}
            >
              {t('tube.close')}
            </SideButton>
          </ButtonRow>
        </>
      }
    >
      {sampling.single ? (
        <SinglePanel sampling={sampling} single={sampling.single} />
      ) : inHand ? (
        <>
          <BigNumber value={count} of={ratio} label={t('tube.of', { code: shortTube(inHand.code) })} />
          <Progress value={count} max={ratio} label={t('tube.filled')} />
        </>
      ) : (
        <EmptyFace title={t('tube.none')} />
      )}
      <DoorStrip at={at} sampling={sampling} />
      <PracticeStrip at={at} sampling={sampling} />
      <LastSample at={at} last={last} onUndo={(sampleId) => void sampling.undo(sampleId)} />
      <HouseholdStrip at={at} sampling={sampling} last={last} />
      <ButtonRow>
        <SideButton onPress={() => go(to.tubes(roundId, at.lane.id))}>{t('tubes')}</SideButton>
        <SideButton onPress={() => go(to.packing(roundId, at.lane.id))}>{t('pack')}</SideButton>
        {at.round.round.mode === 'pooled' && !sampling.single ? (
          <SideButton onPress={() => sampling.startSingle()}>{more('single.start')}</SideButton>
        ) : null}
        <SideButton onPress={() => go(to.supplies(roundId, at.lane.id))}>{t('supplies')}</SideButton>
      </ButtonRow>
      {finding ? (
        <FindSheet
          by={finding}
          round={at.round}
          onClose={() => setFinding(null)}
          onDetails={(person) => go(to.person(roundId, at.lane.id, person.id))}
          onFound={(person, method) => {
            setFinding(null);
            void sampling.choose([person], method);
          }}
        />
      ) : null}
      <Questions sampling={sampling} at={at} />
    </PhonePage>
  );
}

import { useState } from 'react';
import { shortTube } from '#core/codes/contract.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import {
  ButtonRow,
  EmptyFace,
  PhoneList,
  PhonePage,
  PhoneRow,
  SideButton,
  StateFace,
  SyncNow,
} from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Tube } from '../../contract.ts';
import { mark } from '../../messages/mark.ts';
import { phoneText } from '../../messages/phone.ts';
import { samplingText } from '../../messages/sampling.ts';
import { clock } from '../clock.ts';
import { to } from '../paths.ts';
import type { AtLane } from '../use-round.ts';
import { memberLine, membersOf } from './members.ts';
import { MoveSheet } from './move-sheet.tsx';
import { SpoilTube } from './spoil-tube.tsx';
import { SwapSheet } from './swap-sheet.tsx';
import '../sampling.css';

export function TubeAt({ at, tube }: { at: AtLane; tube: Tube }) {
  const t = useText(samplingText);
  const phone = useText(phoneText);
  const go = useGo();
  const [doing, setDoing] = useState<'move' | 'swap' | 'spoil' | null>(null);
  const members = membersOf(at, tube);
  const roundId = at.round.round.id;
  const done = () => setDoing(null);
  return (
    <PhonePage
      title={shortTube(tube.code)}
      mark={mark}
      back={to.tubes(roundId, at.lane.id)}
      field
      aside={<SyncNow />}
      actions={
        <ButtonRow>
          <SideButton onPress={() => setDoing('move')} disabled={members.length === 0}>
            {t('tube.wrong')}
          </SideButton>
          <SideButton onPress={() => setDoing('swap')}>{t('tube.swap')}</SideButton>
          <SideButton onPress={() => setDoing('spoil')}>{t('spoil.tube')}</SideButton>
        </ButtonRow>
      }
    >
      <p className="sampling-line">
        {phone('tube.progress', { count: tube.count, ratio: tube.ratio })} ·{' '}
        {phone(`tubes.state.${tube.state}`)}
      </p>
      <h2>{t('tube.members')}</h2>
      {members.length === 0 ? <EmptyFace title={t('tube.empty')} /> : null}
      <PhoneList label={t('tube.members')}>
        {members.map((sample, i) => (
          <PhoneRow
            key={sample.id}
            title={`${i + 1}. ${memberLine(at, sample, phone('unknown'))}`}
            detail={clock(sample.at)}
            aside={at.state.testing.samples.isChanged(sample.id) ? <StateFace face="pending" /> : null}
            {...(sample.residentId !== null && {
              onPress: () => go(to.person(roundId, at.lane.id, sample.residentId ?? '')),
            })}
          />
        ))}
      </PhoneList>
      {doing === 'move' ? <MoveSheet at={at} tube={tube} members={members} onDone={done} /> : null}
      {doing === 'swap' ? <SwapSheet at={at} tube={tube} onDone={done} /> : null}
      {doing === 'spoil' ? <SpoilTube at={at} tube={tube} onDone={done} /> : null}
    </PhonePage>
  );
}

import { useState } from 'react';
import { shortTube } from '#core/codes/contract.ts';
import {
  AskSheet,
  BottomSheet,
  ButtonRow,
  flash,
  ScanField,
  SideButton,
  useDispatch,
} from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Sample, Tube } from '../../contract.ts';
import { inRound } from '../../domain/state.ts';
import { phoneText } from '../../messages/phone.ts';
import { samplingText } from '../../messages/sampling.ts';
import { clock } from '../clock.ts';
import type { AtLane } from '../use-round.ts';
import { memberLine } from './members.ts';
import { useReadTube } from './read-tube.ts';

/** Who is in another tube, and which: chosen, scanned, confirmed. */
export function MoveSheet(props: { at: AtLane; tube: Tube; members: readonly Sample[]; onDone: () => void }) {
  const { at, tube, members, onDone } = props;
  const t = useText(samplingText);
  const phone = useText(phoneText);
  const dispatch = useDispatch();
  const readTube = useReadTube(at);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [right, setRight] = useState<string | null>(null);
  const { round } = at.round;

  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const move = async (tubeCode: string) => {
    const { testing } = at.state;
    const [known] = testing.tubes.by('code', inRound(round.id, tubeCode));
    const ids = { correctionId: newId(), sampleIds: [...chosen], tubeId: known?.id ?? newId() };
    const body = { what: 'move', roundId: round.id, ...ids, tubeCode, laneId: at.lane.id, note: '' };
    onDone();
    const told = await dispatch('testing.correct-tube', body);
    if (told === 'refused') return;
    flash(told, told === 'flagged' ? t('tube.moved-flagged') : t('tube.moved'));
  };

  if (right !== null) {
    const words = { count: chosen.size, from: shortTube(tube.code), to: shortTube(right) };
    return (
      <AskSheet
        title={t('tube.move-ask', words)}
        yes={t('tube.move-yes')}
        onYes={() => void move(right)}
        onNo={() => setRight(null)}
      >
        <p>{t('tube.trace')}</p>
      </AskSheet>
    );
  }
  return (
    <BottomSheet title={t('tube.choose')} onClose={onDone}>
      <ul className="phone-list sampling-members">
        {members.map((sample) => (
          <li key={sample.id} className="phone-row">
            <label>
              <input type="checkbox" checked={chosen.has(sample.id)} onChange={() => toggle(sample.id)} />
              <span>
                {memberLine(at, sample, phone('unknown'))} {clock(sample.at)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <SideButton onPress={() => setChosen(new Set(members.map(({ id }) => id)))}>
          {t('tube.all')}
        </SideButton>
      </ButtonRow>
      <ScanField
        label={chosen.size === 0 ? t('tube.none-chosen') : t('tube.scan-right')}
        action={chosen.size === 0 ? t('tube.none-chosen') : t('tube.scan-right')}
        disabled={chosen.size === 0}
        onCode={(text) => setRight(readTube(text))}
      />
    </BottomSheet>
  );
}

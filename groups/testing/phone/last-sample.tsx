import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { uiText } from '#kernel/ui/messages/index.ts';
import { LastLine, SideButton, StateFace } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Sample } from '../contract.ts';
import { phoneText } from '../messages/phone.ts';
import { clock } from './clock.ts';
import { personLine } from './person-line.ts';
import type { AtLane } from './use-round.ts';

/** The last result stays in sight, pending or confirmed, with undo. */
export function LastSample({ at, onUndo }: { at: AtLane; onUndo: (sampleId: string) => void }) {
  const t = useText(phoneText);
  const ui = useText(uiText);
  const { actorId } = useSyncClient();
  const last = lastOf(at, actorId);
  if (!last) return <p>{t('last.none')}</p>;
  const person = last.residentId === null ? undefined : at.round.byId.get(last.residentId);
  const who = person ? personLine(person) : (last.codeText ?? '');
  const pending = at.state.testing.samples.isChanged(last.id);
  return (
    <LastLine action={<SideButton onPress={() => onUndo(last.id)}>{ui('undo')}</SideButton>}>
      <StateFace face={pending ? 'pending' : 'done'} />{' '}
      {t('last.just-now', { person: who, time: clock(last.at) })}
    </LastLine>
  );
}

function lastOf(at: AtLane, actorId: string): Sample | undefined {
  let last: Sample | undefined;
  for (const sample of at.state.testing.samples.all()) {
    if (sample.laneId !== at.lane.id || sample.by !== actorId || sample.voidedAt !== null) continue;
    if (!last || sample.at > last.at || (sample.at === last.at && sample.id > last.id)) last = sample;
  }
  return last;
}

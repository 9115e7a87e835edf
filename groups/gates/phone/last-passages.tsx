import { chinaDay } from '#kernel/time-id/china-time.ts';
import { uiText } from '#kernel/ui/messages/index.ts';
import { LastLine, SideButton, StateFace } from '#kernel/ui/phone/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { type Passage, wentThrough } from '../contract/rows.ts';
import { phoneText } from '../messages/phone.ts';
import type { PhoneState } from './phone-state.ts';
import { personLine } from './who.ts';

const SHOWN = 3;

/** What I recorded last at this gate stays in sight, pending or confirmed, each with undo; above it how many today. */
export function LastPassages(props: {
  state: PhoneState;
  gateId: string;
  actorId: string;
  onUndo: (passageId: string) => void;
}) {
  const t = useText(phoneText);
  const { state, gateId, actorId, onUndo } = props;
  const mine = minePassages(state, gateId, actorId);
  if (mine.length === 0) return <p className="gate-count">{t('today.none')}</p>;
  const count = (one: (passage: Passage) => boolean): number => mine.filter(one).length;
  const counts = {
    out: count((one) => one.direction === 'out' && wentThrough(one)),
    in: count((one) => one.direction === 'in' && wentThrough(one)),
    refused: count((one) => one.outcome === 'refused'),
  };
  return (
    <>
      <p className="gate-count">{t('today.counts', counts)}</p>
      {mine.slice(0, SHOWN).map((passage) => (
        <Last key={passage.id} passage={passage} state={state} onUndo={onUndo} />
      ))}
    </>
  );
}

function Last(props: { passage: Passage; state: PhoneState; onUndo: (passageId: string) => void }) {
  const t = useText(phoneText);
  const ui = useText(uiText);
  const language = useLanguage();
  const { passage, state, onUndo } = props;
  const { residentId, passId, outcome, direction, at } = passage;
  const card = state.people.get(residentId ?? '');
  const pass = state.gates.passes.get(passId ?? '');
  const holder = pass?.plate ?? pass?.label ?? t(passId ? 'who.pass' : 'who.unknown');
  const pending = state.gates.passages.isChanged(passage.id);
  const words = {
    direction: outcome === 'refused' || outcome === 'emergency' ? t(`last.${outcome}`) : t(direction),
    who: card ? personLine(card) : holder,
    time: whenText(at, language),
  };
  return (
    <LastLine
      pending={pending}
      action={<SideButton onPress={() => onUndo(passage.id)}>{ui('undo')}</SideButton>}
    >
      <StateFace face={pending ? 'pending' : 'done'} /> {t('last.line', words)}
    </LastLine>
  );
}

/** Of the day of the latest, the latest first; what was taken back is gone. */
function minePassages({ gates }: PhoneState, gateId: string, actorId: string): readonly Passage[] {
  const mine: Passage[] = [];
  for (const one of gates.passages.all())
    if (one.by === actorId && one.gateId === gateId && one.voidedAt === null) mine.push(one);
  mine.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const [last] = mine;
  return last ? mine.filter((one) => chinaDay(one.at) === chinaDay(last.at)) : [];
}

import { useEffect, useRef, useState } from 'react';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import {
  BottomSheet,
  ButtonRow,
  PhoneChoice,
  PhoneList,
  PhonePage,
  PhoneRow,
  ScanField,
  SearchSheet,
  SideButton,
  SyncNow,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { EmergencySheet } from './emergency-sheet.tsx';
import { LastPassages } from './last-passages.tsx';
import { NoGate } from './no-gate.tsx';
import { to } from './paths.ts';
import type { PhoneState } from './phone-state.ts';
import { keepPost, type Post, postOf } from './post.ts';
import { whoseBy } from './read-pass.ts';
import { UnreadPanel } from './unread-panel.tsx';
import { useGate } from './use-gate.ts';
import { useGates } from './use-gates.ts';
import { to as visits } from './visits/paths.ts';
import { nobodyKnown, oneOf, personLine } from './who.ts';
import './gates.css';

const OUT_FIRST = ['out', 'in'] as const;

/** One gate, one lane, one person at a time. */
export default function GateScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const state = useGates();
  const post = postOf(state, params.gateId ?? '', params.laneId ?? '');
  if (post) return <GateAt state={state} post={post} />;
  return (
    <PhonePage title={t('gate')} mark={mark} back={to.choose()} aside={<SyncNow />}>
      <NoGate state={state} title={t('gate.gone')} next={t('gate.gone-next')} />
    </PhonePage>
  );
}

function GateAt({ state, post }: { state: PhoneState; post: Post }) {
  const t = useText(phoneText);
  const card = useText(cardsText);
  const go = useGo();
  const { actorId } = useSyncClient();
  const [open, setOpen] = useState<'find' | 'emergency' | null>(null);
  const at = useGate(state, post);
  const close = () => setOpen(null);
  useEffect(() => keepPost(post.gate.id, post.lane.id), [post.gate.id, post.lane.id]);
  const { pass } = useSearchWords();
  const asked = useRef<string | null>(null);
  useEffect(() => {
    const who = pass === undefined || asked.current === pass ? null : whoseBy(state, pass);
    if (who === null) return;
    asked.current = pass ?? null;
    at.meet(who);
  }, [pass, state, at.meet]);

  return (
    <PhonePage
      title={card('at', { gate: post.gate.name, lane: post.lane.name })}
      mark={mark}
      back="/"
      field
      aside={<SyncNow />}
      actions={
        <>
          <ScanField
            label={t('scan.label')}
            action={t('scan.action')}
            onCode={(code) => void at.read(code)}
          />
          <ButtonRow>
            <SideButton onPress={() => setOpen('find')}>{t('find.button')}</SideButton>
            <SideButton onPress={() => go(visits.register())}>{t('visit.button')}</SideButton>
            <SideButton onPress={() => setOpen('emergency')}>{t('emergency')}</SideButton>
          </ButtonRow>
        </>
      }
    >
      {post.lane.direction === 'both' ? (
        <PhoneChoice
          label={t('direction')}
          value={at.direction}
          options={OUT_FIRST.map((value) => ({ value, label: t(value) }))}
          onChange={at.turn}
        />
      ) : (
        <p className="gate-way">{t(`lane.${post.lane.direction}`)}</p>
      )}
      <LastPassages state={state} gateId={post.gate.id} actorId={actorId} onUndo={(id) => void at.undo(id)} />
      <ButtonRow>
        <SideButton onPress={() => go(visits.inside())}>{t('inside')}</SideButton>
        <SideButton onPress={() => at.meet(nobodyKnown)}>{t('unknown.button')}</SideButton>
        <SideButton onPress={() => go(to.choose())}>{t('change')}</SideButton>
      </ButtonRow>
      {at.choices ? (
        <BottomSheet title={t('which.title')} onClose={at.forget}>
          <PhoneList label={t('which.title')}>
            {at.choices.map((card) => (
              <PhoneRow
                key={card.id}
                title={personLine(card)}
                detail={card.compound}
                onPress={() => at.meet(oneOf(card))}
              />
            ))}
          </PhoneList>
        </BottomSheet>
      ) : null}
      {open === 'find' ? (
        <SearchSheet
          title={t('find.title')}
          label={t('find.label')}
          hint={t('find.hint')}
          nothing={t('find.nobody')}
          find={(words, most) => state.people.search.find(words, most)}
          rowKey={(card) => card.id}
          line={personLine}
          detail={(card) => card.compound}
          onFound={(card) => {
            close();
            at.meet(oneOf(card));
          }}
          onClose={close}
        />
      ) : null}
      {at.asked && open !== 'emergency' ? (
        <AnswerPanel at={at} asked={at.asked} onEmergency={() => setOpen('emergency')} />
      ) : null}
      {at.unread !== null && open === null ? (
        <UnreadPanel
          at={at}
          why={at.unread}
          onFind={() => setOpen('find')}
          onEmergency={() => setOpen('emergency')}
        />
      ) : null}
      {open === 'emergency' ? <EmergencySheet at={at} onClose={close} /> : null}
    </PhonePage>
  );
}

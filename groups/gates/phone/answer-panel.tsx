import { useState } from 'react';
import { FaceShape } from '#kernel/ui/face.tsx';
import { AskSheet, BigButton, ButtonRow, PhoneInput, SideButton } from '#kernel/ui/phone/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { phoneText } from '../messages/phone.ts';
import { ruleWords } from '../messages/rule-words.ts';
import { FullAnswer } from './full-answer.tsx';
import type { AtGate } from './use-gate.ts';
import { personLine } from './who.ts';

type Asked = NonNullable<AtGate['asked']>;

const FACE = { allowed: 'done', refused: 'refused', ask: 'flagged' } as const;

/** The answer fills the screen: colour, shape, word, the rule in plain words, and what may be done about it. */
export function AnswerPanel(props: { at: AtGate; asked: Asked; onEmergency: () => void }) {
  const t = useText(phoneText);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const { at, asked, onEmergency } = props;
  const { answer, rule } = asked.answer;
  const { direction } = at;
  const other = direction === 'out' ? 'in' : 'out';
  return (
    <FullAnswer labelledBy="gate-answer">
      <div className={`gate-verdict gate-verdict-${answer}`}>
        <FaceShape face={FACE[answer]} />
        <h2 id="gate-answer">
          {answer === 'allowed' ? t(`answer.allowed.${direction}`) : t(`answer.${answer}`)}
        </h2>
        <p className="gate-who">{whoLine(asked, t)}</p>
        {at.canTurn ? (
          <button type="button" className="gate-turn" onClick={() => at.turn(other)}>
            {t(`turn.${other}`)}
          </button>
        ) : null}
      </div>
      <div className="gate-why">
        <p className="gate-rule">{ruleWords(asked.answer, language)}</p>
        {asked.named.length > 0 ? (
          <p className="gate-note">{t('named.who', { names: asked.named.map(personLine).join('、') })}</p>
        ) : null}
        {rule === 'returning' ? <AfterReturning status={String(asked.answer.details.status)} /> : null}
        {answer === 'allowed' ? <p className="gate-next">{t('next.records')}</p> : null}
      </div>
      <div className="gate-deeds">
        {answer === 'allowed' ? (
          <BigButton onPress={() => void at.record('allowed')}>{t(`do.${direction}`)}</BigButton>
        ) : (
          <Deeds first={answer === 'refused' ? 'refuse' : 'ask'} at={at} onAsk={() => setAsking(true)} />
        )}
        <ButtonRow>
          {answer === 'allowed' ? (
            <SideButton onPress={() => void at.record('refused')}>{t('do.refuse')}</SideButton>
          ) : null}
          <SideButton onPress={onEmergency}>{t('emergency')}</SideButton>
          <SideButton onPress={at.forget}>{t('do.close')}</SideButton>
        </ButtonRow>
      </div>
      {asking ? <AskLeader at={at} onClose={() => setAsking(false)} /> : null}
    </FullAnswer>
  );
}

/** Turning back, or asking; what the rule wants stands first. */
function Deeds(props: { first: 'refuse' | 'ask'; at: AtGate; onAsk: () => void }) {
  const t = useText(phoneText);
  const { first, at, onAsk } = props;
  const deeds = { refuse: () => void at.record('refused'), ask: onAsk } as const;
  const order = first === 'refuse' ? (['refuse', 'ask'] as const) : (['ask', 'refuse'] as const);
  return order.map((deed) => (
    <BigButton key={deed} tone={deed === first ? 'main' : 'plain'} onPress={deeds[deed]}>
      {t(`do.${deed}`)}
    </BigButton>
  ));
}

/** The leader is asked by telephone or radio; the yes is the volunteer's to record. */
function AskLeader({ at, onClose }: { at: AtGate; onClose: () => void }) {
  const t = useText(phoneText);
  const [note, setNote] = useState('');
  return (
    <AskSheet
      title={t('do.ask')}
      yes={t('do.asked')}
      onYes={() => void at.record('asked', { note: note.trim() })}
      onNo={onClose}
    >
      <p>{t('ask.how')}</p>
      <div data-wedge="off">
        <PhoneInput label={t('ask.note')} value={note} onChange={setNote} />
      </div>
    </AskSheet>
  );
}

/** Home is never closed; what follows from going in is said before. */
function AfterReturning({ status }: { status: string }) {
  const t = useText(phoneText);
  if (status !== 'lockdown' && status !== 'control') return null;
  return <p className="gate-note">{t(`status-after.${status}`)}</p>;
}

function whoLine({ who }: Asked, t: (key: 'who.unknown' | 'who.pass' | 'who.code') => string): string {
  if (who.badCode) return t('who.code');
  if (who.card) return personLine(who.card);
  return who.label ?? t(who.pass ? 'who.pass' : 'who.unknown');
}

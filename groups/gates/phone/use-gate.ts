import { useEffect, useRef, useState } from 'react';
import type { NewFile } from '#kernel/files/client/describe.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { flash, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { Direction, Emergency, PassageOutcome } from '../contract/rows.ts';
import type { GateCard } from '../contract/sync.ts';
import type { Attempt, GateAnswer } from '../domain/decision/attempt.ts';
import { answerToBadCode } from '../domain/decision/bad-code.ts';
import { decidePassage } from '../domain/decision/decide-passage.ts';
import { phoneText } from '../messages/phone.ts';
import { namedAt } from './named-at.ts';
import type { PhoneState } from './phone-state.ts';
import type { Post } from './post.ts';
import { readAtGate } from './read-at-gate.ts';
import { readPassAtGate } from './read-pass.ts';
import { attemptOf, isSame, nobodyKnown, oneOf, type Who } from './who.ts';

export interface Recorded {
  readonly reason?: Emergency;
  readonly note?: string;
  readonly photo?: NewFile | null;
}

export interface AtGate {
  readonly direction: Direction;
  /** Who stands at the gate, and what the rules say of it now. */
  readonly asked: {
    readonly who: Who;
    readonly answer: GateAnswer;
    /** Who of the household has a pass to his or her name, where that matters. */
    readonly named: readonly GateCard[];
  } | null;
  /** Several people it may be. */
  readonly choices: readonly GateCard[] | null;
  /** Why nothing can be said of the code that was read, in words. */
  readonly unread: string | null;
  /** Whether people come and go by this lane. */
  readonly canTurn: boolean;
  turn(direction: Direction): void;
  read(text: string): Promise<void>;
  meet(who: Who): void;
  /** Records what came of it. */
  record(outcome: PassageOutcome, more?: Recorded): Promise<void>;
  undo(passageId: string): Promise<void>;
  /** Nothing came of it. */
  forget(): void;
}

const FEEL = { allowed: 'done', refused: 'refused', ask: 'flagged' } as const;

/** The work at a lane: one person after the other. */
export function useGate(state: PhoneState, { gate, lane }: Post): AtGate {
  const t = useText(phoneText);
  const language = useLanguage();
  const client = useSyncClient();
  const dispatch = useDispatch();
  const [chosen, setChosen] = useState<Direction>('out');
  const [who, ask] = useState<Who | null>(null);
  const [choices, choose] = useState<readonly GateCard[] | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const direction = lane.direction === 'both' ? chosen : lane.direction;
  const place = { gateId: gate.id, laneId: lane.id, direction };

  // Asked again at every drawing: a building may be sealed while its residents stand at the gate.
  const attempt = attemptOf(who ?? nobodyKnown, state, { ...place, at: client.now() });
  const answer = who ? answerTo(who, state, attempt) : null;
  const told = useRef<string | null>(null);
  const said = answer && `${answer.answer}/${answer.rule}`;
  useEffect(() => {
    if (answer && told.current !== said) flash(FEEL[answer.answer], t(`flash.${answer.answer}`));
    told.current = said;
  }, [answer, said, t]);

  const meet = (one: Who) => {
    choose(null);
    setUnread(null);
    // Whoever comes next is told anew, also where the answer is the same.
    told.current = null;
    ask(one);
  };

  /** The answer stood green and the next is being read: whoever it was has gone through. */
  const letPass = async (next: readonly Who[]) => {
    if (who && answer?.answer === 'allowed' && !next.some((one) => isSame(one, who))) await record('allowed');
  };

  const meetPeople = async (people: readonly GateCard[]) => {
    const found = people.map(oneOf);
    const [one = nobodyKnown] = found;
    await letPass(found);
    if (people.length < 2) return meet(one);
    ask(null);
    setUnread(null);
    choose(people);
  };

  const meetCode = async (problem: Problem) => {
    if (!answerToBadCode(problem)) return missed(problemText(problem, language));
    await letPass([]);
    meet({ ...nobodyKnown, badCode: problem });
  };

  /** Whoever stands there still does: only where nobody does is there something to explain. */
  const missed = (why: string) => {
    flash('flagged', t('unread.title'));
    if (!who) setUnread(why);
  };

  const tellOutcome = (outcome: PassageOutcome, kept: 'done' | 'flagged') => {
    if (outcome === 'refused') return flash('done', t('flash.turned-back'));
    if (outcome === 'emergency') return flash('done', t('flash.emergency'));
    flash(kept, t(kept === 'flagged' ? 'flash.flagged' : 'flash.let-out'));
  };

  async function record(
    outcome: PassageOutcome,
    { reason, note = '', photo = null }: Recorded = {},
  ): Promise<void> {
    const one = who ?? nobodyKnown;
    ask(null);
    setUnread(null);
    const body = {
      passageId: newId(),
      ...place,
      subject: subjectOf(one),
      residentId: attempt.residentId,
      householdId: attempt.householdId,
      passId: one.pass?.passId ?? null,
      visitId: one.visit?.visitId ?? null,
      outcome,
      rule: outcome === 'emergency' ? 'emergency' : (answer?.rule ?? 'unknown'),
      reason: reason ?? null,
      note,
      photo: photo?.ref ?? null,
    };
    const kept = await dispatch('gates.record-passage', body, photo ? [photo] : []);
    if (kept !== 'refused') tellOutcome(outcome, kept);
  }

  return {
    direction,
    asked: who && answer ? { who, answer, named: namedAt(state, attempt, answer) } : null,
    choices,
    unread,
    canTurn: lane.direction === 'both',
    turn(next) {
      told.current = null;
      setChosen(next);
    },
    meet,
    forget() {
      ask(null);
      choose(null);
      setUnread(null);
    },
    async read(text) {
      const reading = await readAtGate(text, state, client.areaId);
      if (reading.is === 'people') return meetPeople(reading.people);
      if (reading.is === 'other') return missed(t('code.other'));
      if (reading.is === 'unreadable') return meetCode(reading.problem);
      const found = await readPassAtGate(reading.text, state, client.areaId);
      if ('code' in found) return meetCode(found);
      await letPass([found]);
      meet(found);
    },
    record,
    async undo(passageId) {
      if ((await dispatch('gates.undo-passage', { passageId })) !== 'refused') flash('done', t('undone'));
    },
  };
}

/** A code that is no good says what it means by itself; else the rules are asked. */
const answerTo = (who: Who, { gates }: PhoneState, attempt: Attempt): GateAnswer =>
  (who.badCode && answerToBadCode(who.badCode)) ?? decidePassage(gates, attempt);

function subjectOf({ visit, pass, card }: Who): 'visit' | 'pass' | 'resident' | 'unknown' {
  if (visit) return 'visit';
  if (pass) return 'pass';
  return card ? 'resident' : 'unknown';
}

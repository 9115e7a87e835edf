import { useState } from 'react';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { flash, useDispatch } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { CloseReason, Method, Sample, Tube } from '../contract.ts';
import { inRound } from '../domain/state.ts';
import { ratioOf, tubeEnd } from '../domain/tube-rules.ts';
import { phoneText } from '../messages/phone.ts';
import { keepInHand, readInHand, rowOf, type TubeInHand } from './current-tube.ts';
import { readAtLane, type Way } from './find-person.ts';
import type { ListedCard } from './people-list.ts';
import type { AtLane } from './use-round.ts';

/** Somebody sampled alone beside the open pool: a tube and a person, in whichever order they are scanned. */
export interface Single {
  readonly tube: TubeInHand | null;
  readonly who: { readonly person: ListedCard; readonly method: Method } | null;
}

/** What only a person can decide; everything else happens without a dialog. */
export type Question =
  | { readonly ask: 'which'; readonly people: readonly ListedCard[]; readonly method: Method }
  | { readonly ask: 'again'; readonly person: ListedCard; readonly method: Method; readonly earlier: Sample }
  | { readonly ask: 'nobody'; readonly codeText: string; readonly method: Method }
  | { readonly ask: 'close'; readonly next: TubeInHand | null }
  | { readonly ask: 'tube-used'; readonly tube: TubeInHand; readonly other: Tube };

export interface Sampling {
  readonly inHand: TubeInHand | null;
  readonly tube: Tube | undefined;
  readonly ratio: number;
  readonly question: Question | null;
  /** While a single sample is under way; the pool in hand waits. */
  readonly single: Single | null;
  read(text: string, way: Way): Promise<void>;
  choose(people: readonly ListedCard[], method: Method): Promise<void>;
  sampleAnyway(person: ListedCard, method: Method): Promise<void>;
  sampleUnknown(codeText: string, method: Method): Promise<void>;
  takeTube(tube: TubeInHand): void;
  closeTube(reason: CloseReason, next: TubeInHand | null): Promise<void>;
  undo(sampleId: string): Promise<void>;
  ask(question: Question | null): void;
  /** @param who the person, where he or she is known before the tube */
  startSingle(who?: Single['who']): void;
  stopSingle(): void;
}

/** The work at a lane: a tube in hand, people into it, one at a time. */
export function useSampling(at: AtLane): Sampling {
  const t = useText(phoneText);
  const language = useLanguage();
  const { areaId } = useSyncClient();
  const dispatch = useDispatch();
  const { round, lane, state } = at;
  const { testing } = state;
  const [kept, setKept] = useState<TubeInHand | null>(() => readInHand(lane.id));
  const [question, ask] = useState<Question | null>(null);
  const [single, setSingle] = useState<Single | null>(null);
  const row = rowOf(testing, kept);
  // Closed meanwhile, by being full or by the leader: the hand is free again.
  const stands = row ? { tubeId: row.id, code: row.code } : kept;
  const inHand = row && tubeEnd(row) !== null ? null : stands;
  const tube = inHand ? row : undefined;
  const ratio = ratioOf(round.round);

  const hold = (next: TubeInHand | null) => {
    keepInHand(lane.id, next);
    setKept(next);
  };

  const sample = async (
    who: { residentId: string | null; codeText: string | null },
    method: Method,
    alone: TubeInHand | null = single?.tube ?? null,
  ) => {
    ask(null);
    const into = alone ?? inHand;
    if (!into) return flash('refused', t('tube.none'));
    const { tubeId, code: tubeCode } = into;
    const ids = { sampleId: newId(), checkInId: newId() };
    const place = { tubeId, tubeCode, laneId: lane.id, method, ...(alone && { single: true }) };
    const outcome = await dispatch('testing.sample', { roundId: round.round.id, ...ids, ...who, ...place });
    if (outcome === 'refused') return;
    if (alone) setSingle(null);
    else if (testing.tubes.get(tubeId)?.closedAt != null) hold(null);
    flash(outcome, outcome === 'done' ? t('sampled.done') : t('sampled.flagged'));
  };

  const sampleAnyway = async (person: ListedCard, method: Method) => {
    if (!single || single.tube) return sample({ residentId: person.id, codeText: null }, method);
    ask(null);
    setSingle({ ...single, who: { person, method } });
  };

  const choose = async (people: readonly ListedCard[], method: Method) => {
    const [person] = people;
    if (!person) return;
    if (people.length > 1) return ask({ ask: 'which', people, method });
    if (!inHand && !single) return flash('refused', t('tube.none'));
    const [earlier] = testing.samples.by('person', inRound(round.round.id, person.id));
    if (earlier) return ask({ ask: 'again', person, method, earlier });
    await sampleAnyway(person, method);
  };

  /** A single sample takes a tube that nobody has used. */
  const takeSingleTube = async (code: string, { who }: Single) => {
    const [other] = testing.tubes.by('code', inRound(round.round.id, code));
    if (other || inHand?.code === code) return flash('refused', t('tube.used'));
    const next = { tubeId: newId(), code };
    setSingle({ tube: next, who });
    if (who) await sample({ residentId: who.person.id, codeText: null }, who.method, next);
    else flash('done', t('tube.opened'));
  };

  const takeTube = (next: TubeInHand) => {
    ask(null);
    hold(next);
    flash('done', t('tube.opened'));
  };

  const offerTube = (code: string) => {
    if (inHand?.code === code) return;
    const next = { tubeId: newId(), code };
    if (tube && tube.count > 0) return ask({ ask: 'close', next });
    const [other] = testing.tubes.by('code', inRound(round.round.id, code));
    if (!other) return takeTube(next);
    if (other.laneId === lane.id && tubeEnd(other) === null) return takeTube({ tubeId: other.id, code });
    ask({ ask: 'tube-used', tube: next, other });
  };

  return {
    inHand,
    tube,
    ratio,
    question,
    single,
    ask,
    choose,
    takeTube,
    sampleAnyway,
    startSingle: (who = null) => setSingle({ tube: null, who }),
    stopSingle: () => setSingle(null),
    async sampleUnknown(codeText, method) {
      if (single && !single.tube) return flash('refused', t('tube.none'));
      await sample({ residentId: null, codeText }, method);
    },
    async read(text, way) {
      const reading = await readAtLane(text, way, round, areaId);
      switch (reading.is) {
        case 'tube':
          return single ? takeSingleTube(reading.code, single) : offerTube(reading.code);
        case 'people':
          return choose(reading.people, reading.method);
        case 'nobody':
          return ask({ ask: 'nobody', codeText: reading.codeText, method: reading.method });
        case 'other':
          return flash('refused', reading.kind === 'box' ? t('code.box') : t('code.wrong'));
        case 'unreadable':
          return flash('refused', problemText(reading.problem, language));
      }
    },
    async closeTube(reason, next) {
      ask(null);
      if (tube) {
        const body = { roundId: round.round.id, tubeId: tube.id, reason, note: '' };
        if ((await dispatch('testing.close-tube', body)) === 'refused') return;
        flash('done', t('tube.closed'));
      }
      hold(null);
      if (next) offerAfterClosing(next);
    },
    async undo(sampleId) {
      const body = { roundId: round.round.id, sampleId, keepCheckIn: false };
      const outcome = await dispatch('testing.undo-sample', body);
      if (outcome !== 'refused') flash('done', t('sampled.undone'));
    },
  };

  /** The new tube was scanned before the old one was closed: it may have been used elsewhere too. */
  function offerAfterClosing(next: TubeInHand): void {
    const [other] = testing.tubes.by('code', inRound(round.round.id, next.code));
    if (other) ask({ ask: 'tube-used', tube: next, other });
    else hold(next);
  }
}

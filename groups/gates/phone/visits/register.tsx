import { useState } from 'react';
import { statusAt } from '#core/zones/contract.ts';
import { text as zonesText } from '#core/zones/messages/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, EmptyFace, PhonePage, SyncNow } from '#kernel/ui/phone/index.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PassageOutcome } from '../../contract/rows.ts';
import { mark } from '../../messages/mark.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import { to as gatePaths } from '../paths.ts';
import { EMPTY_DRAFT, type VisitDraft } from './draft.ts';
import { judge, statusOf } from './judge.ts';
import { KindTiles } from './kind-tiles.tsx';
import { LastVisit } from './last-visit.tsx';
import { platesKnown } from './lines-of.ts';
import { MoreFields } from './more-fields.tsx';
import { PlaceGrid } from './place-grid.tsx';
import { type Here, useHere } from './use-here.ts';
import { useRegister } from './use-register.ts';
import { Verdict } from './verdict.tsx';
import { Ways } from './ways.tsx';
import { whyText } from './why-text.ts';
import './visits.css';

/** Three taps: who, where to, in. Works without a network all day. */
export default function RegisterVisit() {
  const t = useText(visitsText);
  const here = useHere();
  const go = useGo();
  if (here !== null) return <AtGate here={here} />;
  return (
    <PhonePage title={t('title')} mark={mark} back="/" field aside={<SyncNow />}>
      <EmptyFace title={t('gate-none')} next={t('gate-none-next')} />
      <BigButton onPress={() => go(gatePaths.choose())}>{t('gate-choose')}</BigButton>
    </PhonePage>
  );
}

function AtGate({ here }: { here: Here }) {
  const t = useText(visitsText);
  const zones = useText(zonesText);
  const words = useText(visitWords);
  const now = useNow(30_000);
  const [draft, setDraft] = useState<VisitDraft>(EMPTY_DRAFT);
  const { register, last } = useRegister(here);
  const { gate, state } = here;
  const change = (changes: Partial<VisitDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const { to: where } = draft;
  const said = where === null ? null : judge(here, where, now);
  const why =
    said && where !== null
      ? whyText(
          t,
          said,
          where === 'nobody' ? words('nobody') : where.label,
          (status) => zones(`status.${status}`),
          statusOf(here, where, now),
        )
      : null;

  const decide = async (outcome: PassageOutcome) => {
    if (said === null) return;
    const done = await register(draft, { outcome, rule: said.rule, reason: null });
    if (!done) return;
    setDraft(EMPTY_DRAFT);
    window.scrollTo(0, 0);
  };

  return (
    <PhonePage
      title={`${gate.name} ${t('title')}`}
      mark={mark}
      back={here.laneId === null ? gatePaths.choose() : gatePaths.gate(gate.id, here.laneId)}
      field
      aside={<SyncNow />}
      actions={
        said && why !== null && draft.kind !== null ? (
          <Verdict said={said} why={why} onDecide={(outcome) => void decide(outcome)} />
        ) : undefined
      }
    >
      {last === null || draft.kind !== null ? null : <LastVisit last={last} here={here} onAgain={setDraft} />}
      <KindTiles value={draft.kind} onChoose={(kind) => change({ kind })} />
      {draft.kind === null ? (
        <Ways here={here} now={now} onPlate={(plate) => change({ plate })} />
      ) : (
        <>
          <PlaceGrid
            places={state.places}
            here={gate.compoundId}
            value={draft.to}
            onChoose={(chosen) => change({ to: chosen })}
            statusOf={(path) => statusAt(state.gates.statuses.values(), path, now).status}
          />
          <MoreFields draft={draft} onChange={change} plates={platesKnown(state)} />
        </>
      )}
    </PhonePage>
  );
}

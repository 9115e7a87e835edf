import { useState } from 'react';
import { statusAt } from '#core/zones/contract.ts';
import { text as zonesText } from '#core/zones/messages/index.ts';
import { EmptyFace, PhonePage, SyncNow } from '#kernel/ui/phone/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useNow } from '#kernel/ui/use-now.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PassageOutcome } from '../../contract/rows.ts';
import { mark } from '../../messages/mark.ts';
import { visitsText } from '../../messages/visits.ts';
import { again, EMPTY_DRAFT, type VisitDraft } from './draft.ts';
import { judge, whyText } from './judge.ts';
import { KindTiles } from './kind-tiles.tsx';
import { LastVisit } from './last-visit.tsx';
import { MoreFields } from './more-fields.tsx';
import { PlaceGrid } from './place-grid.tsx';
import { to } from './paths.ts';
import { type Here, useHere } from './use-here.ts';
import { useRegister } from './use-register.ts';
import { Verdict } from './verdict.tsx';
import './visits.css';

/** Three taps: who, where to, in. Works without a network all day. */
export default function RegisterVisit() {
  const t = useText(visitsText);
  const here = useHere();
  return here === null ? (
    <PhonePage title={t('title')} mark={mark} back={to.gate()} field aside={<SyncNow />}>
      <EmptyFace title={t('gate-none')} next={t('gate-none-next')} />
    </PhonePage>
  ) : (
    <AtGate here={here} />
  );
}

function AtGate({ here }: { here: Here }) {
  const t = useText(visitsText);
  const zones = useText(zonesText);
  const go = useGo();
  const now = useNow(30_000);
  const [draft, setDraft] = useState<VisitDraft>(EMPTY_DRAFT);
  const { register, last } = useRegister(here);
  const { gate, state } = here;
  const change = (changes: Partial<VisitDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const said = draft.to === null ? null : judge(here, draft.to, now);

  const decide = async (outcome: PassageOutcome) => {
    if (said === null) return;
    const done = await register(draft, { outcome, rule: said.rule, reason: null });
    if (done) setDraft(draft.kind === 'courier' ? again({ ...draft, to: null }) : EMPTY_DRAFT);
  };

  return (
    <PhonePage
      title={`${gate.name} ${t('title')}`}
      mark={mark}
      back={to.gate()}
      field
      aside={<SyncNow />}
      actions={
        said && draft.kind !== null ? (
          <Verdict said={said} why={whyText(t, zones, here, draft.to, said)} onDecide={(outcome) => void decide(outcome)} />
        ) : undefined
      }
    >
      {last === null || draft.to !== null ? null : <LastVisit last={last} here={here} onAgain={setDraft} />}
      <KindTiles value={draft.kind} onChoose={(kind) => change({ kind })} />
      {draft.kind === null ? (
        <button type="button" className="side-button" onClick={() => go(to.inside())}>
          {t('inside')}
        </button>
      ) : (
        <>
          <PlaceGrid
            places={state.places}
            here={gate.compoundId}
            value={draft.to}
            onChoose={(where) => change({ to: where })}
            statusOf={(path) => statusAt(state.gates.statuses.values(), path, now).status}
          />
          <MoreFields draft={draft} onChange={change} here={here} />
        </>
      )}
    </PhonePage>
  );
}

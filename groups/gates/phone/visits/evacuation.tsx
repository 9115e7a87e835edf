import { useState } from 'react';
import { formatPlate } from '#core/codes/contract.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { EmptyFace, PhoneList, PhonePage, Progress, StateFace, SyncNow } from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { visitSettings } from '../../contract/visit-settings.ts';
import { type EvacuationList, evacuationList, type Housed } from '../../domain/visits/evacuation.ts';
import type { HolderInside } from '../../domain/visits/holders.ts';
import { helpBornBy, needsHelp } from '../../domain/visits/need-help.ts';
import { whoIsOut } from '../../domain/visits/who-is-out.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import { holderKind } from '../../messages/holder-kind.ts';
import { mark } from '../../messages/mark.ts';
import { visitWords } from '../../messages/visit-words.ts';
import type { PhoneState } from '../phone-state.ts';
import { useGates } from '../use-gates.ts';
import { EvacuationRow } from './evacuation-row.tsx';
import { holdersAt } from './lines-of.ts';
import { to } from './paths.ts';
import { placeLabel } from './places.ts';
import './visits.css';

/** The roll-call at the door of a house: who needs a hand first, everybody ticked off by one tap, without a network. */
export default function Evacuation({ params: { buildingId = '' } }: ScreenProps) {
  const t = useText(evacuationText);
  const state = useGates();
  const now = useNow(60_000);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const list = listOf(state, buildingId, now);
  const { home, visits, out, away } = list;
  const inside = home.length + visits.length;
  const toggle = (id: string) =>
    setTicked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const rows = (people: readonly Housed[]) =>
    people.map((one) => (
      <EvacuationRow
        key={one.id}
        title={[one.entrance, one.room, one.name].filter(Boolean).join(' ')}
        aside={one.needsHelp ? <StateFace face="flagged" word={t('help')} /> : null}
        ticked={ticked.has(one.id)}
        onPress={() => toggle(one.id)}
      />
    ));
  return (
    <PhonePage
      title={`${placeLabel(state.places, { buildingId, entranceId: null }, null)} ${t('title')}`}
      mark={mark}
      back={to.evacuation()}
      field
      aside={<SyncNow />}
      actions={
        inside === 0 ? undefined : (
          <>
            <strong>{t('ticked', { count: ticked.size, of: inside })}</strong>
            <Progress value={ticked.size} max={inside} label={t('tick.done')} />
          </>
        )
      }
    >
      <Sums list={list} />
      <p>{t('lead')}</p>
      {inside === 0 ? <EmptyFace title={t('none')} /> : <p>{t('tick-hint')}</p>}
      <PhoneList label={t('inside')}>
        {rows(home.filter((one) => one.needsHelp))}
        <VisitRows list={list} ticked={ticked} onPress={toggle} />
        {rows(home.filter((one) => !one.needsHelp))}
      </PhoneList>
      <Holders holders={holdersAt(state, state.gates.buildings.get(buildingId) ?? '')} />
      {out.length + away.length === 0 ? null : (
        <details className="visit-more">
          <summary>{t('left-over')}</summary>
          <ul className="evac-others">
            {[...out, ...away].map(({ id, entrance, room, name, away: isAway }) => (
              <li key={id}>{[entrance, room, name, t(isAway ? 'away' : 'out')].filter(Boolean).join(' ')}</li>
            ))}
          </ul>
        </details>
      )}
    </PhonePage>
  );
}

function VisitRows(props: {
  list: EvacuationList;
  ticked: ReadonlySet<string>;
  onPress: (id: string) => void;
}) {
  const t = useText(evacuationText);
  const words = useText(visitWords);
  return props.list.visits.map(({ id, kind, people, room, name }) => (
    <EvacuationRow
      key={id}
      title={[room, t('row.visit', { kind: words(`kind.${kind}`), count: people }), name]
        .filter(Boolean)
        .join(' ')}
      aside={null}
      ticked={props.ticked.has(id)}
      onPress={() => props.onPress(id)}
    />
  ));
}

/** Workers, couriers, vehicles: somewhere in the compound, so every building's list names them. */
function Holders({ holders }: { holders: readonly HolderInside[] }) {
  const t = useText(evacuationText);
  const language = useLanguage();
  if (holders.length === 0) return null;
  return (
    <details className="visit-more">
      <summary>{`${t('holders')} ${holders.length}`}</summary>
      <ul className="evac-others">
        {holders.map(({ passId, pass, since }) => (
          <li key={passId}>
            {[
              holderKind(pass?.kind ?? null, language),
              pass?.label,
              pass?.plate && formatPlate(pass.plate),
              whenText(since, language),
            ]
              .filter(Boolean)
              .join(' ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sums({ list: { home, visits, out, away } }: { list: EvacuationList }) {
  const t = useText(evacuationText);
  const sums = [
    [t('home'), home.length],
    [t('help'), home.filter((one) => one.needsHelp).length],
    [t('visits'), visits.reduce((sum, visit) => sum + visit.people, 0)],
    [t('gone'), out.length + away.length],
  ] as const;
  return (
    <dl className="evac-figures">
      {sums.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function listOf({ gates, people }: PhoneState, buildingId: string, at: number): EvacuationList {
  const bornBy = helpBornBy(settingAt(visitSettings.helpAge, gates.settings, at).value, at);
  const outings = whoIsOut(gates.presence.all());
  const here = [...people.all()].filter((card) => card.buildingId === buildingId);
  const housed = here.map(
    (card): Housed => ({ ...card, name: card.nameMask, needsHelp: needsHelp(card, bornBy) }),
  );
  return evacuationList(buildingId, housed, (id) => outings.has(id), gates.visitRows.all());
}

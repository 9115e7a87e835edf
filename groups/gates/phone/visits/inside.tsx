import { useState } from 'react';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigNumber, EmptyFace, PhoneInput, PhoneList, PhonePage, SyncNow } from '#kernel/ui/phone/index.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../../messages/mark.ts';
import { visitsText } from '../../messages/visits.ts';
import { useGates } from '../use-gates.ts';
import { fitsOut, fitsVisit, type OutLine, type VisitLine } from './inside-list.ts';
import { linesOf } from './lines-of.ts';
import { OutingSheet } from './outing-sheet.tsx';
import { to } from './paths.ts';
import { OutRow, VisitRow } from './rows.tsx';
import { VisitSheet } from './visit-sheet.tsx';
import './visits.css';

const TABS = ['visits', 'out', 'late'] as const;
type Tab = (typeof TABS)[number];

/** So many rows are drawn at once; words in the field find the others. */
const SHOWN = 60;
/** From so many rows on there is a field to find one. */
const SEARCHED = 6;

type Opened = { readonly visitId: string } | { readonly residentId: string } | null;

/** Who is inside, who is out, who is late: one list at a time, each row opens what to do. */
export default function Inside() {
  const t = useText(visitsText);
  const go = useGo();
  const state = useGates();
  const now = useNow(30_000);
  const [tab, setTab] = useState<Tab>('visits');
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<Opened>(null);
  const { visits, out } = linesOf(state, now);
  const late = { visits: visits.filter(isLate), out: out.filter(isLate) };
  const shown = {
    visits:
      tab === 'out' ? [] : (tab === 'late' ? late.visits : visits).filter((line) => fitsVisit(line, typed)),
    out: tab === 'visits' ? [] : (tab === 'late' ? late.out : out).filter((line) => fitsOut(line, typed)),
  };
  const people = visits.reduce((sum, { visit }) => sum + visit.people, 0);
  const counts = { visits: people, out: out.length, late: late.visits.length + late.out.length };
  const rows = shown.visits.length + shown.out.length;
  const visit =
    opened !== null && 'visitId' in opened
      ? visits.find((one) => one.visit.id === opened.visitId)
      : undefined;
  const outing =
    opened !== null && 'residentId' in opened
      ? out.find(({ card }) => card.id === opened.residentId)
      : undefined;
  return (
    <PhonePage title={t('inside')} mark={mark} back={to.register()} field aside={<SyncNow />}>
      <div className="visit-tabs">
        {TABS.map((one) => (
          <button key={one} type="button" aria-pressed={one === tab} onClick={() => setTab(one)}>
            {t(`tab.${one}`)} {counts[one]}
          </button>
        ))}
      </div>
      <BigNumber value={counts[tab]} label={t(`count.${tab}`)} />
      {typed !== '' || rows >= SEARCHED ? (
        <div data-wedge="off">
          <PhoneInput label={t('find')} value={typed} onChange={setTyped} type="search" />
        </div>
      ) : null}
      {rows === 0 ? <EmptyFace title={typed === '' ? t(`none.${tab}`) : t('find.none')} /> : null}
      {rows > SHOWN ? <p>{t('first-of', { count: SHOWN })}</p> : null}
      <PhoneList label={t(`tab.${tab}`)}>
        {shown.visits.slice(0, SHOWN).map((line) => (
          <VisitRow key={line.visit.id} line={line} onPress={() => setOpened({ visitId: line.visit.id })} />
        ))}
        {shown.out.slice(0, SHOWN).map((line) => (
          <OutRow key={line.card.id} line={line} onPress={() => setOpened({ residentId: line.card.id })} />
        ))}
      </PhoneList>
      <button type="button" className="side-button" onClick={() => go(to.evacuation())}>
        {t('evacuation')}
      </button>
      {visit ? <VisitSheet line={visit} onClose={() => setOpened(null)} /> : null}
      {outing ? <OutingSheet line={outing} onClose={() => setOpened(null)} /> : null}
    </PhonePage>
  );
}

const isLate = ({ over }: VisitLine | OutLine): boolean => over !== null;

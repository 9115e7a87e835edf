import { useState } from 'react';
import { useGo } from '#kernel/ui/navigation.tsx';
import { StateFace } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import { linesOf } from './lines-of.ts';
import { to } from './paths.ts';
import { PlateSheet } from './plate-sheet.tsx';
import type { Here } from './use-here.ts';

/** Beside the four kinds: a vehicle by its plate, and who is inside with how many are late. */
export function Ways(props: { here: Here; now: number; onPlate: (plate: string) => void }) {
  const { here, now, onPlate } = props;
  const t = useText(visitsText);
  const words = useText(visitWords);
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const { visits, out } = linesOf(here.state, now);
  const people = visits.reduce((sum, { visit }) => sum + visit.people, 0);
  const late = [...visits, ...out].filter(({ over }) => over !== null).length;
  return (
    <>
      <button type="button" className="visit-way" onClick={() => setAsking(true)}>
        <strong>{t('vehicle')}</strong>
        <span>{t('vehicle-hint')}</span>
      </button>
      <button type="button" className="visit-way" onClick={() => go(to.inside())}>
        <strong>{t('inside')}</strong>
        <span>{words('together', { count: people })}</span>
        {late === 0 ? null : <StateFace face="late" word={`${t('tab.late')} ${late}`} />}
      </button>
      {asking ? <PlateSheet here={here} onNew={onPlate} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

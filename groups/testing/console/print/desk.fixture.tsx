import { createRoot } from 'react-dom/client';
import { ConsoleProviders } from '#kernel/ui/console/providers.tsx';
import '#kernel/ui/styles/tokens.css';
import '#kernel/ui/styles/shared.css';
import '#kernel/ui/console/console.css';
import type { DeskPerson, DeskRound } from './desk-data.ts';
import { PrintDesk } from './print-desk.tsx';

/** The desk alone in a page, for its browser test: a round of two sites, thirty people of two buildings. */
const people: DeskPerson[] = Array.from({ length: 30 }, (_, i) => ({
  residentId: `0190c3f0-1111-7000-8000-0000000000${String(i + 10)}`,
  householdId: `h${i}`,
  buildingId: i % 2 ? 'b1' : 'b2',
  compound: '清源小区',
  building: i % 2 ? '3号楼' : '5号楼',
  room: String(401 + i),
  sort: String(i).padStart(4, '0'),
  nameMask: '王**',
  fullName: null,
  birthYear: 1930 + i * 2,
  tags: i === 29 ? ['lives-alone'] : [],
  away: i === 1,
}));

const lab = new URLSearchParams(location.search).has('lab');
const round: DeskRound = {
  name: '第一轮',
  day: '2022-04-17',
  poolRatio: 10,
  tubeSeries: lab ? { kind: 'lab', name: '市疾控', pattern: '310920220418#####' } : { kind: 'own' },
  sites: [
    { name: '1号点', lanes: [{ name: '1台' }, { name: '2台' }] },
    { name: '2号点', lanes: [{ name: '1台' }] },
  ],
};

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <ConsoleProviders>
      <main>
        <PrintDesk
          areaId="0190c3f0-0000-7000-8000-0000000a1b2c"
          areaName="清源居民区"
          round={round}
          buildings={[
            { id: 'b1', label: '3号楼' },
            { id: 'b2', label: '5号楼' },
          ]}
          people={people}
          names={{
            may: !new URLSearchParams(location.search).has('volunteer'),
            load: async () => new Map(people.map((p, i) => [p.residentId, i === 0 ? '王秀英' : '王建国'])),
          }}
          when="2022-04-16 20:30"
        />
      </main>
    </ConsoleProviders>,
  );
}

import type { ImportRowsBody } from '#core/people/domain/import/rows.ts';
import { identityNumber, mobile } from '#core/people/testing/import-sheets.ts';
import { seededRandom } from '#kernel/time-id/random.ts';

const COMPOUNDS = ['清源小区', '清河坊', '清水湾', '清林苑'];
const BUILDINGS = 20;
const ENTRANCES = 2;
const STOREYS = 14;
const ROOMS = 4;
/** Persons of the dwellings, in turn: 2.8 on average. */
const HOUSEHOLDS = [2, 3, 4, 2, 3, 1, 3, 4, 2, 4];
const FAMILY = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗';
const GIVEN = '芳敏静丽强磊洋勇艳杰娟涛明超秀霞平刚桂英';

export interface Population {
  readonly compoundIds: readonly string[];
  readonly residentIds: readonly string[];
  readonly households: number;
  /** One per building. */
  readonly chunks: readonly ImportRowsBody[];
}

/** A residential area as they are: four compounds, 80 buildings of 14 storeys, 8,960 households, some 25,000 people. */
export function population(newId: () => string, people: number): Population {
  const random = seededRandom(people);
  const pick = (text: string) => text.charAt(Math.floor(random() * text.length));
  const importId = newId();
  const compoundIds = COMPOUNDS.map(newId);
  const residentIds: string[] = [];
  const chunks: ImportRowsBody[] = [];
  let households = 0;
  for (const [c, name] of COMPOUNDS.entries()) {
    const compoundId = compoundIds[c] ?? '';
    for (let b = 1; b <= BUILDINGS && residentIds.length < people; b++) {
      const buildingId = newId();
      const places: ImportRowsBody['places'] = {
        addressRules: [],
        compounds: [{ id: compoundId, name, addressRuleId: null }],
        buildings: [{ id: buildingId, compoundId, label: `${b}号` }],
        entrances: Array.from({ length: ENTRANCES }, (_, e) => ({
          id: newId(),
          buildingId,
          label: `${e + 1}单元`,
        })),
        dwellings: [],
        households: [],
      };
      const residents: ImportRowsBody['residents'] = [];
      for (let d = 0; d < ENTRANCES * STOREYS * ROOMS && residentIds.length < people; d++) {
        const [dwellingId, householdId] = [newId(), newId()];
        const floor = 1 + (Math.floor(d / ROOMS) % STOREYS);
        const entranceId = places.entrances[Math.floor(d / ROOMS / STOREYS)]?.id ?? null;
        places.dwellings.push({
          id: dwellingId,
          buildingId,
          entranceId,
          room: `${floor}0${1 + (d % ROOMS)}`,
          floor,
        });
        places.households.push({ id: householdId, dwellingId });
        const family = pick(FAMILY);
        const size = HOUSEHOLDS[households % HOUSEHOLDS.length] ?? 1;
        households += 1;
        for (let m = 0; m < size && residentIds.length < people; m++) {
          const n = residentIds.length;
          const birth = new Date(
            Date.UTC(1935, 0, 1 + Math.floor(n / 900) * 1000 + Math.floor(random() * 900)),
          );
          const birthDate = birth.toISOString().slice(0, 10);
          const id = newId();
          const set: ImportRowsBody['residents'][number]['set'] = {
            name: `${family}${pick(GIVEN)}${pick(GIVEN)}`,
            sex: n % 2 === 0 ? 'male' : 'female',
            birthDate,
            idKind: 'resident-card',
            idNumber: identityNumber(n % 900, birthDate.replaceAll('-', '')),
            relation: m === 0 ? '户主' : '家属',
            tags: n % 11 === 0 ? ['lives-alone'] : n % 40 === 7 ? ['chronic', 'immobile'] : [],
            away: n % 60 === 13,
            ...(n % 3 !== 0 && { phone: mobile(n) }),
          };
          residents.push({ id, householdId, dwellingId, set, agreed: [] });
          residentIds.push(id);
        }
      }
      chunks.push({
        importId,
        chunk: chunks.length,
        chunks: COMPOUNDS.length * BUILDINGS,
        places,
        residents,
      });
    }
  }
  return { compoundIds, residentIds, households, chunks };
}

import type { ResidentFields } from '../domain/import/rows.ts';
import { type Chance, demoForeignName, demoGivenName, demoSurname, pick } from './demo-names.ts';
import { type DemoNumbers, demoBirthDate } from './demo-numbers.ts';

/** What is drawn for one person; a name is always there. */
export type DemoPerson = ResidentFields & { readonly name: string };

/** The year the demo area lives in. */
export const DEMO_YEAR = 2022;

interface Member {
  readonly relation: string;
  readonly sex: 'male' | 'female';
  readonly age: number;
  /** Carries the householder's surname. */
  readonly ofFamily: boolean;
}

/** Households as an old quarter has them: many elders, small families, tenants. 2.7 persons on average. */
export function demoHousehold(chance: Chance, numbers: DemoNumbers): DemoPerson[] {
  const members = drawMembers(chance);
  const surname = demoSurname(chance);
  const isTenant = chance() < 0.15 && (members[0]?.age ?? 0) < 60;
  const isAway = chance() < 0.03;
  return members.map((member) => {
    const person = drawPerson(chance, numbers, member, member.ofFamily ? surname : demoSurname(chance));
    const tags = tagsOf(chance, member, members.length, isTenant);
    const away = isAway || chance() < 0.015;
    return {
      ...person,
      ...(tags.length > 0 ? { tags } : {}),
      ...(away ? { away, note: '外地未回' } : {}),
      ...(chance() < 0.05 ? { registeredElsewhere: true } : {}),
    };
  });
}

const between = (chance: Chance, low: number, high: number) => low + Math.floor(chance() * (high - low + 1));
const anySex = (chance: Chance) => (chance() < 0.5 ? 'male' : 'female');
const otherSex = (sex: 'male' | 'female') => (sex === 'male' ? 'female' : 'male');

function drawMembers(chance: Chance): Member[] {
  const kind = chance();
  const sex = anySex(chance);
  if (kind < 0.16) return [head(sex, between(chance, 70, 94))];
  if (kind < 0.24) return [head(sex, between(chance, 23, 55))];
  if (kind < 0.44) {
    const age = between(chance, 60, 88);
    return [head(sex, age), spouse(sex, age - between(chance, 0, 5))];
  }
  const age = between(chance, 28, 52);
  const couple = [head(sex, age), spouse(sex, age - between(chance, -2, 4))];
  const children = Array.from({ length: kind < 0.52 ? 0 : chance() < 0.8 ? 1 : 2 }, () => {
    const childSex = anySex(chance);
    const relation = childSex === 'male' ? '子' : '女';
    return {
      relation,
      sex: childSex,
      age: Math.max(0, age - between(chance, 25, 34)),
      ofFamily: true,
    } as const;
  });
  const grandmother = {
    relation: '母',
    sex: 'female',
    age: age + between(chance, 22, 32),
    ofFamily: false,
  } as const;
  return [...couple, ...children, ...(kind > 0.86 ? [grandmother] : [])];
}

const head = (sex: 'male' | 'female', age: number): Member => ({
  relation: '户主',
  sex,
  age,
  ofFamily: true,
});
const spouse = (of: 'male' | 'female', age: number): Member => ({
  relation: '配偶',
  sex: otherSex(of),
  age,
  ofFamily: false,
});

function drawPerson(chance: Chance, numbers: DemoNumbers, member: Member, surname: string): DemoPerson {
  const { relation, sex, age } = member;
  const birthDate = demoBirthDate(chance, DEMO_YEAR - age);
  const hasPhone = age >= 12 && age < 90 && chance() < 0.9;
  const contact = hasPhone ? { phone: numbers.phone() } : {};
  if (age > 20 && age < 60 && chance() < 0.006) {
    const name = demoForeignName(chance);
    return { name, sex, birthDate, idKind: 'passport', idNumber: numbers.passport(), relation, ...contact };
  }
  const name = surname + demoGivenName(chance, sex, DEMO_YEAR - age);
  const card =
    chance() < 0.99 ? ({ idKind: 'resident-card', idNumber: numbers.card(birthDate, sex) } as const) : {};
  return { name, sex, birthDate, ...card, relation, ...contact };
}

function tagsOf(chance: Chance, { age }: Member, size: number, isTenant: boolean): string[] {
  const tags: string[] = [];
  if (age >= 70 && size === 1) tags.push('lives-alone');
  if (age >= 80 && chance() < 0.15) tags.push('immobile');
  if (age >= 45 && chance() < 0.006) tags.push('dialysis');
  if (age >= 60 && chance() < 0.25) tags.push('chronic');
  if (age >= 28 && chance() < 0.09) tags.push('party-member');
  if (age <= 2) tags.push('infant');
  if (isTenant) tags.push('tenant');
  return [...new Set(tags)].sort();
}

/** Fit for voluntary work. */
export const canVolunteer = (person: DemoPerson): boolean => {
  const age = DEMO_YEAR - Number(person.birthDate?.slice(0, 4) ?? DEMO_YEAR);
  const busy = person.tags?.some((tag) => ['immobile', 'dialysis', 'pregnant'].includes(tag)) ?? false;
  return age >= 20 && age <= 66 && person.phone !== undefined && !person.away && !busy;
};

/** A sample without repeats, in order of drawing. */
export function sample<T>(chance: Chance, list: readonly T[], count: number): T[] {
  const rest = [...list];
  return Array.from({ length: Math.min(count, rest.length) }, () => {
    const drawn = pick(chance, rest);
    rest.splice(rest.indexOf(drawn), 1);
    return drawn;
  });
}

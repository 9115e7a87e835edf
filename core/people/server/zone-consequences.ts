import type { Consequence, ZoneConsequences } from '#core/zones/contract.ts';
import { said, saidWith } from '#kernel/ui/text.ts';
import type { KnownTag, PersonCard } from '../contract/rows.ts';
import { text } from '../messages/index.ts';
import { zonesText } from '../messages/zones.ts';
import { peopleReader } from './reader.ts';

/** Who needs looking after where nobody may go out. */
const IN_CARE: readonly KnownTag[] = ['lives-alone', 'immobile', 'dialysis', 'pregnant', 'infant'];

/** How many households and people shift, and who of them needs looking after. */
export const peopleConsequences: ZoneConsequences = {
  name: said(zonesText, 'zones.name'),
  async foresee(tx, { places }) {
    const people = await peopleReader.residentsInScope(tx, { compoundIds: [], ...places });
    if (people.length === 0) return [];
    const here = people.filter((person) => !person.away);
    const away = people.length - here.length;
    const households = new Set(people.map(({ householdId }) => householdId)).size;
    return [
      { said: saidWith(zonesText, 'zones.people', { households, present: here.length }), to: null },
      ...(away === 0 ? [] : [{ said: saidWith(zonesText, 'zones.away', { away }), to: null }]),
      ...IN_CARE.flatMap((tag) => inCare(here, tag)),
    ];
  },
};

function inCare(people: readonly PersonCard[], tag: KnownTag): readonly Consequence[] {
  const count = people.filter(({ tags }) => tags.includes(tag)).length;
  if (count === 0) return [];
  const name = said(text, `tag.${tag}`);
  const line = (language: 'zh-CN' | 'en') =>
    saidWith(zonesText, 'zones.in-care', { tag: name[language], count })[language];
  return [{ said: { 'zh-CN': line('zh-CN'), en: line('en') }, to: null }];
}

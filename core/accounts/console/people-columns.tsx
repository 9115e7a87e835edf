import { type Column, StateFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { PersonAtWork } from '../contract/queries.ts';
import { text } from '../messages/index.ts';

export function usePeopleColumns(): readonly Column<PersonAtWork>[] {
  const t = useText(text);
  const language = useLanguage();
  const seen = (p: PersonAtWork): string => {
    if (p.endedAt !== null) return t('people.ended');
    if (!p.canSignIn) return t('people.no-account');
    return p.lastSeenAt === null ? t('people.seen-never') : whenText(p.lastSeenAt, language);
  };
  const duties = (p: PersonAtWork): string => {
    const [first] = p.duties;
    if (!first) return t('people.no-duty');
    const place = first.place === null ? '' : ` ${first.place}`;
    const line = `${t(`group.${first.group}`)}${place} ${whenText(first.from, language)}–${whenText(first.until, language)}`;
    return p.duties.length > 1 ? `${line} ${t('people.duty-more', { count: p.duties.length })}` : line;
  };
  return [
    { key: 'name', title: t('people.name'), value: (p) => p.name },
    { key: 'role', title: t('people.role'), value: (p) => t(`role.${p.role}`), filter: true },
    { key: 'group', title: t('people.group'), value: (p) => t(`group.${p.group ?? 'none'}`), filter: true },
    { key: 'duties', title: t('people.duties'), value: duties },
    { key: 'phone', title: t('people.phone'), value: (p) => p.phoneMask },
    {
      key: 'seen',
      title: t('people.seen'),
      value: seen,
      draw: (p) => (p.endedAt === null ? seen(p) : <StateFace face="late" word={t('people.ended')} />),
    },
  ];
}

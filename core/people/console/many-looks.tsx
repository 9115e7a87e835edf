import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';
import { peoplePaths } from '../paths.ts';
import { people } from './queries.ts';

/** Who looked at unusually many full numbers today; nothing when nobody did. */
export function ManyLooks({ names }: { names: ReadonlyMap<string, string> }) {
  const t = useText(text);
  const { data } = useQuery(people.query.lookers.queryOptions());
  const many = data?.lookers.filter(({ day }) => day >= data.many) ?? [];
  return many.map(({ actorId, day, week }) => (
    <Alert
      key={actorId}
      type="warning"
      showIcon
      title={t('looks.many', { who: names.get(actorId) ?? actorId, day, week })}
      action={<GoLink to={`${peoplePaths.looks}?who=${actorId}`}>{t('looks.many-do')}</GoLink>}
    />
  ));
}

import { useQuery } from '@tanstack/react-query';
import { DataTable, EmptyFace, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { GoLink, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { ResidentField } from '../contract/rows.ts';
import { text } from '../messages/index.ts';
import { peoplePaths } from '../paths.ts';
import { LooksExportButton } from './export-button.tsx';
import { ManyLooks } from './many-looks.tsx';
import { accounts, people } from './queries.ts';

const SHOWN = 200;

const isLooked = (field: string): field is Extract<ResidentField, 'idNumber' | 'phone' | 'otherPhone'> =>
  field === 'idNumber' || field === 'phone' || field === 'otherPhone';

type Looks = Awaited<ReturnType<typeof people.call.looks>>;

/** Single looks and those at many at once, latest first. */
const linesOf = (data: Looks | undefined) =>
  [...(data?.looks ?? []), ...(data?.lists ?? [])].sort((a, b) => b.at - a.at);

/** Who looked at whose full numbers, latest first. */
export default function Looks() {
  const t = useText(text);
  const language = useLanguage();
  const { who, whom } = useSearchWords();
  const looks = useQuery(
    people.query.looks.queryOptions({
      input: { before: null, limit: SHOWN, actorId: who, residentId: whom, language },
    }),
  );
  const staff = useQuery(accounts.query.people.queryOptions({ input: { ended: true } }));
  const names = new Map(staff.data?.people.map((person) => [person.id, person.name]));
  if (looks.isError) return <ErrorFace error={looks.error} retry={() => void looks.refetch()} />;
  return (
    <Page
      title={t('looks')}
      lead={t('looks.lead')}
      trail={[{ title: t('register'), to: peoplePaths.register }]}
      actions={<LooksExportButton />}
    >
      <ManyLooks names={names} />
      {who || whom ? (
        <p>
          {t(who ? 'looks.of-one' : 'looks.at-one')} <GoLink to={peoplePaths.looks}>{t('looks.all')}</GoLink>
        </p>
      ) : null}
      <DataTable
        name="people.looks"
        label={t('looks.table')}
        rows={linesOf(looks.data)}
        rowKey={(row) => row.id}
        loading={looks.isPending}
        empty={<EmptyFace title={t('looks.empty')} />}
        columns={[
          {
            key: 'at',
            title: t('looks.when'),
            value: (row) => row.at,
            draw: (row) => whenText(row.at, language),
          },
          {
            key: 'who',
            title: t('looks.who'),
            value: (row) => names.get(row.actorId) ?? row.actorId,
            draw: (row) => (
              <GoLink to={`${peoplePaths.looks}?who=${row.actorId}`}>
                {names.get(row.actorId) ?? row.actorId}
              </GoLink>
            ),
            filter: true,
          },
          {
            key: 'whom',
            title: t('looks.whom'),
            value: (row) => ('people' in row ? t('looks.many-people', row) : `${row.name} ${row.room}`),
            draw: (row) =>
              'people' in row ? (
                t('looks.many-people', row)
              ) : (
                <>
                  <GoLink to={peoplePaths.resident(row.residentId)}>
                    {row.name} {row.room}
                  </GoLink>{' '}
                  <GoLink to={`${peoplePaths.looks}?whom=${row.residentId}`}>{t('looks.at-this')}</GoLink>
                </>
              ),
          },
          {
            key: 'what',
            title: t('looks.what'),
            value: (row) =>
              'people' in row
                ? row.what
                : row.fields
                    .filter(isLooked)
                    .map((field) => t(`field.${field}`))
                    .join('、'),
          },
          { key: 'why', title: t('looks.why'), value: (row) => row.reason },
        ]}
      />
    </Page>
  );
}

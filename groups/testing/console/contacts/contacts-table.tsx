import { formatCode } from '#core/codes/contract.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import { type Column, DataTable, EmptyFace, StateFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Contact, ContactList } from '../../contract/contact-queries.ts';
import { contactsText } from '../../messages/contacts.ts';
import { PersonLink, TubeLink } from '../history/links.tsx';
import { tiesText } from './tie-text.ts';

/** One line a person with every tie, masked. */
export function ContactsTable({ list }: { list: ContactList }) {
  const t = useText(contactsText);
  const language = useLanguage();
  const nameOf = (row: Contact) => row.name ?? t('unknown-person');
  const columns: readonly Column<Contact>[] = [
    {
      key: 'name',
      title: t('name'),
      value: nameOf,
      draw: (row) => <PersonLink residentId={row.residentId} name={nameOf(row)} />,
    },
    { key: 'place', title: t('place'), value: (row) => row.place ?? '' },
    { key: 'phone', title: t('phone'), value: (row) => row.phone ?? '' },
    {
      key: 'ties',
      title: t('ties'),
      value: (row) => [...(row.index ? [t('index')] : []), tiesText(t, row)].join('；'),
      draw: (row) =>
        row.index ? (
          <span className="contacts-tie">
            <StateFace face="flagged" word={t('index')} /> {tiesText(t, row)}
          </span>
        ) : (
          tiesText(t, row)
        ),
    },
    {
      key: 'at',
      title: t('at'),
      value: (row) => (row.at === null ? '' : whenText(row.at, language)),
      exported: (row) => (row.at === null ? '' : chinaTime(row.at)),
    },
    {
      key: 'tube',
      title: t('tube'),
      value: (row) => (row.tubeCode === null ? '' : formatCode(row.tubeCode)),
      draw: (row) =>
        row.tubeCode === null ? null : <TubeLink roundId={list.round.id} code={row.tubeCode} />,
    },
  ];
  return (
    <DataTable
      name="testing.contacts"
      label={t('list')}
      rows={list.contacts}
      columns={columns}
      rowKey={(row) => row.key}
      exportAs={`${t('title')} ${list.code}`}
      empty={<EmptyFace title={t('none')} />}
    />
  );
}

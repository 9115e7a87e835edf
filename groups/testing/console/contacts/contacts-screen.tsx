import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { formatCode } from '#core/codes/contract.ts';
import { ChoiceField } from '#kernel/print/field.tsx';
import { ErrorFace, Figure, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { type Contact, type ContactList, TIES, type TieKind } from '../../contract/contact-queries.ts';
import { contactsText } from '../../messages/contacts.ts';
import { historyText } from '../../messages/history.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { ContactsTable } from './contacts-table.tsx';
import { PrintForm } from './print-form.tsx';
import './contacts.css';

/** Who was around the people of a tube, for the epidemiologist. */
export default function ContactsScreen({ params }: ScreenProps) {
  const { around, show } = useSearchWords();
  const { roundId = '', code = '' } = params;
  const whole = useQuery(testing.query.contacts.queryOptions({ input: { roundId, code } }));
  const input = { roundId, code, ...(around && { residentId: around }) };
  const { data, error, refetch } = useQuery(testing.query.contacts.queryOptions({ input }));
  const failed = error ?? whole.error;
  if (failed) return <ErrorFace error={failed} retry={() => void refetch()} />;
  if (!data || !whole.data) return <LoadingFace />;
  return <ContactsPage list={data} whole={whole.data} around={around ?? ''} show={show} />;
}

const isTie = (text: string | undefined): text is TieKind => TIES.some((kind) => kind === text);

/** Those tied that way; of the people the list is about only that they were in one tube is told. */
const tied =
  (kind: TieKind) =>
  ({ index, ties }: Contact): boolean =>
    (kind === 'tube' || !index) && ties.some((tie) => tie.kind === kind);

function ContactsPage(props: {
  list: ContactList;
  whole: ContactList;
  around: string;
  show: string | undefined;
}) {
  const { list, whole, around, show } = props;
  const t = useText(contactsText);
  const history = useText(historyText);
  const go = useGo();
  const { round, code, contacts, minutes } = list;
  const members = whole.contacts.flatMap(({ index, residentId, name, ties }) =>
    index && residentId !== null
      ? [{ value: residentId, label: `${ties[0]?.position ?? ''} ${name ?? t('unknown-person')}` }]
      : [],
  );
  const count = (kind: TieKind) => contacts.filter(tied(kind)).length;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { code: formatCode(code), minutes })}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
        { title: history('tube', { code: formatCode(code) }), to: to.tube(round.id, code) },
      ]}
    >
      <Alert type="info" title={t('weak')} />
      <div className="contacts-head">
        <ChoiceField
          label={t('about')}
          value={around}
          options={[{ value: '', label: t('about-all') }, ...members]}
          onChange={(residentId) =>
            go(to.contacts(round.id, code, { around: residentId }), { replace: true })
          }
        />
        <div className="figures">
          {TIES.filter((kind) => kind !== 'slot' || count(kind) > 0).map((kind) => (
            <Figure
              key={kind}
              value={count(kind)}
              label={t(`figure.${kind}`)}
              to={to.contacts(round.id, code, { around, show: kind })}
            />
          ))}
        </div>
      </div>
      <Section title={t('list')}>
        <ContactsTable list={isTie(show) ? { ...list, contacts: contacts.filter(tied(show)) } : list} />
      </Section>
      <Section title={t('print')}>
        <PrintForm key={around} list={list} />
      </Section>
    </Page>
  );
}

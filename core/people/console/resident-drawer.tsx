import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DetailDrawer, ErrorFace, LoadingFace, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { AwaySection } from './away-section.tsx';
import { EditForm } from './edit-form.tsx';
import { EndSection } from './end-section.tsx';
import { LookSection } from './look-section.tsx';
import { people } from './queries.ts';
import { ResidentFacts } from './resident-facts.tsx';

/** One resident: what is known, masked; full numbers with a reason; changing, away, the end; who lives along. */
export function ResidentDrawer(props: {
  residentId: string | null;
  onOpen: (id: string) => void;
  onClose: () => void;
}) {
  const { residentId, onOpen, onClose } = props;
  const t = useText(text);
  const resident = useQuery({
    ...people.query.resident.queryOptions({ input: { residentId: residentId ?? '' } }),
    enabled: residentId !== null,
  });
  return (
    <DetailDrawer title={resident.data?.name ?? t('register')} open={residentId !== null} onClose={onClose}>
      {resident.isError ? (
        <ErrorFace error={resident.error} retry={() => void resident.refetch()} />
      ) : resident.data === undefined ? (
        <LoadingFace />
      ) : (
        <Resident key={resident.data.id} row={resident.data} onOpen={onOpen} />
      )}
    </DetailDrawer>
  );
}

function Resident({ row, onOpen }: { row: RegisterRow; onOpen: (id: string) => void }) {
  const t = useText(text);
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const mayChange = useMay(rules, actions.change);
  if (editing) return <EditForm row={row} onDone={() => setEditing(false)} />;
  return (
    <div className="resident">
      <ResidentFacts row={row} />
      {row.endedAt === null ? (
        <>
          <div>
            <Button
              disabled={!mayChange}
              title={mayChange ? '' : t('register.not-allowed')}
              onClick={() => setEditing(true)}
            >
              {t('resident.edit')}
            </Button>
          </div>
          <LookSection row={row} />
          <AwaySection row={row} />
        </>
      ) : (
        <p>{t('resident.ended', { when: whenText(row.endedAt, language) })}</p>
      )}
      <Members row={row} onOpen={onOpen} />
      {row.endedAt === null ? <EndSection row={row} /> : null}
    </div>
  );
}

/** The others registered in the same dwelling. */
function Members({ row, onOpen }: { row: RegisterRow; onOpen: (id: string) => void }) {
  const t = useText(text);
  const input = { dwellingId: row.dwellingId };
  const home = useQuery(people.query.dwelling.queryOptions({ input }));
  const others = (home.data?.rows ?? []).filter((other) => other.id !== row.id);
  if (others.length === 0) return null;
  return (
    <Section title={t('resident.members')}>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <button type="button" className="row-button" onClick={() => onOpen(other.id)}>
              {other.name}
            </button>{' '}
            {other.relation}
          </li>
        ))}
      </ul>
    </Section>
  );
}

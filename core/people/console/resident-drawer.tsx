import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import { AboutLinks, DetailDrawer, ErrorFace, LoadingFace } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { byHandText } from '../messages/by-hand.ts';
import { text } from '../messages/index.ts';
import { AwaySection } from './away-section.tsx';
import { EndedSection } from './by-hand/ended-section.tsx';
import { HistorySection } from './by-hand/history-section.tsx';
import { HouseholdSection } from './by-hand/household-section.tsx';
import { MergeSection } from './by-hand/merge-section.tsx';
import { MoveSection } from './by-hand/move-section.tsx';
import { RightsSection } from './by-hand/rights-section.tsx';
import { EditForm } from './edit-form.tsx';
import { EndSection } from './end-section.tsx';
import { LookSection } from './look-section.tsx';
import { people } from './queries.ts';
import { ResidentFacts } from './resident-facts.tsx';

/** One resident: what is known, masked; where and with whom; moves and merges; the end, and what he or she may ask. */
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
  const words = useText(byHandText);
  const [editing, setEditing] = useState(false);
  const mayChange = useMay(rules, actions.change);
  if (editing) return <EditForm row={row} onDone={() => setEditing(false)} />;
  const stands = row.endedAt === null;
  const tab = (key: 'facts' | 'home' | 'history' | 'more' | 'rights', children: ReactNode) => ({
    key,
    label: words(`tab.${key}`),
    children: <div className="resident">{children}</div>,
  });
  const tabs = [
    tab(
      'facts',
      <>
        <ResidentFacts row={row} />
        <AboutLinks what="people.resident" id={row.id} />
        {stands ? (
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
        ) : null}
      </>,
    ),
    tab(
      'home',
      <>
        <HouseholdSection row={row} onOpen={onOpen} />
        {stands ? <MoveSection row={row} /> : null}
      </>,
    ),
    tab('history', <HistorySection row={row} onOpen={onOpen} />),
    ...(stands
      ? [
          tab(
            'more',
            <>
              <MergeSection row={row} />
              <EndSection row={row} />
            </>,
          ),
        ]
      : []),
    tab('rights', <RightsSection row={row} />),
  ];
  return (
    <>
      <EndedSection row={row} onOpen={onOpen} />
      <Tabs items={tabs} size="small" destroyOnHidden />
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { printInBrowser } from '#kernel/print/browser.ts';
import { ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import type { EvacuationView, FullInside } from '../../contract/visit-queries.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import { insideText } from '../../messages/inside.ts';
import { gates } from './client.ts';
import { evacuationPaper } from './evacuation-paper.ts';
import { evacuationRows, sumsOf } from './evacuation-rows.ts';
import { EvacuationTable } from './evacuation-table.tsx';
import { NamesButton } from './names-button.tsx';
import { to } from './paths.ts';
import './inside.css';

/** Whom to bring out of a building: on the screen, and on paper to carry along. */
export default function EvacuationScreen({ params }: ScreenProps) {
  const { buildingId = '' } = params;
  const { data, error, refetch } = useQuery({
    ...gates.query.evacuation.queryOptions({ input: { buildingId } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <EvacuationPage key={buildingId} view={data} />;
}

function EvacuationPage({ view }: { view: EvacuationView }) {
  const t = useText(evacuationText);
  const inside = useText(insideText);
  const language = useLanguage();
  const [full, setFull] = useState<FullInside['names'] | null>(null);
  const rows = evacuationRows(view, full ?? {}, language);
  const building = `${view.compound} ${view.building}`;
  const print = () => {
    const { areaName, name } = requireSession();
    const when = toLocalInput(Date.now()).replace('T', ' ');
    return printInBrowser(evacuationPaper({ view, rows, area: areaName, who: name, when, language }));
  };
  return (
    <Page
      title={`${building} ${t('title')}`}
      lead={t('lead')}
      trail={[{ title: inside('title'), to: to.inside() }]}
      actions={
        <>
          <NamesButton buildingId={view.buildingId} shown={full !== null} onNames={setFull} />
          <Button type="primary" onClick={() => void print()}>
            {t('print.button')}
          </Button>
        </>
      }
    >
      {full === null ? null : <Alert type="warning" title={t('names.shown')} />}
      <EvacuationFigures view={view} />
      <EvacuationTable rows={rows} building={building} />
    </Page>
  );
}

/** Counted from the rows beneath. */
function EvacuationFigures({ view }: { view: EvacuationView }) {
  const t = useText(evacuationText);
  return <p className="evac-help">{t('print.counts', sumsOf(view))}</p>;
}

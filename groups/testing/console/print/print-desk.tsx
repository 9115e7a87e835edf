import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { Page } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';
import { BoxesPanel } from './boxes-panel.tsx';
import { CardsPanel } from './cards-panel.tsx';
import type { DeskBuilding, DeskPerson, DeskRound } from './desk-data.ts';
import { EldersPanel } from './elders-panel.tsx';
import type { NameSource } from './full-names.tsx';
import type { PrintFor } from './job.ts';
import { ListsPanel } from './lists-panel.tsx';
import { SignsPanel } from './signs-panel.tsx';
import { TubesPanel } from './tubes-panel.tsx';

export interface PrintDeskProps {
  readonly areaId: string;
  readonly areaName: string;
  readonly round: DeskRound;
  readonly buildings: readonly DeskBuilding[];
  /** The round's list; null while it is on its way. */
  readonly people: readonly DeskPerson[] | null;
  readonly names: NameSource;
  /** When it is printed, as people read it. */
  readonly when: string;
  readonly trail?: readonly { readonly title: string; readonly to: string }[];
}

const KINDS = ['cards', 'elders', 'tubes', 'boxes', 'signs', 'lists'] as const;
type Kind = (typeof KINDS)[number];

/** What a round needs on paper, one kind at a time: form at the left, the sheet as it will be at the right. */
export function PrintDesk(props: PrintDeskProps) {
  const t = useText(printText);
  const language = useLanguage();
  const [kind, setKind] = useState<Kind>('cards');
  const { areaId, areaName, round, when, buildings, people } = props;
  const job = useMemo<PrintFor>(
    () => ({ areaId, areaName, round: round.name, when, language }),
    [areaId, areaName, round.name, when, language],
  );

  return (
    <Page
      title={t('desk.title')}
      lead={t('desk.lead', { round: round.name })}
      {...(props.trail === undefined ? {} : { trail: props.trail })}
    >
      <Segmented<Kind>
        aria-label={t('desk.what')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t(`desk.${value}`) }))}
      />
      {kind === 'cards' ? <CardsPanel job={job} buildings={buildings} people={people} /> : null}
      {kind === 'elders' ? (
        <EldersPanel
          job={job}
          buildings={buildings}
          people={people}
          year={Number(round.day.slice(0, 4))}
          names={props.names}
        />
      ) : null}
      {kind === 'tubes' ? <TubesPanel job={job} round={round} /> : null}
      {kind === 'boxes' ? <BoxesPanel job={job} /> : null}
      {kind === 'lists' ? <ListsPanel job={job} round={round} buildings={buildings} people={people} /> : null}
      {kind === 'signs' ? <SignsPanel job={job} round={round} /> : null}
    </Page>
  );
}

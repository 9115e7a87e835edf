import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { GoLink, useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../contract/access.ts';
import { PASS_STATES, type PassState, type PassView } from '../contract/queries.ts';
import { PASS_KINDS, type PassKind } from '../contract/rows.ts';
import { consoleText } from '../messages/console.ts';
import { gateText } from '../messages/gate.ts';
import { ActDrawer } from './act-drawer.tsx';
import { BuildingSelect } from './building-select.tsx';
import { passes } from './client.ts';
import { IssueDrawer } from './issue-drawer.tsx';
import { PassFigures } from './pass-figures.tsx';
import { PassTable } from './pass-table.tsx';
import { paths } from './paths.ts';
import { toPrint } from './to-print.ts';
import './passes.css';

const oneOf = <V extends string>(values: readonly V[], word: string | undefined): V | undefined =>
  values.find((value) => value === word);

/** Who may come and go, until when, and what is to be done about it. */
export default function PassesScreen(_props: ScreenProps) {
  const words = useSearchWords();
  const filter: Filter = {
    kind: oneOf(PASS_KINDS, words.kind),
    state: oneOf(PASS_STATES, words.state),
    buildingId: words.building,
    anew: words.anew === '1',
  };
  const { kind, state, buildingId, anew } = filter;
  const list = useQuery({
    ...passes.query.list.queryOptions({
      input: {
        ...(kind && { kind }),
        ...(state && { state }),
        ...(buildingId && { buildingId }),
        ...(anew && { printAnew: '1' as const }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  if (list.error) return <ErrorFace error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <LoadingFace />;
  return <PassesPage rows={list.data.passes} tooMany={list.data.tooMany} filter={filter} />;
}

interface Filter {
  readonly kind: PassKind | undefined;
  readonly state: PassState | undefined;
  readonly buildingId: string | undefined;
  readonly anew: boolean;
}

function PassesPage(props: { rows: readonly PassView[]; tooMany: boolean; filter: Filter }) {
  const { rows, filter } = props;
  const t = useText(consoleText);
  const go = useGo();
  const may = useMay(rules, actions.issue);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [handling, setHandling] = useState<readonly string[]>([]);
  const [issuing, setIssuing] = useState(false);
  const listed = new Map(rows.map((row) => [row.id, row]));
  const selected = chosen.filter((id) => listed.has(id));
  const isNarrowed = Object.values(filter).some(Boolean);
  const print = (ids: readonly string[]) => {
    toPrint.set(ids);
    go(paths.print);
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button disabled={!may || selected.length === 0} onClick={() => setHandling(selected)}>
            {t('act')}
          </Button>
          <Button
            disabled={!may || rows.length === 0}
            onClick={() => print(selected.length ? selected : [...listed.keys()])}
          >
            {t('print')}
          </Button>
          <Button
            type="primary"
            disabled={!may}
            title={may ? '' : t('not-allowed')}
            onClick={() => setIssuing(true)}
          >
            {t('issue')}
          </Button>
        </>
      }
    >
      <PassFigures />
      <Filters filter={filter} />
      {props.tooMany ? <Alert type="info" title={t('too-many')} /> : null}
      <PassTable
        rows={rows}
        empty={t(isNarrowed ? 'empty' : 'first-empty')}
        chosen={selected}
        onChoose={setChosen}
        onOpen={(id) => setHandling([id])}
      />
      <ActDrawer
        passes={handling.flatMap((id) => listed.get(id) ?? [])}
        onClose={() => setHandling([])}
        onPrint={print}
      />
      <IssueDrawer open={issuing} onClose={() => setIssuing(false)} onPrint={print} />
    </Page>
  );
}

/** Kept in the address, so that a figure opens it and it can be sent on. */
function Filters({ filter }: { filter: Filter }) {
  const t = useText(consoleText);
  const kinds = useText(gateText);
  const go = useGo();
  const to = (change: Partial<Filter>) => {
    const next = { ...filter, ...change };
    const words = new URLSearchParams();
    if (next.kind) words.set('kind', next.kind);
    if (next.state) words.set('state', next.state);
    if (next.buildingId) words.set('building', next.buildingId);
    if (next.anew) words.set('anew', '1');
    const text = words.toString();
    go(text === '' ? paths.passes : `${paths.passes}?${text}`);
  };
  return (
    <div className="passes-filters">
      <Select
        allowClear
        aria-label={t('kind')}
        placeholder={t('kind')}
        value={filter.kind ?? null}
        options={PASS_KINDS.map((value) => ({ value, label: kinds(`passes.kind.${value}`) }))}
        onChange={(kind: PassKind | null | undefined) => to({ kind: kind ?? undefined })}
      />
      <Select
        allowClear
        aria-label={t('state')}
        placeholder={t('state')}
        value={filter.state ?? null}
        options={PASS_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state: PassState | null | undefined) => to({ state: state ?? undefined })}
      />
      <BuildingSelect value={filter.buildingId} onChange={(buildingId) => to({ buildingId })} />
      {Object.values(filter).some(Boolean) ? <GoLink to={paths.passes}>{t('all')}</GoLink> : null}
    </div>
  );
}

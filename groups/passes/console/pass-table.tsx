import { formatPlate } from '#core/codes/contract.ts';
import { type Column, DataTable, ToneBadge } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { PassState, PassView } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { gateText } from '../messages/gate.ts';

const TONES = {
  good: 'plain',
  'not-yet': 'blue',
  suspended: 'orange',
  zone: 'orange',
  revoked: 'red',
  over: 'plain',
} as const satisfies Record<PassState, string>;

export function PassTable(props: {
  rows: readonly PassView[];
  empty: string;
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
  onOpen: (id: string) => void;
}) {
  const t = useText(consoleText);
  return (
    <DataTable<PassView>
      name="passes.passes"
      label={t('table')}
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={useColumns()}
      empty={props.empty}
      exportAs={t('table')}
      onOpen={({ id }) => props.onOpen(id)}
      selection={{ keys: props.chosen, onChange: props.onChoose, label: ({ holder }) => holder }}
    />
  );
}

function useColumns(): readonly Column<PassView>[] {
  const t = useText(consoleText);
  const words = useText(gateText);
  const language = useLanguage();
  const when = (at: number | null) => (at === null ? null : whenText(at, language));
  return [
    { key: 'holder', title: t('holder'), value: ({ holder }) => holder },
    { key: 'place', title: t('place'), value: ({ place }) => place },
    { key: 'kind', title: t('kind'), value: ({ kind }) => words(`passes.kind.${kind}`), filter: true },
    { key: 'plate', title: t('plate'), value: ({ plate }) => (plate === null ? null : formatPlate(plate)) },
    {
      key: 'state',
      title: t('state'),
      value: (pass) => stateText(pass),
      draw: (pass) => <ToneBadge tone={TONES[pass.state]} word={stateText(pass)} />,
    },
    {
      key: 'until',
      title: t('until'),
      value: ({ validUntil }) => validUntil,
      draw: ({ validUntil }) => when(validUntil - 1),
      exported: ({ validUntil }) => when(validUntil - 1),
    },
    {
      key: 'compounds',
      title: t('compounds'),
      value: ({ compounds }) => (compounds.length === 0 ? t('compounds.all') : compounds.join('、')),
    },
    { key: 'quota', title: t('quota'), value: ({ quota }) => t(`quota.${quota}`), filter: true },
    { key: 'form', title: t('form'), value: ({ form }) => t(`form.${form}`), filter: true },
    {
      key: 'printed',
      title: t('printed'),
      value: ({ printedAt }) => printedAt,
      draw: ({ printedAt, printAnew }) =>
        printAnew ? t('figure.anew') : (when(printedAt) ?? t('printed.never')),
      exported: ({ printedAt }) => when(printedAt),
    },
  ];

  function stateText({ state, revokeReason, suspendReason }: PassView): string {
    const reason =
      state === 'revoked' && revokeReason
        ? words(`passes.revoke.${revokeReason}`)
        : state === 'suspended' && suspendReason
          ? words(`passes.suspend.${suspendReason}`)
          : null;
    return reason === null ? t(`state.${state}`) : `${t(`state.${state}`)}：${reason}`;
  }
}

import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { ChoiceField } from '#kernel/print/field.tsx';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { EmptyFace, ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { phoneOrigin, phoneOriginCell, useNetwork } from '#kernel/ui/network.ts';
import { notify } from '#kernel/ui/notices.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useCell } from '#kernel/ui/store.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { MOST_AT_ONCE } from '../contract/commands.ts';
import type { SignedPass } from '../contract/queries.ts';
import { linkOf } from '../domain/link.ts';
import { consoleText } from '../messages/console.ts';
import { passes } from './client.ts';
import { LAYOUTS, type Layout, passPapers } from './pass-papers.ts';
import { paths } from './paths.ts';
import { toPrint } from './to-print.ts';

/** The chosen passes on paper, signed now with the key in use. */
export default function PrintScreen(_props: ScreenProps) {
  const t = useText(consoleText);
  const ids = useCell(toPrint);
  const parts = useMemo(
    () =>
      Array.from({ length: Math.ceil(ids.length / MOST_AT_ONCE) }, (_, i) =>
        ids.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE),
      ),
    [ids],
  );
  const found = useQueries({
    queries: parts.map((passIds) => passes.query.signed.queryOptions({ input: { passIds: [...passIds] } })),
  });
  const failed = found.find(({ error }) => error);
  const signed = found.flatMap(({ data }) => data?.passes ?? []);
  return (
    <Page title={t('print.title')} trail={[{ title: t('title'), to: paths.passes }]}>
      {failed?.error ? (
        <ErrorFace error={failed.error} retry={() => void failed.refetch()} />
      ) : found.some(({ isPending }) => isPending) ? (
        <LoadingFace />
      ) : signed.length === 0 ? (
        <EmptyFace title={t('print.nothing')} />
      ) : (
        <PrintPasses signed={signed} />
      )}
    </Page>
  );
}

function PrintPasses({ signed }: { signed: readonly SignedPass[] }) {
  const t = useText(consoleText);
  const language = useLanguage();
  const { areaName } = requireSession();
  const reach = useNetwork();
  const chosen = useCell(phoneOriginCell);
  const { submit } = useSubmit();
  const [layout, setLayout] = useState<Layout>('card');
  const [when] = useState(() => toLocalInput(Date.now()).replace('T', ' '));
  const origin = reach ? phoneOrigin(reach, chosen, window.location) : window.location.origin;
  const make = useCallback(
    (some: readonly SignedPass[]) => passPapers({ areaName, origin, when, language }, some, layout),
    [areaName, origin, when, language, layout],
  );
  const record = async (some: readonly SignedPass[]) => {
    for (let from = 0; from < some.length; from += MOST_AT_ONCE) {
      const passIds = some.slice(from, from + MOST_AT_ONCE).map(({ id }) => id);
      await submit('passes.record-printed', 1, { passIds });
    }
  };
  const onPhones = signed.filter(({ form }) => form === 'phone');
  const [only] = onPhones;
  const copy = async (pass: SignedPass) => {
    await navigator.clipboard.writeText(linkOf(origin, pass));
    notify('done', t('print.link.done'));
    await record([pass]);
  };
  return (
    <PrintPanel
      items={signed}
      make={make}
      previewed={layout === 'card' ? 20 : layout === 'lanyard' ? 4 : 2}
      onPrinted={() => void record(signed)}
    >
      <ChoiceField
        label={t('print.layout')}
        value={layout}
        options={LAYOUTS.map((value) => ({ value, label: t(`print.layout.${value}`) }))}
        onChange={setLayout}
      />
      <p className="print-note">{t('print.names')}</p>
      {onPhones.length > 0 ? (
        <p className="print-note">{t('print.phone', { count: onPhones.length })}</p>
      ) : null}
      {signed.length === 1 && only ? (
        <Button onClick={() => void copy(only)}>{t('print.link')}</Button>
      ) : null}
    </PrintPanel>
  );
}

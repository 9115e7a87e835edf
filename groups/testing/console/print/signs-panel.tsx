import { Checkbox } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { ChoiceField } from '#kernel/print/field.tsx';
import { PrintPanel } from '#kernel/print/panel.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';
import type { DeskRound } from './desk-data.ts';
import type { PrintFor } from './job.ts';
import { ARROWS, type Arrow, SIGNS, type SignKind, signsOf, siteSigns } from './site-signs.ts';

export function SignsPanel({ job, round }: { job: PrintFor; round: DeskRound }) {
  const t = useText(printText);
  const [kinds, setKinds] = useState<SignKind[]>(['entrance', 'waiting', 'sampling', 'exit']);
  const [arrow, setArrow] = useState<Arrow>('none');
  const signs = useMemo(
    () =>
      signsOf(
        round.sites.map((site) => ({ name: site.name, lanes: site.lanes.map((lane) => lane.name) })),
        kinds,
      ),
    [round, kinds],
  );
  const make = useCallback((some: ReturnType<typeof signsOf>) => siteSigns(job, some, arrow), [job, arrow]);
  return (
    <PrintPanel items={signs} make={make} previewed={2}>
      <fieldset className="print-field">
        <legend>{t('desk.sign-kinds')}</legend>
        <Checkbox.Group<SignKind>
          value={kinds}
          onChange={setKinds}
          options={SIGNS.map((value) => ({ value, label: t(`sign.${value}`) }))}
        />
        <p className="print-note">{t('desk.sign-lanes')}</p>
      </fieldset>
      <ChoiceField
        label={t('desk.arrow')}
        value={arrow}
        options={ARROWS.map((value) => ({ value, label: t(`desk.arrow.${value}`) }))}
        onChange={setArrow}
      />
    </PrintPanel>
  );
}

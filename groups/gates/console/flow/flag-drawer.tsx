import { DetailDrawer, SettleForm } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { actions, rules } from '../../contract/access.ts';
import type { FlagView } from '../../contract/flow-queries.ts';
import { flowText } from '../../messages/flow.ts';
import { useWhoText } from './passage-columns.tsx';
import { PassageFacts } from './passage-facts.tsx';

/** The passage, what it was counted with, the ways that fit, and why. */
export function FlagDrawer({ flag, onClose }: { flag: FlagView | null; onClose: () => void }) {
  const t = useText(flowText);
  const language = useLanguage();
  return (
    <DetailDrawer
      title={flag === null ? t('flags') : problemText(flag, language)}
      open={flag !== null}
      onClose={onClose}
    >
      {flag === null ? null : (
        <>
          {flag.passage === null ? <p>{t('flags.gone')}</p> : <PassageFacts passage={flag.passage} />}
          {flag.outings.length === 0 ? null : <Outings flag={flag} />}
          {flag.settledAt === null ? <Settle key={flag.id} flag={flag} onDone={onClose} /> : null}
        </>
      )}
    </DetailDrawer>
  );
}

function Outings({ flag }: { flag: FlagView }) {
  const t = useText(flowText);
  const language = useLanguage();
  const who = useWhoText();
  return (
    <>
      <h3>{t('flags.outings')}</h3>
      <ol className="passage-outings">
        {flag.outings.map((outing) => (
          <li key={outing.id} className={outing.id === flag.passage?.id ? 'passage-outing-this' : ''}>
            {[whenText(outing.at, language), outing.gate, who(outing)].join(' ')}
          </li>
        ))}
      </ol>
    </>
  );
}

function Settle({ flag, onDone }: { flag: FlagView; onDone: () => void }) {
  const t = useText(flowText);
  const may = useMay(rules, actions.settle);
  const { submit, busy, problems } = useSubmit(t('settle.done'));
  return (
    <SettleForm
      ways={flag.resolutions.map((value) => ({ value, label: t(`resolution.${value}`) }))}
      words={{
        way: t('settle.way'),
        note: t('settle.note'),
        hint: t('settle.hint'),
        required: t('required'),
        save: t('settle.save'),
      }}
      busy={busy}
      problems={problems}
      {...(may ? {} : { notAllowed: t('not-allowed') })}
      onSettle={async ({ resolution, note }) => {
        const answer = await submit('gates.settle', 1, { discrepancyId: flag.id, resolution, note });
        if (answer && answer.first !== 'refused') onDone();
      }}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { EmptyFace, ErrorFace, LoadingFace, ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { CallUpBasis, CallUpView } from '../../contract/call-up-queries.ts';
import { planCallUp } from '../../domain/call-up/plan-call-up.ts';
import { paceOf, rehearseSlots } from '../../domain/call-up/rehearse-slots.ts';
import { callUpText } from '../../messages/call-up.ts';
import { testing } from '../client.ts';
import { BuildingOrder } from './building-order.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { type ChoicesForm, choicesOf, firstChoices } from './choices-form.ts';
import { WaitLine } from './wait-line.tsx';

/** Choices, and at once what comes of them: the same rule as the server's, rehearsed. */
export function PlanEditor({ view, onDone }: { view: CallUpView; onDone: () => void }) {
  const t = useText(callUpText);
  const input = { roundId: view.round.id };
  const { data, error, refetch } = useQuery({
    ...testing.query.callUpBasis.queryOptions({ input }),
    // What is being chosen from stays still under the hand.
    refetchOnWindowFocus: false,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  if (data.households.length === 0) return <EmptyFace title={t('nobody')} next={t('nobody-next')} />;
  return <Editor view={view} basis={data} onDone={onDone} />;
}

function Editor({ view, basis, onDone }: { view: CallUpView; basis: CallUpBasis; onDone: () => void }) {
  const t = useText(callUpText);
  const now = useNow(60_000);
  const [form, setForm] = useState<ChoicesForm>(() => firstChoices(view, basis, now));
  const { submit, busy, problems } = useSubmit(t('plan-saved'));
  const choices = useMemo(() => choicesOf(form, paceOf(view.basis)), [form, view.basis]);
  const planned = useMemo(
    () => (choices ? planCallUp(basis.households, view.sites, choices, basis.lift) : null),
    [choices, basis, view.sites],
  );
  const said = useMemo(
    () => (planned ? rehearseSlots(planned.slots, view.sites, view.basis) : null),
    [planned, view.sites, view.basis],
  );
  const people = (of: readonly { readonly people: number }[]) => of.reduce((sum, one) => sum + one.people, 0);
  const save = async () => {
    if (!choices) return;
    const body = { roundId: view.round.id, planId: newId(), choices };
    const answer = await submit('testing.plan-call-up', 1, body);
    if (answer && answer.outcome !== 'refused') onDone();
  };
  return (
    <>
      {view.plan ? <p>{t('plan-keeps')}</p> : null}
      <ChoiceFields form={form} onChange={setForm} />
      {planned && said ? (
        <div className="call-up-outcome">
          <p>
            <strong>{t('in-slots')}</strong> {t('slots-count', { count: planned.slots.length })} ·{' '}
            {t('people-count', { count: people(planned.slots) })}
            {'　'}
            <strong>{t('at-doors')}</strong> {t('doors-count', { count: planned.doors.length })} ·{' '}
            {t('people-count', { count: people(planned.doors) })}
          </p>
          <WaitLine now={said} limit={view.basis.waitMinutes} />
        </div>
      ) : null}
      <p>
        <Button type="primary" loading={busy} disabled={!choices} onClick={() => void save()}>
          {t('plan-save')}
        </Button>{' '}
        {view.plan ? <Button onClick={onDone}>{t('change-drop')}</Button> : null}
      </p>
      <ProblemAlert problems={problems} />
      <Section title={t('buildings')}>
        <p className="call-up-note">{t('buildings-note')}</p>
        <BuildingOrder
          households={basis.households}
          sites={view.sites}
          buildings={form.buildings}
          onChange={(buildings) => setForm({ ...form, buildings })}
        />
      </Section>
    </>
  );
}

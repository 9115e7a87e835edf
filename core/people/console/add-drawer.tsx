import { Button, Form } from 'antd';
import { useState } from 'react';
import type { PlacesTree } from '#core/places/contract.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';
import { type Home, PlaceFields } from './by-hand/place-fields.tsx';
import { ResidentFields } from './resident-fields.tsx';
import { type ResidentForm, setOf } from './resident-form.ts';

/** Somebody new: where, in which household, and what is known. */
export function AddDrawer(props: {
  open: boolean;
  buildingId: string | null;
  tree: PlacesTree | undefined;
  onClose: () => void;
  onAdded: (residentId: string) => void;
}) {
  const t = useText(text);
  return (
    <DetailDrawer title={t('add.title')} open={props.open} onClose={props.onClose}>
      <AddForm {...props} key={String(props.open)} />
    </DetailDrawer>
  );
}

type Props = Parameters<typeof AddDrawer>[0];

function AddForm({ buildingId: first, tree, onClose, onAdded }: Props) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('add.done'));
  const [home, setHome] = useState<Home>({ buildingId: first, dwellingId: null, householdId: null });
  const [residentId] = useState(() => newId());
  const add = async (form: ResidentForm) => {
    const { dwellingId, householdId } = home;
    const answer = await submit('people.add-resident', 1, {
      residentId,
      householdId: householdId ?? newId(),
      dwellingId,
      set: setOf(form),
    });
    if (answer?.first !== 'done') return;
    onClose();
    onAdded(residentId);
  };
  return (
    <Form<ResidentForm> layout="vertical" onFinish={(form) => void add(form)}>
      <PlaceFields tree={tree} value={home} onChange={setHome} />
      <ResidentFields known={false} />
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy} disabled={home.dwellingId === null}>
        {t('add.go')}
      </Button>
    </Form>
  );
}

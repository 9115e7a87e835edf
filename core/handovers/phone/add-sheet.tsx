import { useState } from 'react';
import type { GroupId } from '#core/accounts/contract.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { BigButton, BottomSheet, PhoneInput } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { phoneText } from '../messages/phone.ts';
import { type Due, DueChoice, dueAtOf } from './due-choice.tsx';
import { useNoteIt } from './use-note-it.ts';

/** Something that has to be done, noted in the middle of a shift. */
export function AddSheet(props: { group: GroupId; place: string; onClose: () => void }) {
  const t = useText(phoneText);
  const client = useSyncClient();
  const noteIt = useNoteIt();
  const [text, setText] = useState('');
  const [due, setDue] = useState<Due>('none');
  const save = async () => {
    const { group, place } = props;
    const body = { pointId: newId(), group, place, text: text.trim(), dueAt: dueAtOf(due, client.now()) };
    if (await noteIt('handovers.add-point', body, t('point.saved'))) props.onClose();
  };
  return (
    <BottomSheet title={t('add')} onClose={props.onClose}>
      <PhoneInput label={t('point.what')} value={text} onChange={setText} hint={t('write.text-hint')} />
      <DueChoice value={due} onChange={setDue} />
      <BigButton disabled={text.trim() === ''} why={t('write.nothing')} onPress={() => void save()}>
        {t('point.save')}
      </BigButton>
    </BottomSheet>
  );
}

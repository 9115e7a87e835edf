import { flash, LastLine, SideButton, StateFace, useDispatch } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import { again, type VisitDraft } from './draft.ts';
import type { Here } from './use-here.ts';
import type { Registered } from './use-register.ts';

/** What was just registered, with undo; for couriers the same again in one tap. */
export function LastVisit(props: { last: Registered; here: Here; onAgain: (draft: VisitDraft) => void }) {
  const { last, here, onAgain } = props;
  const t = useText(visitsText);
  const words = useText(visitWords);
  const dispatch = useDispatch();
  const { draft, visitId, passageId, entered } = last;
  const { visitRows, passages } = here.state.gates;
  const pending = entered ? visitRows.isChanged(visitId) : passages.isChanged(passageId);
  const passage = passages.get(passageId);
  if (draft.kind === null || draft.to === null || passage?.voidedAt != null) return null;
  const who = `${words(`kind.${draft.kind}`)} ${draft.to === 'nobody' ? words('nobody') : draft.to.label}`;
  const undo = async () => {
    if ((await dispatch('gates.undo-passage', { passageId })) !== 'refused') flash('done', t('flash.undone'));
  };
  return (
    <>
      <LastLine pending={pending} action={<SideButton onPress={() => void undo()}>{t('undo')}</SideButton>}>
        <strong>{t(entered ? 'last' : 'last.refused')}</strong> {who}{' '}
        {pending ? <StateFace face="pending" word={t('pending')} /> : null}
      </LastLine>
      {entered && draft.kind === 'courier' ? (
        <SideButton onPress={() => onAgain(again(draft))}>{t('again', { who })}</SideButton>
      ) : null}
    </>
  );
}

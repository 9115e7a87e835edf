import { useSyncState } from '#kernel/sync/client/hooks.ts';
import { EmptyFace, LoadingFace } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { phoneText } from '../messages/phone.ts';
import type { PhoneState } from './phone-state.ts';

/** There is nothing to stand at: still on its way, not for whoever has no duty here, or as the words say. */
export function NoGate(props: { state: PhoneState; title: string; next: string }) {
  const t = useText(phoneText);
  const { loading } = useSyncState();
  if (loading) return <LoadingFace what={t('choose.loading')} />;
  // The term of gates always brings the key, to those alone who have a duty or lead.
  if (props.state.identityKey === null)
    return <EmptyFace title={t('choose.no-duty')} next={t('choose.no-duty-next')} />;
  return <EmptyFace title={props.title} next={props.next} />;
}

import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { phoneText } from '../messages/phone.ts';
import { useWhere } from './use-where.ts';

/** How people and places are called on a phone: me, a colleague's family name, a place without a name. */
export function useWords() {
  const t = useText(phoneText);
  const where = useWhere();
  const { actorId } = useSyncClient();
  return {
    who: ({ by, byName }: { readonly by: string; readonly byName: string }): string =>
      by === actorId ? t('note.me') : byName === '' ? t('note.other') : byName,
    where,
  };
}

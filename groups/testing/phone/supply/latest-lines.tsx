import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { flash, PhoneList, PhoneRow, SideButton, StateFace, useDispatch } from '#kernel/ui/phone/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { SupplyEntry } from '../../contract/supply-rows.ts';
import { supplyText } from '../../messages/supply.ts';
import { kindWords } from '../../messages/supply-words.ts';
import type { AtLane } from '../use-round.ts';
import { latest } from './form.ts';

const SHOWN = 6;

/** What was recorded here last; one's own may be taken back. */
export function LatestLines({ at, entries }: { at: AtLane; entries: readonly SupplyEntry[] }) {
  const t = useText(supplyText);
  const language = useLanguage();
  const dispatch = useDispatch();
  const { actorId } = useSyncClient();
  const rows = latest(entries, SHOWN);

  const undo = async (entryId: string) => {
    const told = await dispatch('testing.undo-supply', { roundId: at.round.round.id, entryId });
    if (told !== 'refused') flash('done', t('phone.undone'));
  };

  return (
    <section>
      <h2>{t('phone.last')}</h2>
      {rows.length === 0 ? <p>{t('phone.none')}</p> : null}
      <PhoneList label={t('phone.last')}>
        {rows.map((row) => (
          <PhoneRow
            key={row.id}
            title={t('phone.line', {
              deed: t(`deed.${row.deed}`),
              kind: kindWords(t, row),
              quantity: row.quantity,
            })}
            detail={whenText(row.at, language)}
            aside={
              <>
                {at.state.testing.supplies.isChanged(row.id) ? <StateFace face="pending" /> : null}
                {row.by === actorId ? (
                  <SideButton onPress={() => void undo(row.id)}>{t('phone.undo')}</SideButton>
                ) : null}
              </>
            }
          />
        ))}
      </PhoneList>
    </section>
  );
}

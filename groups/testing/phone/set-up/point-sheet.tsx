import { useState } from 'react';
import type { NewFile } from '#kernel/files/client/describe.ts';
import { PhotoInput } from '#kernel/files/client/photo-input.tsx';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { BigButton, BottomSheet, ButtonRow, PhoneInput, SideButton } from '#kernel/ui/phone/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { CheckOutcome } from '../../contract/set-up-rows.ts';
import { pointWords } from '../../messages/point-words.ts';
import { setUpText } from '../../messages/set-up.ts';
import { useCheck } from './use-check.ts';
import type { PointHere } from './use-set-up.ts';
import './set-up.css';

/** How one point stands: a photo where it asks for one, then a word. Said again it corrects; the earlier is kept. */
export function PointSheet({ here, onClose }: { here: PointHere; onClose: () => void }) {
  const t = useText(setUpText);
  const language = useLanguage();
  const check = useCheck();
  const [photo, setPhoto] = useState<NewFile | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const { point, state } = here;
  const needsPhoto = point.wantsPhoto && state !== 'done' && photo === null;

  const say = async (outcome: CheckOutcome) => {
    setBusy(true);
    const kept = await check(point, { outcome, note, photo: outcome === 'reopened' ? null : photo });
    setBusy(false);
    if (kept) onClose();
  };

  return (
    <BottomSheet title={pointWords(point, language)} onClose={onClose}>
      {point.wantsPhoto ? (
        <>
          <p>
            {t('phone.wants-photo')}
            {language === 'en' ? '. ' : '。'}
            {t('phone.photo-no-faces')}
          </p>
          <PhotoInput photo={photo} onPhoto={setPhoto} />
        </>
      ) : null}
      <PhoneInput label={t('phone.note')} value={note} onChange={setNote} hint={t('phone.note-hint')} />
      <BigButton busy={busy} tone={needsPhoto ? 'plain' : 'main'} onPress={() => void say('done')}>
        {needsPhoto ? t('phone.done-without') : t('phone.done')}
      </BigButton>
      <BigButton
        tone="plain"
        disabled={note.trim() === ''}
        why={t('phone.not-possible-why')}
        busy={busy}
        onPress={() => void say('not-possible')}
      >
        {t('phone.not-possible')}
      </BigButton>
      {state === 'open' ? null : (
        <ButtonRow>
          <SideButton disabled={busy} onPress={() => void say('reopened')}>
            {t('phone.reopen')}
          </SideButton>
        </ButtonRow>
      )}
      <Earlier here={here} />
    </BottomSheet>
  );
}

function Earlier({ here: { checks } }: { here: PointHere }) {
  const t = useText(setUpText);
  const language = useLanguage();
  const { actorId } = useSyncClient();
  if (checks.length === 0) return null;
  return (
    <section className="set-up-earlier">
      <h3>{t('phone.history')}</h3>
      <ol>
        {checks.map(({ id, at, by, outcome, note }) => (
          <li key={id}>
            {whenText(at, language)} · {by === actorId ? t('phone.mine') : t('phone.other')} ·{' '}
            {t(`outcome.${outcome}`)}
            {note === '' ? '' : ` · ${note}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

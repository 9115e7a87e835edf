import { useEffect, useState } from 'react';
import { BigButton } from '#kernel/ui/phone/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { askJson } from '../client/http.ts';
import { paths, type SessionView, type WrongPinsView } from '../contract/http.ts';
import { phoneText } from '../messages/phone.ts';

/** Wrong PINs on devices the person never used, since he or she was told last. Without a network it says nothing. */
export default function WrongPins() {
  const t = useText(phoneText);
  const language = useLanguage();
  const [wrongPins, setWrongPins] = useState<WrongPinsView | null>(null);
  useEffect(() => {
    let stays = true;
    askJson<SessionView>(paths.session).then(
      (view) => stays && setWrongPins(view.wrongPins),
      () => undefined,
    );
    return () => {
      stays = false;
    };
  }, []);
  if (wrongPins === null) return null;
  const told = async () => {
    await askJson(paths.wrongPinsTold, {}).catch(() => undefined);
    setWrongPins(null);
  };
  const { count, lastAt } = wrongPins;
  return (
    <div role="status" className="phone-wrong-pins">
      <p className="phone-note phone-error">
        {t('account.wrong-pins', { count, when: whenText(lastAt, language) })}
      </p>
      <p>{t('account.wrong-pins-phone')}</p>
      <BigButton tone="plain" onPress={() => void told()}>
        {t('account.wrong-pins-told')}
      </BigButton>
    </div>
  );
}

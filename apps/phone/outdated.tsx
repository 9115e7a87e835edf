import { BigButton } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';

/** The server speaks a newer protocol: nothing is lost, the page must be loaded anew. */
export function Outdated() {
  const t = useText(text);
  return (
    <main className="notice-page">
      <h1>{t('outdated-title')}</h1>
      <p>{t('outdated-why')}</p>
      <BigButton onPress={() => window.location.reload()}>{t('outdated-do')}</BigButton>
    </main>
  );
}

import { useCell } from '#kernel/ui/store.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { installCell, isInstalled, isIos } from './install.ts';
import { text } from './messages/index.ts';

/** How this phone puts the page on its home screen; nothing where it stands there already or cannot. */
export function InstallHint() {
  const t = useText(text);
  const question = useCell(installCell);
  if (isInstalled() || (!question && !isIos())) return null;
  return (
    <section className="phone-card" aria-label={t('install-title')}>
      <strong>{t('install-title')}</strong>
      <p>{t('install-why')}</p>
      {question ? (
        <button type="button" className="side-button" onClick={() => void question.prompt()}>
          {t('install-do')}
        </button>
      ) : (
        <p>{t('install-ios')}</p>
      )}
    </section>
  );
}

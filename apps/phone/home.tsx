import { lazy, Suspense } from 'react';
import { useSyncState } from '#kernel/sync/client/hooks.ts';
import { EmptyFace, PhonePage } from '#kernel/ui/phone/index.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { InstallHint } from './install-hint.tsx';
import { text } from './messages/index.ts';
import { modules } from './modules.ts';
import { UpdateBar } from './update-bar.tsx';

const PracticePart = lazy(() => import('#core/practice/phone/practice-part.tsx'));

const cards = modules.flatMap((module) =>
  (module.cards ?? []).map(({ collections, load }, place) => ({
    key: `${module.module}.${place}`,
    collections,
    Card: lazy(load),
  })),
);

/**
 * My duties today, one big card each. A card comes with the first rows that it tells of, so that no phone loads what only
 * others' duties need; one with nothing to do draws nothing.
 */
export default function Home() {
  const t = useText(text);
  const session = useSession();
  const here = useSyncState().collections;
  const wanted = cards.filter(({ collections }) => collections?.some((name) => here.has(name)) ?? true);
  return (
    <PhonePage title={session?.areaName ?? t('home')}>
      {session ? <p>{t('home-greeting', { name: session.name })}</p> : null}
      <UpdateBar />
      <div className="home-cards">
        {wanted.map(({ key, Card }) => (
          <Suspense key={key} fallback={null}>
            <Card />
          </Suspense>
        ))}
      </div>
      <div className="home-empty">
        <EmptyFace title={t('home-empty')} next={t('home-empty-next')} />
      </div>
      <Suspense fallback={null}>
        <PracticePart />
      </Suspense>
      <InstallHint />
    </PhonePage>
  );
}

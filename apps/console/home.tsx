import { lazy, Suspense } from 'react';
import { EmptyFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { modules } from './modules.ts';

const cards = modules.flatMap((module) =>
  (module.cards ?? []).map((card, place) => ({ key: `${module.module}.${place}`, Card: lazy(card.load) })),
);

/** How every group stands today: each module's cards, whose figures open. */
export default function Home() {
  const t = useText(text);
  return (
    <Page title={t('home-title')} lead={t('home-lead')}>
      {cards.length === 0 ? <EmptyFace title={t('home-empty')} next={t('home-empty-next')} /> : null}
      <div className="home-cards">
        {cards.map(({ key, Card }) => (
          <Suspense key={key} fallback={<LoadingFace />}>
            <Card />
          </Suspense>
        ))}
      </div>
    </Page>
  );
}

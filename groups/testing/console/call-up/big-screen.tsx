import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ErrorFace, LoadingFace } from '#kernel/ui/console/index.ts';
import { liveCell } from '#kernel/ui/console/live.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useCell } from '#kernel/ui/store.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { SiteScreen } from '../../contract/call-up-queries.ts';
import { callBoard } from '../../domain/call-up/board.ts';
import { callUpText } from '../../messages/call-up.ts';
import { manyCompounds, slotWords } from '../../messages/call-up-words.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { clock } from './clock.ts';
import './big-screen.css';

/** Asked by itself as well, should the stream of changes be silent. */
const ASK_MS = 15_000;
/** So long without an answer, and what stands here may be old. */
const OLD_MS = 45_000;

/** At the site, on a television or a tablet: who is called, who gets ready. Buildings and floors, nobody's name. */
export default function BigScreen({ params }: ScreenProps) {
  const { roundId = '', siteId = '' } = params;
  const { data, error, refetch, dataUpdatedAt, isError } = useQuery({
    ...testing.query.siteScreen.queryOptions({ input: { roundId, siteId } }),
    refetchInterval: ASK_MS,
    refetchIntervalInBackground: true,
    networkMode: 'always',
  });
  const now = useNow(1000);
  const live = useCell(liveCell);
  if (!data && error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const lost = isError || live === 'lost' || now - dataUpdatedAt > OLD_MS;
  return <Screen screen={data} now={now} lostSince={lost ? dataUpdatedAt : null} back={to.callUp(roundId)} />;
}

function Screen(props: { screen: SiteScreen; now: number; lostSince: number | null; back: string }) {
  const t = useText(callUpText);
  const language = useLanguage();
  const { screen, now, lostSince } = props;
  const many = manyCompounds(screen.slots);
  const words = (slot: SiteScreen['slots'][number]) => slotWords(slot, language, many);
  const { called, ahead, skipped } = callBoard(screen.slots);
  const [current, ...before] = called;
  const [next, ...later] = ahead;
  return (
    <div className="big-screen">
      <header>
        <h1>{screen.site}</h1>
        <time>{clock(now)}</time>
        <span className="big-screen-tools">
          <Button onClick={() => void document.documentElement.requestFullscreen()}>
            {t('screen.full')}
          </Button>
          <GoLink to={props.back}>{t('back')}</GoLink>
        </span>
      </header>
      {lostSince === null ? null : (
        <p className="big-screen-lost" role="alert">
          {t('screen.lost', { time: clock(lostSince) })}
        </p>
      )}
      <section className="big-screen-now">
        <h2>{t('screen.now')}</h2>
        <Big words={current ? words(current) : next ? t('screen.none') : t('screen.over')} />
      </section>
      {next ? (
        <section className="big-screen-next">
          <h2>{t('screen.next')}</h2>
          <p className={words(next).length > 30 ? 'big-screen-narrow' : ''}>
            {words(next)} <time>{clock(next.startsAt)}</time>
          </p>
        </section>
      ) : null}
      <div className="big-screen-rest">
        <ShortList title={t('screen.before')} lines={before.slice(0, 3).map(words)} />
        <ShortList
          title={t('screen.later')}
          lines={later.slice(0, 4).map((slot) => `${clock(slot.startsAt)}　${words(slot)}`)}
        />
        <ShortList title={t('screen.skipped')} lines={skipped.slice(0, 3).map(words)} />
      </div>
      <footer>{t('screen.wait')}</footer>
    </div>
  );
}

/** As large as its length allows: a tower’s two floors fill the screen, six buildings still fit. */
function Big({ words }: { words: string }) {
  const size = words.length <= 14 ? 'short' : words.length <= 30 ? 'middle' : 'long';
  return <p className={`big-screen-${size}`}>{words}</p>;
}

function ShortList({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

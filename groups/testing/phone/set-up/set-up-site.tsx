import { useState } from 'react';
import { useSyncClient, useSyncState } from '#kernel/sync/client/hooks.ts';
import {
  BigNumber,
  EmptyFace,
  PhoneList,
  PhonePage,
  PhoneRow,
  StateFace,
  SyncNow,
  ToneBadge,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { SET_UP_PARTS } from '../../contract/set-up-rows.ts';
import { mark } from '../../messages/mark.ts';
import { pointWords } from '../../messages/point-words.ts';
import { setUpText } from '../../messages/set-up.ts';
import { setUpPointsText } from '../../messages/set-up-points.ts';
import { to } from '../paths.ts';
import { PointSheet } from './point-sheet.tsx';
import { type PointHere, type SiteHere, useSite } from './use-set-up.ts';

/** One site's list, in the order people walk through it; a press says how a point stands. */
export default function SetUpSiteScreen({ params }: ScreenProps) {
  const t = useText(setUpText);
  const at = useSite(params);
  if (at) return <SiteList at={at} />;
  return (
    <PhonePage title={t('title')} mark={mark} back={to.setUp()}>
      <EmptyFace title={t('phone.empty')} next={t('phone.empty-next')} />
    </PhonePage>
  );
}

function SiteList({ at }: { at: SiteHere }) {
  const t = useText(setUpText);
  const words = useText(setUpPointsText);
  const [openId, setOpenId] = useState<string | null>(null);
  const { site, points, open } = at;
  const shown = points.find(({ point }) => point.id === openId);
  return (
    <PhonePage title={site.name} mark={mark} back={to.setUp()} field aside={<SyncNow />}>
      <BigNumber
        value={points.length - open}
        of={points.length}
        label={t('open-of', { points: points.length, open })}
      />
      {SET_UP_PARTS.map((part) => {
        const here = points.filter(({ point }) => point.part === part);
        if (here.length === 0) return null;
        return (
          <section key={part}>
            <h2>{words(`part.${part}`)}</h2>
            <PhoneList label={words(`part.${part}`)}>
              {here.map((one) => (
                <PointRow key={one.point.id} here={one} onPress={() => setOpenId(one.point.id)} />
              ))}
            </PhoneList>
          </section>
        );
      })}
      {shown ? <PointSheet key={shown.point.id} here={shown} onClose={() => setOpenId(null)} /> : null}
    </PhonePage>
  );
}

function PointRow({ here, onPress }: { here: PointHere; onPress: () => void }) {
  const t = useText(setUpText);
  const language = useLanguage();
  const client = useSyncClient();
  useSyncState();
  const latest = here.checks.at(-1);
  const waiting = new Set(client.files.waiting().map(({ id }) => id));
  const photoWaits = here.checks.some(({ fileId }) => fileId !== null && waiting.has(fileId));
  const detail = [
    ...(here.state === 'open' && here.point.wantsPhoto ? [t('photo.wanted')] : []),
    ...(latest ? [whenText(latest.at, language)] : []),
    ...(latest && latest.note !== '' ? [latest.note] : []),
    ...(photoWaits ? [t('phone.photo-waits')] : []),
  ];
  return (
    <PhoneRow
      title={pointWords(here.point, language)}
      {...(detail.length > 0 ? { detail: detail.join(' · ') } : {})}
      aside={<PointFace here={here} />}
      onPress={onPress}
    />
  );
}

/** What is not confirmed never looks done. */
function PointFace({ here: { state, pending } }: { here: PointHere }) {
  const t = useText(setUpText);
  const word = t(`state.${state}`);
  if (state === 'open') return <ToneBadge tone="plain" word={word} />;
  if (pending) return <StateFace face="pending" word={word} />;
  return <StateFace face={state === 'done' ? 'done' : 'flagged'} word={word} />;
}

import { useGo } from '#kernel/ui/navigation.tsx';
import { EmptyFace, PhoneList, PhonePage, PhoneRow, StateFace } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../../messages/mark.ts';
import { setUpText } from '../../messages/set-up.ts';
import { to } from '../paths.ts';
import { type SiteHere, useSites } from './use-set-up.ts';

/** Which site do I set up: the only question before it. */
export default function SetUpSites() {
  const t = useText(setUpText);
  const sites = useSites();
  const rounds = [...new Map(sites.map(({ round }) => [round.id, round])).values()];
  return (
    <PhonePage title={t('title')} mark={mark} back="/">
      {sites.length === 0 ? <EmptyFace title={t('phone.empty')} next={t('phone.empty-next')} /> : null}
      {rounds.map((round) => (
        <section key={round.id}>
          <h2>{round.name}</h2>
          <PhoneList label={t('phone.sites')}>
            {sites
              .filter((site) => site.round.id === round.id)
              .map((site) => (
                <SiteRow key={site.site.id} at={site} />
              ))}
          </PhoneList>
        </section>
      ))}
    </PhonePage>
  );
}

function SiteRow({ at: { round, site, points, open } }: { at: SiteHere }) {
  const t = useText(setUpText);
  const go = useGo();
  return (
    <PhoneRow
      title={site.name}
      detail={
        open > 0 ? t('open-of', { points: points.length, open }) : t('all-done', { points: points.length })
      }
      {...(open > 0 ? {} : { aside: <StateFace face="done" word={t('state.done')} /> })}
      onPress={() => go(to.setUpSite(round.id, site.id))}
    />
  );
}

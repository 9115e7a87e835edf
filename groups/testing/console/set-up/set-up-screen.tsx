import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ErrorFace, LoadingFace, Page, ProblemAlert } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import { consoleText } from '../../messages/console.ts';
import { setUpText } from '../../messages/set-up.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { draftOf } from './list-draft.ts';
import { SiteSection } from './site-section.tsx';

/** What has to stand at each site: the lists, and what was said of each point. */
export default function SetUpScreen({ params }: ScreenProps) {
  const t = useText(setUpText);
  const common = useText(consoleText);
  const roundId = params.roundId ?? '';
  const plan = useQuery(testing.query.plan.queryOptions({ input: { roundId } }));
  const setUp = useQuery(testing.query.setUp.queryOptions({ input: { roundId } }));
  const { submit, busy, problems } = useSubmit(t('list.saved'));
  const mayPlan = useMay(rules, actions.plan);
  const failed = plan.error ?? setUp.error;
  if (failed) {
    return <ErrorFace error={failed} retry={() => void Promise.all([plan.refetch(), setUp.refetch()])} />;
  }
  if (!plan.data || !setUp.data) return <LoadingFace />;
  const { round } = plan.data;
  const { sites, photosComing } = setUp.data;
  const without = sites.filter(({ points }) => points.length === 0);
  const may = mayPlan && round.state !== 'closed';
  const adopt = () =>
    submit('testing.set-check-list', 1, {
      roundId,
      sites: without.map((site) => ({ siteId: site.siteId, points: draftOf(site, newId) })),
    });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
      ]}
      actions={
        without.length > 0 && round.state !== 'closed' ? (
          <Button
            type="primary"
            loading={busy}
            disabled={!may}
            title={may ? '' : common('not-allowed')}
            onClick={() => void adopt()}
          >
            {t(without.length === 1 ? 'list.adopt' : 'list.adopt-all')}
          </Button>
        ) : null
      }
    >
      <ProblemAlert problems={problems} />
      {photosComing > 0 ? <p role="status">{t('photos-coming', { count: photosComing })}</p> : null}
      {sites.map((site) => (
        <SiteSection key={site.siteId} roundId={roundId} site={site} mayEdit={may} />
      ))}
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useText } from '#kernel/ui/use-text.ts';
import { setUpText } from '../../messages/set-up.ts';
import { testing } from '../client.ts';

/** What is not set up yet, in a sentence to stand before the opening; empty when nothing is. */
export function useOpenWords(roundId: string): string {
  const t = useText(setUpText);
  const { data } = useQuery(testing.query.setUpOpen.queryOptions({ input: { roundId } }));
  const open = (data?.sites ?? []).filter((site) => site.open > 0);
  if (open.length === 0) return '';
  const sites = open.map(({ name: site, open: count }) => t('ask.site', { site, open: count }));
  return t('ask.open', { sites: sites.join(t('ask.comma')) });
}

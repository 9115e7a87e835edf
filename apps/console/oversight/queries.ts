import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { accountsQueries } from '#core/accounts/contract.ts';
import type { devicesQueries } from '#core/devices/contract.ts';
import type { oversightQueries } from '#kernel/oversight/contract.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';

export const oversight = moduleClient<typeof oversightQueries>('oversight');
export const devices = moduleClient<typeof devicesQueries>('devices');
const accounts = moduleClient<typeof accountsQueries>('accounts');

/** Names of the people at work by member id, and of the actors that are no people. */
export function useNames(): (actorId: string) => string {
  const t = useText(text);
  const { data } = useQuery(accounts.query.people.queryOptions({ input: { ended: true } }));
  return useCallback(
    (actorId) => {
      if (actorId === 'system' || actorId === 'cli') return t(actorId);
      return data?.people.find((one) => one.id === actorId)?.name ?? t('unknown');
    },
    [data, t],
  );
}

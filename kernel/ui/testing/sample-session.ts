import type { Session } from '../session.ts';

/** A kept session of nobody in particular, as `localStorage` text, for pages opened without a server. */
export function sampleSession(change: Partial<Session> = {}): string {
  const session: Session = {
    areaId: '01890000-0000-7000-8000-000000000001',
    areaName: '清源居民区',
    actorId: '01890000-0000-7000-8000-000000000002',
    name: '王秀兰',
    grants: [{ grant: 'role:secretary', from: 0, until: null }],
    ...change,
  };
  return JSON.stringify(session);
}

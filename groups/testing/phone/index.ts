import type { PhoneModule } from '#kernel/ui/screen.ts';
import { SET_UP_COLLECTIONS } from '../contract/set-up-sync.ts';
import { COLLECTIONS } from '../contract/sync.ts';
import { handoverScreens } from './handover/index.ts';
import { paths } from './paths.ts';

export const screens: PhoneModule = {
  module: 'testing',
  screens: [
    {
      path: paths.rounds,
      load: () => import('./rounds.tsx'),
    },
    {
      path: paths.calling,
      load: () => import('./call-up/calling.tsx'),
      task: true,
    },
    {
      path: paths.doors,
      load: () => import('./call-up/doors.tsx'),
      task: true,
    },
    {
      path: paths.missed,
      load: () => import('./missed/missed.tsx'),
      task: true,
    },
    {
      path: paths.sampling,
      load: () => import('./sampling.tsx'),
      task: true,
    },
    {
      path: paths.tubes,
      load: () => import('./tubes.tsx'),
      task: true,
    },
    {
      path: paths.packing,
      load: () => import('./packing.tsx'),
      task: true,
    },
    ...handoverScreens,
    {
      path: paths.setUp,
      load: () => import('./set-up/set-up-sites.tsx'),
    },
    {
      path: paths.setUpSite,
      load: () => import('./set-up/set-up-site.tsx'),
      task: true,
    },
    {
      path: paths.person,
      load: () => import('./person/person-screen.tsx'),
      task: true,
    },
    {
      path: paths.tube,
      load: () => import('./tube/tube-screen.tsx'),
      task: true,
    },
    {
      path: paths.supplies,
      load: () => import('./supply/supplies.tsx'),
      task: true,
    },
    {
      path: paths.practice,
      load: () => import('./practice/practice.tsx'),
      task: true,
    },
    {
      path: paths.practiceCodes,
      load: () => import('./practice/practice-codes.tsx'),
      task: true,
    },
  ],
  cards: [
    { collections: [COLLECTIONS.round], load: () => import('./practice/practice-card.tsx') },
    { collections: [SET_UP_COLLECTIONS.point], load: () => import('./set-up/set-up-card.tsx') },
    { collections: [COLLECTIONS.round], load: () => import('./duty-card.tsx') },
  ],
  projections: async () => [
    (await import('./projection.ts')).projection,
    (await import('./set-up/projection.ts')).setUpProjection,
  ],
  words: () => import('../messages/problems.ts'),
};

import type { PhoneModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { practiceText } from '../messages/practice.ts';
import { handoverScreens } from './handover/index.ts';
import { paths } from './paths.ts';

export const screens: PhoneModule = {
  module: 'testing',
  screens: [
    {
      path: paths.rounds,
      title: (language) => translator(phoneText, language)('rounds'),
      load: () => import('./rounds.tsx'),
    },
    {
      path: paths.calling,
      title: (language) => translator(phoneText, language)('calling'),
      load: () => import('./call-up/calling.tsx'),
      task: true,
    },
    {
      path: paths.doors,
      title: (language) => translator(phoneText, language)('doors'),
      load: () => import('./call-up/doors.tsx'),
      task: true,
    },
    {
      path: paths.missed,
      title: (language) => translator(phoneText, language)('missed'),
      load: () => import('./missed/missed.tsx'),
      task: true,
    },
    {
      path: paths.sampling,
      title: (language) => translator(phoneText, language)('sampling'),
      load: () => import('./sampling.tsx'),
      task: true,
    },
    {
      path: paths.tubes,
      title: (language) => translator(phoneText, language)('tubes'),
      load: () => import('./tubes.tsx'),
      task: true,
    },
    {
      path: paths.packing,
      title: (language) => translator(phoneText, language)('pack'),
      load: () => import('./packing.tsx'),
      task: true,
    },
    ...handoverScreens,
    {
      path: paths.setUp,
      title: (language) => translator(phoneText, language)('set-up'),
      load: () => import('./set-up/set-up-sites.tsx'),
    },
    {
      path: paths.setUpSite,
      title: (language) => translator(phoneText, language)('set-up'),
      load: () => import('./set-up/set-up-site.tsx'),
      task: true,
    },
    {
      path: paths.person,
      title: (language) => translator(phoneText, language)('person'),
      load: () => import('./person/person-screen.tsx'),
      task: true,
    },
    {
      path: paths.tube,
      title: (language) => translator(phoneText, language)('tube'),
      load: () => import('./tube/tube-screen.tsx'),
      task: true,
    },
    {
      path: paths.supplies,
      title: (language) => translator(phoneText, language)('supplies'),
      load: () => import('./supply/supplies.tsx'),
      task: true,
    },
    {
      path: paths.practice,
      title: (language) => translator(practiceText, language)('practice.title'),
      load: () => import('./practice/practice.tsx'),
      task: true,
    },
    {
      path: paths.practiceCodes,
      title: (language) => translator(practiceText, language)('practice.codes'),
      load: () => import('./practice/practice-codes.tsx'),
      task: true,
    },
  ],
  cards: [
    { mark, load: () => import('./practice/practice-card.tsx') },
    { mark, load: () => import('./set-up/set-up-card.tsx') },
    { mark, load: () => import('./duty-card.tsx') },
  ],
  projections: async () => [
    (await import('./projection.ts')).projection,
    (await import('./set-up/projection.ts')).setUpProjection,
  ],
};

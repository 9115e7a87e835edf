import type zh from './zh-CN.ts';

export default {
  page: 'page {n} of {m}',
  practice: 'Practice',
  'test-title': 'Test page: {grid}',
  'test-how':
    'Print at “actual size” or 100 %, never “fit to page”. Hold the print against a label sheet and the light: the frames must meet the labels.',
  'test-ruler': 'This line is exactly 100 millimetres',
  'panel.print': 'Print',
  'panel.test-page': 'Print a test page',
  'panel.preview': 'Preview',
  'panel.preview-part': 'The preview shows the first {n}, the print has {m}.',
  'panel.nothing': 'Nothing to print yet.',
} satisfies Record<keyof typeof zh, string>;

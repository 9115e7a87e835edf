import { expect, test } from 'vitest';
import { withPureNames } from './pure-schemas.ts';

test('what makes our schemas bears a name that no library has', () => {
  const code = [
    "import { oc } from '@orpc/contract';",
    "import * as z from 'zod/mini';",
    'const size = z.object({ z: z.int(), at: point.z.value });',
    'export type Size = z.infer<typeof size>;',
    'export const queries = { sizes: oc.input(size), ends: oc\n    .output(size) };',
  ].join('\n');
  expect(withPureNames(code)).toBe(
    [
      "import { oc as concertoContract } from '@orpc/contract';",
      "import * as concertoSchema from 'zod/mini';",
      'const size = concertoSchema.object({ z: concertoSchema.int(), at: point.z.value });',
      'export type Size = concertoSchema.infer<typeof size>;',
      'export const queries = { sizes: concertoContract.input(size), ends: concertoContract\n    .output(size) };',
    ].join('\n'),
  );
});

test('a module with a `z` of its own is left as it is', () => {
  const code = 'const z = (at: number) => at; z(1); box.z.toFixed();';
  expect(withPureNames(code)).toBe(code);
});

import type { Plugin } from 'vite';

/**
 * What makes schemas, under names that no library bears. The bundler is told that calls of them have no effect, so that
 * a schema nobody parses with is left out; it goes by the name alone, and minified libraries call functions of theirs
 * `z` as well: the camera's reader would lose the calls that tie its types.
 */
export const PURE = { z: 'concertoSchema', oc: 'concertoContract' } as const;

const IMPORTS = {
  z: /import \* as z from 'zod\/mini'/,
  oc: /import \{ oc \} from '@orpc\/contract'/,
} as const;

/** Renames them in our own modules; the sources keep the short names everybody knows. */
export const pureSchemas = (): Plugin => ({
  name: 'concerto-pure-schemas',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('/node_modules/') || !/\.tsx?$/.test(id)) return null;
    const renamed = withPureNames(code);
    return renamed === code ? null : { code: renamed, map: null };
  },
});

export function withPureNames(code: string): string {
  let text = code;
  if (IMPORTS.z.test(text)) {
    text = text
      .replace(IMPORTS.z, `import * as ${PURE.z} from 'zod/mini'`)
      .replace(/(?<![\w.$'])z(?=\s*\.)/g, PURE.z);
  }
  if (IMPORTS.oc.test(text)) {
    text = text
      .replace(/(?<![\w.$'])oc(?=\s*\.)/g, PURE.oc)
      .replace(IMPORTS.oc, `import { oc as ${PURE.oc} } from '@orpc/contract'`);
  }
  return text;
}

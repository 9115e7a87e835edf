import type { Plugin } from 'vite';

/** The built files that the phone's page can ever need, so that its service worker keeps those and no console file. */
export interface PhoneFiles {
  readonly plugin: Plugin;
  /** Whether a built file, named as in dist/, belongs to the phone. */
  readonly has: (file: string) => boolean;
  /** Nothing was built. */
  readonly isEmpty: () => boolean;
}

interface Chunk {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly name?: string | undefined;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly viteMetadata?: {
    readonly importedCss: ReadonlySet<string>;
    readonly importedAssets: ReadonlySet<string>;
  };
}

export function phoneFiles(): PhoneFiles {
  const files = new Set<string>();
  return {
    has: (file) => files.has(file),
    isEmpty: () => files.size === 0,
    plugin: {
      name: 'concerto-phone-files',
      enforce: 'post',
      generateBundle(_options, bundle) {
        const chunks = bundle as unknown as Readonly<Record<string, Chunk>>;
        for (const file of reachable(chunks, 'phone')) files.add(file);
      },
    },
  };
}

/** Everything an entry imports, at once or later, with the styles and files those chunks name. */
export function reachable(chunks: Readonly<Record<string, Chunk>>, entry: string): Set<string> {
  const found = new Set<string>();
  const queue = Object.values(chunks)
    .filter((chunk) => chunk.isEntry === true && chunk.name === entry)
    .map((chunk) => chunk.fileName);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const chunk = chunks[file];
    if (!chunk) continue;
    queue.push(...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []));
    queue.push(...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? []));
  }
  return found;
}

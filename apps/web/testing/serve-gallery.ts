import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { TARGETS } from '../targets.ts';
import { type DistServer, serveFolder } from './serve-dist.ts';

const ROOT = fileURLToPath(new URL('../gallery', import.meta.url));

/**
 * Builds the pages of primitives as the shells are built, into a folder of its own, and serves them.
 * @param serve puts the folder on the network; a bare file server where left out
 */
export async function serveGallery(
  serve: (folder: string) => Promise<DistServer> = serveFolder,
): Promise<DistServer> {
  const folder = await mkdtemp(join(tmpdir(), 'concerto-gallery-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: folder,
      target: TARGETS,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: { phone: join(ROOT, 'phone.html'), console: join(ROOT, 'console.html') } },
    },
  });
  const server = await serve(folder);
  return {
    origin: server.origin,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

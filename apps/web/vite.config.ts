import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { APP_VERSION } from '../server/app-version.ts';
import { phoneFiles } from './phone-files.ts';
import { phoneWorker } from './phone-worker.ts';
import { PURE, pureSchemas } from './pure-schemas.ts';
import { TARGETS } from './targets.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One build of both shells: dist/phone/index.html and dist/console/index.html over shared, hashed assets. */
export default defineConfig(({ command }) => {
  // A build is for people, whoever starts it: a test runner's own NODE_ENV would bring React's development half.
  if (command === 'build') process.env.NODE_ENV = 'production';
  const phone = phoneFiles();
  return {
    root: here('..'),
    publicDir: here('public'),
    // What a phone says it runs; the list of phones holds it against the server's own.
    define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(APP_VERSION) },
    plugins: [pureSchemas(), react(), phone.plugin, phoneWorker(phone)],
    build: {
      outDir: here('../../dist'),
      emptyOutDir: true,
      target: TARGETS,
      cssTarget: TARGETS,
      // What a page needs is in the page's own tags; the polyfill would be an inline script that our policy forbids.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: {
        // A schema nobody parses with is left out, and with it zod from a phone's first screen.
        treeshake: { manualPureFunctions: Object.values(PURE) },
        input: {
          phone: here('../phone/index.html'),
          console: here('../console/index.html'),
          pass: here('../pass/index.html'),
        },
      },
    },
    server: { proxy: { '/api': 'http://localhost:8080', '/rpc': 'http://localhost:8080' } },
  };
});

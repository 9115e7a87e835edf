import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../kernel/db/embedded/embedded.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's URL of the run's own server; tests get databases of it through `testDatabase`. */
    postgresUrl: string;
  }
}

/** One server for the whole run, in a folder of its own that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-tests-'));
  const server = await startEmbedded({ dataFolder, durable: false });
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
}

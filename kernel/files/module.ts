import { join } from 'node:path';
import type { CommandModule } from '../command/module.ts';
import type { Module } from '../module.ts';
import { filesProblems } from './contract.ts';
import { filesCommands, receiveAction } from './server/commands.ts';
import { folderStore } from './server/file-store.ts';
import { filesPersonalData, keepPhotos } from './server/personal-data.ts';
import { filesRoutes } from './server/routes.ts';
import { sealedFile } from './server/store.ts';
import { sweepFiles } from './server/sweep.ts';
import './messages/index.ts';

const SWEEP_EVERY_MS = 6 * 3_600_000;

/** Below the data folder: encrypted, and part of a backup. */
export const filesFolder = (dataFolder: string): string => join(dataFolder, 'files');

/** The bytes that commands speak of; mounted like any module, its table stands in the kernel's schema. */
export const filesModule: Omit<Module, 'migrations'> = {
  name: 'files',
  commands: filesCommands as CommandModule<never>,
  rules: { [receiveAction]: [] },
  problems: filesProblems,
  sealed: [sealedFile],
  personalData: [filesPersonalData],
  settings: [keepPhotos],
  routes(app, host) {
    const store = folderStore(filesFolder(host.dataFolder));
    filesRoutes(app, host, store);
    const sweep = () =>
      sweepFiles(host, store).catch((error: unknown) =>
        app.log.error({ err: { name: (error as Error).name } }, 'files could not be swept'),
      );
    let timer: NodeJS.Timeout | undefined;
    app.addHook('onReady', async () => {
      timer = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();
      void sweep();
    });
    app.addHook('onClose', async () => clearInterval(timer));
  },
};

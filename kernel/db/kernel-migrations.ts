import type { ModuleMigrations } from './migration-files.ts';

/** The kernel's own schema, always migrated first. */
export const KERNEL: ModuleMigrations = {
  name: 'kernel',
  migrations: [
    new URL('./migrations/', import.meta.url),
    new URL('../command/migrations/', import.meta.url),
    new URL('../sync/migrations/', import.meta.url),
    new URL('../files/migrations/', import.meta.url),
  ],
};

import type zh from './messages/zh-CN.ts';
import type { Verb } from './verb.ts';

type VerbName = Extract<keyof typeof zh, `verb.${string}`> extends `verb.${infer Name}` ? Name : never;

/** Every verb, loaded only when called. */
export const verbs: Readonly<Partial<Record<VerbName, () => Promise<Verb>>>> = {
  start: async () => (await import('./start.ts')).start,
  migrate: async () => (await import('./migrate.ts')).migrateVerb,
  import: async () => (await import('./import.ts')).importVerb,
  export: async () => (await import('./export.ts')).exportVerb,
  keys: async () => (await import('./keys.ts')).keysVerb,
  backup: async () => (await import('./backup.ts')).backupVerb,
  restore: async () => (await import('./restore.ts')).restoreVerb,
  'backup-key': async () => (await import('./backup-key.ts')).backupKeyVerb,
  practice: async () => (await import('./practice.ts')).practiceVerb,
  recover: async () => (await import('./recover.ts')).recoverVerb,
  close: async () => (await import('./close.ts')).closeVerb,
  doctor: async () => (await import('./doctor.ts')).doctor,
};

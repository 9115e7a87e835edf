import type { AnyRouter } from '@orpc/server';
import type { FastifyInstance } from 'fastify';
import type { AccessRules } from './access/access.ts';
import type { KeptFigures, KeptTable } from './closing/declaration.ts';
import type { CommandModule, Reaction } from './command/module.ts';
import type { SealedTable } from './crypto/sealed-table.ts';
import type { Host } from './host.ts';
import type { PersonalData } from './personal-data/declaration.ts';
import type { ProblemKind } from './problem/problem.ts';
import type { SettingDefinition } from './settings/setting.ts';
import type { SyncSource } from './sync/module.ts';

/** What a module hands to the composition root; `apps/server` mounts a list of these. */
export interface Module {
  /** The first part of its command kinds, events, problems, actions and terms; also its Postgres schema. */
  readonly name: string;
  /** Folder of forward SQL migrations, as a file URL. */
  readonly migrations: URL;
  readonly commands?: CommandModule<never>;
  readonly reactions?: readonly Reaction[];
  readonly sync?: readonly SyncSource[];
  readonly rules: AccessRules;
  /** oRPC procedures, mounted under the module's name. */
  readonly queries?: AnyRouter;
  /** Plain HTTP where a procedure does not fit: uploads, downloads. */
  routes?(app: FastifyInstance, host: Host): void;
  readonly problems: Readonly<Record<string, ProblemKind>>;
  readonly settings?: readonly SettingDefinition[];
  /** Every kind of personal data it holds; a test finds columns that no kind names. */
  readonly personalData?: readonly PersonalData[];
  /** Every table with sealed columns, so that keys can be rotated. */
  readonly sealed?: readonly SealedTable[];
  /** Tables that outlive the closing of an emergency; every other table's rows are destroyed then. */
  readonly kept?: readonly KeptTable[];
  /** Counts that outlive what they count. */
  readonly keptFigures?: readonly KeptFigures[];
}

import type { AreaKeys } from './area-keys.ts';

/** A table with sealed columns, as its module declares it in `module.ts`; its key is `(area_id, id)`. Names in camelCase. */
export interface SealedTable {
  /** e.g. `people.resident`. */
  readonly table: string;
  readonly fields: readonly SealedField[];
}

export interface SealedField {
  readonly cipher: string;
  /** As it was sealed with. */
  readonly context: string;
  /** The look-up beside it, where there is one. */
  readonly index?: { readonly column: string; readonly kind: string; readonly as: 'hex' | 'bytes' };
}

/**
 * The row with every value sealed and indexed under the newest keys; the same object when it is so already. A store
 * that compares blind indexes of loaded rows passes them through here, so that a rotation under way changes nothing.
 */
export function freshened<Row extends object>(keys: AreaKeys, { fields }: SealedTable, row: Row): Row {
  const cells = row as Readonly<Record<string, unknown>>;
  const changes: Record<string, unknown> = {};
  for (const { cipher, context, index } of fields) {
    const sealed = cells[cipher];
    if (!(sealed instanceof Uint8Array) || keys.isCurrent(sealed, context)) continue;
    const plain = keys.open(sealed, context);
    changes[cipher] = keys.seal(plain, context);
    if (!index) continue;
    const blind = keys.blindIndex(index.kind, plain);
    changes[index.column] = index.as === 'hex' ? blind.toString('hex') : blind;
  }
  return Object.keys(changes).length === 0 ? row : { ...row, ...changes };
}

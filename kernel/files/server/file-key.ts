import type { AreaTx } from '../../db/area-tx.ts';
import { findFile, KEY_CONTEXT } from './store.ts';

/**
 * The key of a file whose bytes are here (32 bytes, base64url); null while they are not. For a module that hands it to
 * devices which keep the encrypted bytes: whoever gets the key may read the file.
 */
export async function openFileKey(tx: AreaTx, fileId: string): Promise<string | null> {
  const sealed = (await findFile(tx, fileId))?.keySealed;
  return sealed ? tx.keys.open(sealed, KEY_CONTEXT) : null;
}

import { type Said, said } from '../ui/text.ts';
import type { KeptTable } from './declaration.ts';
import { keptText } from './messages/kept.ts';

type Key = 'area' | 'log' | 'seal' | 'setting';

const words = (key: Key): { readonly name: Said; readonly because: Said } => ({
  name: said(keptText, key),
  because: said(keptText, `${key}.because`),
});

/** What stays of the kernel's own tables. The log's chain covers each row's author and ciphertext: both stay as they are. */
export const KERNEL_KEPT: readonly KeptTable[] = [
  {
    table: 'kernel.area',
    ...words('area'),
    keeps: ['name', 'version', 'head_hash', 'created_at', 'tombstone_floor', 'practises_for', 'closed_at'],
  },
  {
    table: 'kernel.command_log',
    ...words('log'),
    keeps: [
      'version',
      'command_id',
      'kind',
      'actor_id',
      'claimed_at',
      'corrected_at',
      'received_at',
      'outcome',
      'sealed',
    ],
    // A short body, a telephone for one, could be found again by trying out what gives its hash.
    forgets: { body_hash: 'random', device_id: 'null', problems: 'null' },
  },
  { table: 'kernel.log_seal', ...words('seal'), keeps: ['version', 'first_version', 'hash'] },
  {
    table: 'kernel.setting',
    ...words('setting'),
    keeps: ['id', 'version', 'key', 'value', 'valid_from', 'source'],
    forgets: { set_by: 'empty' },
  },
];

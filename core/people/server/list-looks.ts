import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Language } from '#kernel/ui/language.ts';
import type { ListLookView, LookSource } from '../contract/readers.ts';

type Asked = Parameters<LookSource['looks']>[1];

/** Looks at many people at once, of every module that keeps some, latest first. */
export async function findListLooks(
  tx: AreaTx,
  sources: readonly LookSource[],
  asked: Asked,
  language: Language,
): Promise<ListLookView[]> {
  const found: ListLookView[] = [];
  for (const source of sources) found.push(...(await source.looks(tx, asked, language)));
  return found.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, asked.limit);
}

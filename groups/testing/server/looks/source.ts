import { formatCode } from '#core/codes/contract.ts';
import type { LookSource } from '#core/people/contract.ts';
import { translator } from '#kernel/ui/text.ts';
import { looksText } from '../../messages/looks.ts';
import { findTakenLooks } from './store.ts';

/** Exports in full and prints of contacts, for the register's looked-at list. */
export const testingLooks: LookSource = {
  async looks(tx, asked, language) {
    const t = translator(looksText, language);
    return (await findTakenLooks(tx, asked)).map(({ by, round, what, inFull, tubeCode, ...look }) => ({
      ...look,
      actorId: by,
      whom:
        what === 'records'
          ? t('whom.records', { round })
          : t('whom.contacts', { round, code: formatCode(tubeCode ?? '') }),
      what: t(inFull ? `what.${what}` : 'what.printed'),
    }));
  },
};

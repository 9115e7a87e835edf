import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requireSession } from '#kernel/ui/session.ts';
import { translator } from '#kernel/ui/text.ts';
import { useLanguage } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import type { PaperFields, PaperKind } from '../contract/papers.ts';
import { defaultFields } from '../messages/default-fields.ts';
import { paperText } from '../messages/papers.ts';
import type { PaperPrint } from './paper-print.ts';
import { privacy } from './queries.ts';

/** A paper as it is being written: what was typed, else its latest edition, else what is proposed. */
export function usePaper(kind: PaperKind) {
  const language = useLanguage();
  const { areaName } = requireSession();
  const papers = useQuery(privacy.query.papers.queryOptions({ input: { kind } }));
  const [typed, setTyped] = useState<PaperFields | null>(null);
  const [openedAt] = useState(() => Date.now());
  const editions = papers.data?.editions ?? [];
  const latest = editions[0];
  const fields = typed ?? latest?.fields ?? defaultFields(kind, areaName, language);
  const t = translator(paperText, language);
  const edition = latest
    ? t('notice.edition', {
        number: latest.number,
        date: new Date(latest.savedAt).toLocaleDateString(language),
      })
    : '';
  const print: PaperPrint = {
    area: areaName,
    when: toLocalInput(openedAt).replace('T', ' '),
    language,
    fields,
    edition,
  };
  return { papers, editions, fields, setFields: setTyped, print };
}

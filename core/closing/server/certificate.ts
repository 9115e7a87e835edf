import { join } from 'node:path';
import { LANGUAGES } from '#kernel/ui/language.ts';
import type { Certificate } from '../contract/http.ts';
import { certificatePage } from './certificate-page.ts';
import { closingFolder, type Journal, writeWhole } from './journal.ts';
import type { ClosingParts } from './parts.ts';

/** What a finished closing's journal says, as its certificate. */
export function certificateOf({ program }: Pick<ClosingParts, 'program'>, journal: Journal): Certificate {
  const { found, database, backups, finishedAt } = journal;
  if (!found || !database || !backups || finishedAt === null)
    throw new Error('a certificate before everything was destroyed');
  const { closingId, areaId, areaName, rule, responsible, witness, orderedBy, begunAt } = journal;
  return {
    format: 'concerto/closing-certificate/1',
    program,
    closingId,
    areaId,
    areaName,
    rule,
    responsible,
    witness,
    orderedBy,
    begunAt,
    finishedAt,
    ...found,
    database,
    backups,
  };
}

/** Beside the sheets that are kept: for machines, and a page to print in each language. */
export async function writeCertificate(dataFolder: string, certificate: Certificate): Promise<void> {
  const folder = closingFolder(dataFolder, certificate.closingId);
  await writeWhole(join(folder, 'certificate.json'), `${JSON.stringify(certificate, null, 2)}\n`);
  for (const language of LANGUAGES) {
    await writeWhole(join(folder, `certificate.${language}.html`), certificatePage(certificate, language));
  }
}

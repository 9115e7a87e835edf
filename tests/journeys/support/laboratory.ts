import { readFile } from 'node:fs/promises';

/** A negative, a positive and an invalid line of the laboratory's own sheet. */
const LINES = {
  negative: '31092022041800001',
  positive: '31092022041800028',
  invalid: '31092022041800205',
} as const;

/**
 * The laboratory's answer as it sends it: its own sheet, GB18030 with tabs before the codes, in which a line of that
 * outcome says another tube's code. Codes are plain letters, so every other byte stays as the laboratory wrote it.
 */
export async function laboratorySheet(
  tubes: readonly { readonly code: string; readonly outcome: keyof typeof LINES }[],
): Promise<{ readonly name: string; readonly mimeType: string; readonly buffer: Buffer }> {
  const sheet = await readFile(new URL('../../data/lab-results.csv', import.meta.url), 'latin1');
  const [header = '', ...lines] = sheet.split('\n');
  const answers = tubes.map(({ code, outcome }) => {
    const line = lines.find((one) => one.includes(LINES[outcome]));
    if (!line) throw new Error(`the laboratory's sheet has no ${outcome} line`);
    return line.replace(LINES[outcome], code);
  });
  return {
    name: '结果.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...answers].join('\n'), 'latin1'),
  };
}

import { requireSession } from '#kernel/ui/session.ts';
import { type ResultsSheet, resultsSheetPath } from '../../contract/result-queries.ts';

/** Sends a laboratory's file and gets its cells back. A refusal throws with the server's problem as `data`. */
export async function uploadSheet(file: File): Promise<ResultsSheet> {
  const { areaId } = requireSession();
  const form = new FormData();
  form.append('file', file);
  const response = await fetch(resultsSheetPath(areaId), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-concerto-area': areaId },
    body: form,
  });
  if (response.ok) return (await response.json()) as ResultsSheet;
  const data: unknown = await response.json().catch(() => undefined);
  throw Object.assign(new Error(`the sheet was answered ${response.status}`), { data });
}

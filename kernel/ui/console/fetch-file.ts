import { requireSession } from '../session.ts';
import { withStepUp } from '../step-up.ts';

/** A file the server makes of the area's data. Throws the problem it answers; asks to show who it is where it wants that. */
export function fetchFile(path: string): Promise<Blob> {
  const headers = { 'x-concerto-area': requireSession().areaId };
  return withStepUp(async () => {
    const response = await fetch(path, { headers });
    if (!response.ok) throw await response.json();
    return response.blob();
  });
}

import { currentSession } from '../session.ts';

/** What a file from a practice area is called, beside its own name: the same in every language, as files travel. */
const PRACTICE = '练习-practice-';

/** Hands a file to the person: what a table's export ends with. A practice area's says so in its name. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = currentSession()?.practisesFor ? `${PRACTICE}${name}` : name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

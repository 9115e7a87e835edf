const PAGE = 4096;
const PAGES = 16_384;

/**
 * What this machine takes to hand out a page of memory that nothing has used yet, µs. On hardware it is a fraction of one;
 * on a virtual machine inside another it can be fifteen, and whatever takes in much at once is slow by that alone.
 */
export function firstTouchMicros(): number {
  const memory = Buffer.from(new ArrayBuffer(PAGE * PAGES));
  const begun = performance.now();
  for (let at = 0; at < memory.length; at += PAGE) memory[at] = 1;
  return ((performance.now() - begun) * 1000) / PAGES;
}

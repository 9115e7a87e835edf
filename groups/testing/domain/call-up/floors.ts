/** `16–14`, `3`, `12、9`: floors as they are called out, runs drawn together. @param floors in calling order */
export function floorWords(floors: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const floor of floors) {
    const run = runs.at(-1);
    const goesOn =
      run &&
      Math.abs(floor - run[1]) === 1 &&
      (run[0] === run[1] || floor - run[1] === Math.sign(run[1] - run[0]));
    if (run && goesOn) run[1] = floor;
    else runs.push([floor, floor]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}

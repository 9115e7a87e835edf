/** Zones as the composition root mounts them, for other modules' tests. */
export { zonesModule, zonesReader } from '../module.ts';

/** Zones as the composition root mounts them, for other modules' tests; the router answers their questions. */
export { zonesModule, zonesReader } from '../module.ts';
export { zonesRouter } from '../server/queries.ts';

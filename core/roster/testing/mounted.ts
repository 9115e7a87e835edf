/** The roster as the composition root mounts it, for other modules' tests. */
export { rosterModule } from '../module.ts';

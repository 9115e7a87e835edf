/** Codes as the composition root mounts them, for other modules' tests. */
export { codesModule, signGrants, signingKeys } from '../module.ts';

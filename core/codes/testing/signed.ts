/** For other modules' tests: signing as the server does, with a key of the test's own. */
export { publicKeyOf, signCode } from '../domain/signed/sign.ts';

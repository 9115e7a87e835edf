/** Builders for the tests of other modules. */
export { type TestHouse, testHouse } from './house.ts';
export { addMember } from './people.ts';

/** Builders for the tests of other modules. */
export { Browser, inviteBy } from './browser.ts';
export { MORNING, type TestHouse, type TestHouseOptions, testHouse } from './house.ts';
export { addMember, freshPhone, type NewMember } from './people.ts';

/** The door of accounts: who works in the area, as what, and how they come in. */

export * from './contract/commands.ts';
export * from './contract/events.ts';
export * from './contract/http.ts';
export * from './contract/problems.ts';
export * from './contract/queries.ts';
export * from './contract/roles.ts';
export * from './contract/rows.ts';
export * from './contract/rules.ts';
export * from './contract/settings.ts';
export * from './contract/token.ts';
export { type DutyPeriod, grantsOf } from './domain/grants.ts';
export { HOLDERS, type Holder, isSeeing, type Right, rightsOf } from './domain/rights.ts';

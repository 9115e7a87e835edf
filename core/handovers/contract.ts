/** The door of handovers: what one shift leaves to the next at a place. */
export * from './contract/commands.ts';
export * from './contract/events.ts';
export * from './contract/problems.ts';
export * from './contract/queries.ts';
export * from './contract/rows.ts';
export * from './contract/rules.ts';
export * from './contract/settings.ts';
export { handoversPaths } from './paths.ts';

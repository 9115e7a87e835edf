/** The door of conduct: what a group's people keep to, and who has learnt it. */
export * from './contract/commands.ts';
export * from './contract/events.ts';
export * from './contract/problems.ts';
export * from './contract/queries.ts';
export type { ConductReader } from './contract/readers.ts';
export * from './contract/rows.ts';
export * from './contract/rules.ts';
export * from './contract/settings.ts';
export { type Fitness, fitnessOf, inForce } from './domain/fitness.ts';
export { conductPaths } from './paths.ts';

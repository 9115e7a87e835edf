/** The door of devices: which phones exist, whose keys are on them, which were taken out of use. */

export * from './contract/commands.ts';
export * from './contract/http.ts';
export * from './contract/problems.ts';
export * from './contract/queries.ts';
export * from './contract/rows.ts';
export * from './contract/rules.ts';
export * from './contract/settings.ts';
export { silenceOf } from './domain/silence.ts';
export { devicesPaths } from './paths.ts';

/** The door of practice: a world of an area's own in which nothing counts. */

export * from './contract/commands.ts';
export * from './contract/http.ts';
export * from './contract/rules.ts';

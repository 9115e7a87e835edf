/** The door of closing: how an emergency ends, and what is then left of it. */

export * from './contract/commands.ts';
export * from './contract/http.ts';
export * from './contract/queries.ts';
export * from './contract/rules.ts';

export { type Keys, lookUp, selectByKeys, selectRows } from '#kernel/db/select.ts';

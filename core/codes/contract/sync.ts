/** By themselves: a phone that names the collection must not bring the schemas of commands along. */
export const KEYS_TERM = 'codes.keys';
export const KEY_COLLECTION = 'codes.key';

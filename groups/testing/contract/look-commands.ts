import * as z from 'zod/mini';

const id = z.uuid();
const reason = z.string().check(z.trim(), z.minLength(2), z.maxLength(200));
const code = z.string().check(z.trim(), z.toUpperCase(), z.minLength(1), z.maxLength(40));
/** More than stand around any tube; a longer list is a list of everybody. */
const residentIds = z.array(id).check(z.minLength(1), z.maxLength(2000));

export const lookBodies = {
  /** The round's records in full. The command's id opens the sheet for half an hour, to its author alone. */
  'testing.look-records': z.strictObject({ roundId: id, reason }),
  /** Contacts of a tube in full. The command's id opens them for half an hour, to its author alone. */
  'testing.look-contacts': z.strictObject({ roundId: id, tubeCode: code, residentIds, reason }),
  /** A list of contacts was printed, masked as on the screen. */
  'testing.print-contacts': z.strictObject({ roundId: id, tubeCode: code, residentIds, reason }),
} as const;

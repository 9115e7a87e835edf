import { oc } from '@orpc/contract';
import * as z from 'zod/mini';

const text = z.string();

/** How somebody stands to those the list is about, the strongest first. */
export const TIES = ['tube', 'dwelling', 'slot', 'lane'] as const;
export type TieKind = (typeof TIES)[number];

const tie = z.object({
  kind: z.enum(TIES),
  /** `tube`: place in it. */
  position: z.nullable(z.int()),
  /** `lane`: minutes after (before: negative) the nearest of those the list is about. */
  minutes: z.nullable(z.int()),
  /** `lane` and `slot`: which. */
  where: z.nullable(text),
});
export type Tie = z.infer<typeof tie>;

const contact = z.object({
  /** Null: somebody unknown, in the tube or at the lane. */
  residentId: z.nullable(text),
  /** Row of the list: the resident, or the swab of somebody unknown. */
  key: text,
  name: z.nullable(text),
  place: z.nullable(text),
  phone: z.nullable(text),
  /** The list is about this person: a member of the positive tube. */
  index: z.boolean(),
  ties: z.array(tie),
  /** His or her own swab of the round, where there is one. */
  at: z.nullable(z.int()),
  tubeCode: z.nullable(text),
});
export type Contact = z.infer<typeof contact>;

export const contactList = z.object({
  round: z.object({ id: text, name: text }),
  code: text,
  /** The setting that held when the tube was sampled. */
  minutes: z.int(),
  /** Those it is about first, then by the strongest tie and address. */
  contacts: z.array(contact),
});
export type ContactList = z.infer<typeof contactList>;

/** Merged into the module's queries. Action `testing:results`. */
export const contactQueries = {
  /**
   * Around the people of a tube, or one of them: same tube, same dwelling, same call-up slot where one is known, same
   * lane within `testing.contact-minutes`. Problem `testing.no-such-tube`.
   */
  contacts: oc
    .input(
      z.object({ roundId: z.uuid(), code: text.check(z.maxLength(40)), residentId: z.optional(z.uuid()) }),
    )
    .output(contactList),
};

/** Full names and phones of those on a list, by the row's key; GET, behind the second factor, for whoever looked. */
export interface FullContacts {
  readonly people: Readonly<Record<string, { readonly name: string; readonly phone: string | null }>>;
}

export const fullContactsPath = (areaId: string, lookId: string): string =>
  `/api/areas/${areaId}/testing/looks/${lookId}/contacts`;

/** The round's records in full as a sheet; GET, behind the second factor, for whoever looked. */
export const fullRecordsPath = (areaId: string, lookId: string): string =>
  `/api/areas/${areaId}/testing/looks/${lookId}/records.xlsx`;

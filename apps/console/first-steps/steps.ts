import { consolePaths } from '#core/accounts/paths.ts';
import { peoplePaths } from '#core/people/paths.ts';
import { privacyPaths } from '#core/privacy/contract.ts';

/** What is known of a young area. */
export interface Standing {
  /** People at work, the secretary among them. */
  readonly members: number;
  readonly residents: number;
  readonly noticeConfirmed: boolean;
}

export type StepKey = 'connect' | 'invite' | 'practise' | 'notice' | 'import';

export interface Step {
  readonly key: StepKey;
  /** Null: done on the volunteers' phones. */
  readonly to: string | null;
  /** Null: nothing here can tell. */
  readonly done: boolean | null;
}

/**
 * The way from an empty house to a volunteer who has practised, and on to the register: first what needs nobody's
 * data, so that people learn while the papers are being read.
 */
export const stepsOf = ({ members, residents, noticeConfirmed }: Standing): readonly Step[] => [
  { key: 'connect', to: '/connect', done: members > 1 ? true : null },
  { key: 'invite', to: consolePaths.people, done: members > 1 },
  { key: 'practise', to: null, done: null },
  { key: 'notice', to: privacyPaths.notice, done: noticeConfirmed },
  { key: 'import', to: peoplePaths.import, done: residents > 0 },
];

/** Nothing more to say: everything that can be told is done. */
export const isUnderWay = (standing: Standing): boolean =>
  stepsOf(standing).every((step) => step.done !== false);

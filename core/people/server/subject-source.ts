import type { PlacesReader } from '#core/places/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { Language } from '#kernel/ui/language.ts';
import { problemText, translator } from '#kernel/ui/text.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { KNOWN_TAGS } from '../contract/rows.ts';
import { RESOLUTIONS } from '../contract/settlement.ts';
import type { SubjectSection, SubjectSource } from '../contract/subject.ts';
import type { Resident } from '../domain/resident.ts';
import { byHandText } from '../messages/by-hand.ts';
import { text } from '../messages/index.ts';
import { subjectText } from '../messages/subject.ts';
import type { MemberNames } from './discrepancy-views.ts';
import { addressOf } from './history.ts';
import { findRowsByIds } from './register-rows.ts';
import { findResidents } from './store.ts';
import { findMergesOf, findMovesOf, findRequestsOf } from './store-by-hand.ts';
import { findDiscrepanciesOf, findLooksAt } from './store-subject.ts';
import { openField } from './tools.ts';

interface Doors {
  readonly places: PlacesReader;
  readonly members: MemberNames;
}

const wordsIn = (language: Language) => ({
  say: translator(subjectText, language),
  field: translator(text, language),
  way: translator(byHandText, language),
  language,
});
type Words = ReturnType<typeof wordsIn>;

/** What the register itself holds, numbers in full: it is the person's own copy. */
export const peopleSubject = ({ places, members }: Doors): SubjectSource => ({
  async read(tx, ids, language) {
    const words = wordsIn(language);
    const rows = await findRowsByIds(tx, ids);
    const stored = await findResidents(tx, ids, []);
    const [standing, ...former] = ids.flatMap((id) => {
      const [row, resident] = [rows.get(id), stored.find((one) => one.id === id)];
      return row && resident ? [{ row, numbers: numbersOf(tx, resident) }] : [];
    });
    const merges = await findMergesOf(tx, ids);
    const moves = await findMovesOf(tx, ids);
    const looks = await findLooksAt(tx, ids);
    const checks = await findDiscrepanciesOf(tx, ids);
    const requests = await findRequestsOf(tx, ids);
    const homes = await places.dwellingLabels(
      tx,
      moves.map(({ fromDwellingId }) => fromDwellingId),
    );
    const names = await members.names(tx, [
      ...[...moves, ...looks, ...requests].map(({ actorId }) => actorId),
      ...checks.flatMap(({ settledBy }) => settledBy ?? []),
    ]);
    const by = (id: string | null) => names.get(id ?? '') ?? '';
    const section = sectionIn(words);
    return [
      section('register', ['item', 'value', 'confirmed'], standing ? registerLines(standing, words) : []),
      section(
        'former',
        ['name', 'address', 'id-number', 'phone', 'at', 'reason'],
        former.map(({ row, numbers }) => {
          const merge = merges.find(({ mergedId, undoneAt }) => mergedId === row.id && undoneAt === null);
          const when = merge ? chinaTime(merge.at) : '';
          return [row.name, addressOf(row), numbers.idNumber, numbers.phone, when, merge?.reason ?? ''];
        }),
      ),
      section(
        'moves',
        ['at', 'from', 'by'],
        moves.map(({ at, fromDwellingId, actorId }) => {
          const home = homes.get(fromDwellingId);
          return [chinaTime(at), home ? addressOf(home) : '', by(actorId)];
        }),
      ),
      section(
        'looks',
        ['at', 'by', 'fields', 'reason'],
        looks.map(({ at, actorId, fields, reason }) => {
          const seen = fields.map((name) => words.field(`field.${name}`)).join('、');
          return [chinaTime(at), by(actorId), seen, reason];
        }),
      ),
      section(
        'checks',
        ['at', 'what', 'outcome', 'by', 'note'],
        checks.map(({ raisedAt, code, details, resolution, settledBy, note }) => [
          chinaTime(raisedAt),
          problemText({ code, details }, language),
          wayText(resolution, words),
          by(settledBy),
          note ?? '',
        ]),
      ),
      section(
        'requests',
        ['at', 'what', 'reason', 'outcome', 'note'],
        requests.map(({ at, kind, said, outcome, answer }) => {
          const result = outcome === null ? 'open' : outcome;
          return [
            chinaTime(at),
            words.say(`subject.${kind}`),
            said,
            kind === 'copy' ? '' : words.say(`subject.${result}`),
            answer,
          ];
        }),
      ),
    ];
  },
});

function wayText(resolution: string | null, { say, way }: Words): string {
  const known = RESOLUTIONS.find((one) => one === resolution);
  return known ? way(`resolution.${known}`) : say('subject.open');
}

type Kind = 'register' | 'former' | 'moves' | 'looks' | 'checks' | 'requests';
type Column = Parameters<Words['say']>[0] extends infer Key
  ? Key extends `subject.col.${infer Name}`
    ? Name
    : never
  : never;

const sectionIn =
  ({ say }: Words) =>
  (kind: Kind, columns: readonly Column[], rows: readonly (readonly string[])[]): SubjectSection => ({
    title: say(`subject.${kind}`),
    purpose: `${say(`subject.${kind}.purpose`)} ${say('subject.kept')}`,
    columns: columns.map((column) => say(`subject.col.${column}`)),
    rows,
  });

interface Numbers {
  readonly idNumber: string;
  readonly phone: string;
  readonly otherPhone: string;
}

const numbersOf = (tx: AreaTx, row: Resident): Numbers => ({
  idNumber: row.idCipher === null ? '' : openField(tx, 'idNumber', row.idCipher),
  phone: row.phoneCipher === null ? '' : openField(tx, 'phone', row.phoneCipher),
  otherPhone: row.otherPhoneCipher === null ? '' : openField(tx, 'otherPhone', row.otherPhoneCipher),
});

/** Every field, also the empty ones: that nothing is known is an answer. */
function registerLines(
  { row, numbers }: { readonly row: RegisterRow; readonly numbers: Numbers },
  { say, field }: Words,
): string[][] {
  const yes = (value: boolean) => field(value ? 'yes' : 'no');
  const known = (tag: string) => KNOWN_TAGS.find((name) => name === tag);
  const tags = row.tags.map((tag) => {
    const name = known(tag);
    return name ? field(`tag.${name}`) : tag;
  });
  const lines: [Parameters<Words['field']>[0] & `field.${string}`, string][] = [
    ['field.name', row.name],
    ['field.address', addressOf(row)],
    ['field.relation', row.relation ?? ''],
    ['field.sex', row.sex === null ? '' : field(`sex.${row.sex}`)],
    ['field.birthDate', row.birthDate ?? ''],
    ['field.idNumber', numbers.idNumber],
    ['field.phone', numbers.phone],
    ['field.otherPhone', numbers.otherPhone],
    ['field.tags', tags.join('、')],
    ['field.away', row.away ? [yes(true), row.awayReason].filter(Boolean).join(' · ') : yes(false)],
    ['field.registeredElsewhere', yes(row.registeredElsewhere)],
    ['field.note', row.note],
  ];
  const told = lines.map(([key, value]) => {
    const when = row.confirmed[key.slice('field.'.length)];
    return [field(key), value, when === undefined ? '' : chinaTime(when)];
  });
  if (row.endedAt === null) return told;
  return [...told, [say('subject.ended'), row.endedOn ?? chinaTime(row.endedAt), '']];
}

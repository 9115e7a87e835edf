import type { FilledRow } from './fill-down.ts';
import type { FindingCode } from './findings.ts';
import { readIdentity } from './identity.ts';
import type { ImportCell, SheetMapping, Target } from './mapping.ts';
import { readName } from './names.ts';
import { readNote } from './notes.ts';
import { readPhones } from './phones.ts';
import type { ResidentField, ResidentFields } from './rows.ts';
import { isSameAsAbove, plainText, readDate, readFlag, readSex } from './text.ts';

/** A person of whom only a number is known is registered under this until someone fills the name in. */
export const UNNAMED = '未填姓名';

const MAX = { name: 80, relation: 20, note: 500 } as const;

export type Report = (column: number, code: FindingCode, field: ResidentField) => void;

type Draft = { -readonly [K in keyof ResidentFields]: ResidentFields[K] };

/** Reads one line: every cell says something, is doubtful, or is silent; none holds back the others. */
export class PersonReader {
  private readonly columns: ReadonlyMap<Target, number>;
  private phoneAbove = '';

  constructor(
    mapping: SheetMapping,
    private readonly latestYear: number,
  ) {
    const used = mapping.columns.filter(({ target }) => target !== 'ignore');
    this.columns = new Map(used.map(({ target, column }) => [target, column]));
    this.notes = used.filter(({ target }) => target === 'note').map(({ column }) => column);
    this.ticks = used.filter(({ target }) => target.startsWith('tag:'));
  }

  private readonly notes: readonly number[];
  private readonly ticks: readonly { readonly column: number; readonly target: Target }[];

  /** @returns null when the line holds no person: neither a name nor a number */
  read(row: FilledRow, report: Report): (ResidentFields & { name: string }) | null {
    const draft: Draft = {};
    const cell = (target: Target): ImportCell | undefined => row.cells[this.columns.get(target) ?? -1];
    const textOf = (target: Target): string => cell(target)?.text ?? '';
    const tell = (target: Target, code: FindingCode | null, field: ResidentField) => {
      const column = this.columns.get(target);
      if (code !== null && column !== undefined) report(column, code, field);
    };

    const nameText = isSameAsAbove(textOf('name')) ? '' : textOf('name');
    const name = readName(nameText.slice(0, MAX.name));
    if (name.name === '' && textOf('idNumber').trim() === '' && textOf('phone').trim() === '') return null;
    tell('name', name.code, 'name');

    if (this.columns.has('idNumber')) {
      const identity = readIdentity(cell('idNumber'), this.latestYear);
      Object.assign(draft, identity.set);
      tell('idNumber', isSameAsAbove(textOf('idNumber')) ? 'sameAsAbove' : identity.code, 'idNumber');
    }
    this.readWho(draft, textOf, tell);
    this.readPhoneCells(draft, textOf, tell);
    this.readStanding(draft, textOf, tell);
    this.readTicksAndNotes(draft, row, report);
    return { ...draft, name: name.name || UNNAMED };
  }

  private readWho(draft: Draft, textOf: TextOf, tell: Tell): void {
    const sex = readSex(textOf('sex'));
    if (sex) draft.sex = sex;
    else if (sex === undefined) tell('sex', 'sexUnclear', 'sex');
    const birth = readDate(textOf('birthDate'));
    if (birth) draft.birthDate ??= birth;
    else if (birth === undefined) tell('birthDate', 'dateUnclear', 'birthDate');
    const relation = plainText(textOf('relation'));
    if (relation.length > MAX.relation) tell('relation', 'textTooLong', 'relation');
    else if (relation !== '' && !isSameAsAbove(relation)) draft.relation = relation;
  }

  private readPhoneCells(draft: Draft, textOf: TextOf, tell: Tell): void {
    // A family that shares a phone writes 同上 there; an empty cell says nothing.
    const mainText = isSameAsAbove(textOf('phone')) ? this.phoneAbove : textOf('phone');
    const main = readPhones(mainText);
    const other = readPhones(isSameAsAbove(textOf('otherPhone')) ? '' : textOf('otherPhone'));
    tell('phone', main.code, 'phone');
    tell('otherPhone', other.code, 'otherPhone');
    const [phone, second] = [...new Set([...main.phones, ...other.phones])];
    if (phone !== undefined) draft.phone = phone;
    if (second !== undefined) draft.otherPhone = second;
    if (mainText.trim() !== '') this.phoneAbove = mainText;
  }

  private readStanding(draft: Draft, textOf: TextOf, tell: Tell): void {
    const present = readFlag(textOf('present'));
    if (present === undefined) tell('present', 'flagUnclear', 'away');
    else if (present !== null) draft.away = !present;
    const away = readFlag(textOf('away'));
    if (away === undefined) draft.away = readNote(textOf('away')).away;
    else if (away !== null) draft.away = away;
    const elsewhere = readFlag(textOf('registeredElsewhere'));
    if (elsewhere === undefined) tell('registeredElsewhere', 'flagUnclear', 'registeredElsewhere');
    else if (elsewhere !== null) draft.registeredElsewhere = elsewhere;
  }

  private readTicksAndNotes(draft: Draft, row: FilledRow, report: Report): void {
    const tags = new Set(readNote(row.cells[this.columns.get('residence') ?? -1]?.text ?? '').tags);
    for (const { column, target } of this.ticks) {
      const text = row.cells[column]?.text ?? '';
      const tick = readFlag(text) ?? (readNote(text).tags.length > 0 ? true : undefined);
      if (tick) tags.add(target.slice('tag:'.length));
      else if (tick === undefined && text.trim() !== '' && !/群众|团员/u.test(text)) {
        report(column, 'flagUnclear', 'tags');
      }
    }
    const notes = this.notes
      .map((column) => row.cells[column]?.text.trim() ?? '')
      .filter((text) => text !== '');
    const note = notes.join('；');
    const meaning = readNote(note);
    for (const tag of meaning.tags) tags.add(tag);
    if (meaning.away) draft.away = true;
    if (meaning.registeredElsewhere) draft.registeredElsewhere = true;
    if (tags.size > 0) draft.tags = [...tags].sort();
    if (note.length > MAX.note) report(this.notes[0] ?? 0, 'textTooLong', 'note');
    else if (note !== '') draft.note = note;
  }
}

type TextOf = (target: Target) => string;
type Tell = (target: Target, code: FindingCode | null, field: ResidentField) => void;

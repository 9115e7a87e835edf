import type { ImportLine, ImportList, ImportPage, ImportSummary } from '../contract/import.ts';
import type { Effect, Finding, FindingCode } from '../domain/import/findings.ts';
import type { FieldChange } from '../domain/import/merge.ts';
import type { ParsedPerson, PersonPlace } from '../domain/import/parsed.ts';
import { PlaceNames } from '../domain/import/place-names.ts';
import { type Entry, isAsked, isChanged, type Preview } from '../domain/import/preview.ts';
import type { KnownResident, RegisterSnapshot } from '../domain/import/snapshot.ts';
import { maskIdNumber, maskPhone } from '../domain/masks.ts';

export function summarise(preview: Preview): ImportSummary {
  const findings: Partial<Record<FindingCode, number>> = {};
  for (const { code } of preview.findings) findings[code] = (findings[code] ?? 0) + 1;
  const { created, changed, unchanged, asked } = preview;
  return { created, changed, unchanged, asked, absent: preview.absent.length, findings };
}

/** One list of a preview, a page of it. Stored numbers are masked; what the file says is shown as it says it. */
export function pageOf(
  preview: Preview,
  snapshot: RegisterSnapshot,
  list: ImportList,
  offset: number,
  limit: number,
): ImportPage {
  const lines = linesOf(preview, new PlaceNames(snapshot), list);
  return { total: lines.length, lines: lines.slice(offset, offset + limit).map((draw) => draw()) };
}

type Lazy = () => ImportLine;

function linesOf(preview: Preview, names: PlaceNames, list: ImportList): Lazy[] {
  if (list === 'creates') {
    return preview.entries
      .filter((entry) => !entry.resident)
      .map(
        ({ person }) =>
          () =>
            createLine(person),
      );
  }
  if (list === 'changes')
    return preview.entries.filter(isChanged).map((entry) => () => knownLine(entry, names));
  if (list === 'asks') return preview.entries.filter(isAsked).map((entry) => () => knownLine(entry, names));
  if (list === 'absent') return preview.absent.map((resident) => () => absentLine(resident, names));
  return findingLines(preview, list);
}

function findingLines(preview: Preview, effect: Effect): Lazy[] {
  const persons = new Map(preview.entries.map(({ person }) => [rowKey(person), person]));
  return preview.findings
    .filter((finding) => finding.effect === effect)
    .map((finding) => () => findingLine(finding, persons.get(rowKey(finding))));
}

const rowKey = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `${sheet}\u0000${row}`;

function findingLine(finding: Finding, person: ParsedPerson | undefined): ImportLine {
  const { sheet, cell, row } = finding;
  const name = person?.set.name ?? '';
  const address = person ? addressOf(person.place) : '';
  return { key: `${sheet}!${cell}!${finding.code}`, name, address, sheet, row, finding };
}

function createLine(person: ParsedPerson): ImportLine {
  const { sheet, row, set, place } = person;
  return {
    key: `${sheet}!${row}`,
    name: set.name,
    address: addressOf(place),
    sheet,
    row,
    tags: set.tags ?? [],
    ...(set.phone === undefined ? {} : { phone: set.phone }),
    ...(set.idNumber === undefined ? {} : { idMask: maskIdNumber(set.idNumber) }),
  };
}

function knownLine({ person, resident, merge, moved, ended }: Entry, names: PlaceNames): ImportLine {
  const from = names.address(resident?.dwellingId ?? '');
  const move =
    moved === null ? {} : { move: { from, to: addressOf(person.place), asked: moved === 'asked' } };
  return {
    key: `${person.sheet}!${person.row}`,
    name: person.set.name,
    address: from,
    sheet: person.sheet,
    row: person.row,
    residentId: resident?.id ?? '',
    changes: (merge?.changes ?? []).map(masked),
    asks: (merge?.asks ?? []).map(masked),
    ...move,
    ...(ended ? { ended } : {}),
  };
}

const absentLine = (resident: KnownResident, names: PlaceNames): ImportLine => ({
  key: resident.id,
  residentId: resident.id,
  name: resident.known.name,
  address: names.address(resident.dwellingId),
});

function masked(change: FieldChange): FieldChange {
  if (change.from === '') return change;
  if (change.field === 'idNumber') return { ...change, from: maskIdNumber(change.from) };
  const isPhone = change.field === 'phone' || change.field === 'otherPhone';
  return isPhone ? { ...change, from: maskPhone(change.from) } : change;
}

const addressOf = (place: PersonPlace): string =>
  [place.compound, place.building, place.entrance, place.room].filter((part) => part).join(' ');

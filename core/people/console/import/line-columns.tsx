import { Checkbox, Input, type TableColumnsType, Tag } from 'antd';
import { StateFace } from '#kernel/ui/console/index.ts';
import { currentLanguage } from '#kernel/ui/language.ts';
import type { Translate } from '#kernel/ui/text.ts';
import type { ImportLine, ImportList, ImportReading } from '../../contract/import.ts';
import type { FieldChange } from '../../domain/import/merge.ts';
import type zh from '../../messages/import.zh-CN.ts';

export interface LineActions {
  readonly edits: ImportReading['edits'];
  readonly agreed: ReadonlySet<string>;
  readonly onEdit: (sheet: string, cell: string, text: string) => void;
  readonly onAgree: (key: string, yes: boolean) => void;
}

type T = Translate<typeof zh>;
type Columns = TableColumnsType<ImportLine>;

/** The columns of one list. */
export function columnsFor(list: ImportList, t: T, actions: LineActions): Columns {
  const who: Columns = [
    { key: 'name', title: t('import.col.name'), dataIndex: 'name' },
    { key: 'address', title: t('import.col.address'), dataIndex: 'address' },
  ];
  if (list === 'absent') return who;
  if (list === 'creates') return [...who, ...createColumns(t)];
  if (list === 'changes') {
    return [...who, { key: 'changes', title: t('import.col.change'), render: (_, line) => changes(line, t) }];
  }
  if (list === 'asks') {
    return [
      ...who,
      { key: 'asks', title: t('import.col.agree'), render: (_, line) => asks(line, t, actions) },
    ];
  }
  const [from, value, reason] = findingColumns(t);
  const [name, address] = who;
  if (list === 'ignored') return some(from, value, reason);
  // What is looked at and what is typed stand side by side, also on a narrow screen.
  return some(name, value, list === 'doubtful' ? fix(t, actions) : undefined, reason, from, address);
}

const some = (...columns: (Columns[number] | undefined)[]): Columns =>
  columns.filter((column) => column !== undefined);

const source = (line: ImportLine): string =>
  line.finding ? `${line.finding.sheet} ${line.finding.cell}` : `${line.sheet ?? ''} ${line.row ?? ''}`;

const createColumns = (t: T): Columns => [
  { key: 'id', title: t('import.col.id'), dataIndex: 'idMask', className: 'import-number' },
  { key: 'phone', title: t('import.col.phone'), dataIndex: 'phone', className: 'import-number' },
  {
    key: 'tags',
    title: t('import.col.tags'),
    render: (_, { tags = [] }) => tags.map((tag) => <Tag key={tag}>{tagWord(t, tag)}</Tag>),
  },
  { key: 'source', title: t('import.col.source'), render: (_, line) => source(line) },
];

const TICKED = [
  'lives-alone',
  'party-member',
  'dialysis',
  'immobile',
  'pregnant',
  'tenant',
  'chronic',
] as const;

/** The word of a ticked column without its remark in brackets; a tag of the area's own is its own word. */
function tagWord(t: T, tag: string): string {
  const known = TICKED.find((name) => name === tag);
  return known
    ? t(`import.target.tag:${known}`)
        .replace(/[（(].*$/u, '')
        .trim()
    : tag;
}

const findingColumns = (t: T): Columns => [
  { key: 'source', title: t('import.col.source'), render: (_, line) => source(line) },
  {
    key: 'value',
    title: t('import.col.value'),
    className: 'import-number',
    render: (_, { finding }) => finding?.value || t('import.unknown'),
  },
  {
    key: 'reason',
    title: t('import.col.reason'),
    render: (_, { finding }) =>
      finding ? (
        <StateFace
          face={finding.effect === 'doubtful' ? 'flagged' : 'done'}
          word={t(`import.finding.${finding.code}`)}
        />
      ) : null,
  },
];

const fix = (t: T, actions: LineActions): Columns[number] => ({
  key: 'fix',
  title: t('import.col.fix'),
  width: 220,
  render: (_, { finding, name }) => {
    if (!finding) return null;
    const { sheet, cell, field } = finding;
    const edit = actions.edits.find((known) => known.sheet === sheet && known.cell === cell);
    return (
      <Input
        size="small"
        value={edit?.text ?? ''}
        maxLength={200}
        aria-label={`${t('import.col.fix')} ${name} ${field === null ? '' : t(`import.field.${field}`)}`}
        onChange={(event) => actions.onEdit(sheet, cell, event.target.value)}
      />
    );
  },
});

const changeText = ({ field, from, to }: FieldChange, t: T): string =>
  t('import.change', {
    field: t(`import.field.${field}`),
    from: from === '' ? t('import.unknown') : from,
    to,
  });

function changes({ changes: list = [], move }: ImportLine, t: T) {
  return (
    <ul className="import-changes">
      {list.map((change) => (
        <li key={change.field}>{changeText(change, t)}</li>
      ))}
      {move && !move.asked ? <li>{t('import.move', { from: move.from, to: move.to })}</li> : null}
    </ul>
  );
}

const dateText = (at: number): string => new Date(at).toLocaleDateString(currentLanguage());

function asks(
  { asks: list = [], move, ended, residentId = '' }: ImportLine,
  t: T,
  { agreed, onAgree }: LineActions,
) {
  const box = (field: string, words: string) => {
    const key = `${residentId}/${field}`;
    return (
      <li key={field}>
        <Checkbox checked={agreed.has(key)} onChange={(event) => onAgree(key, event.target.checked)}>
          {words}
        </Checkbox>
      </li>
    );
  };
  return (
    <ul className="import-changes">
      {list.map((change) => {
        const when = dateText(change.confirmedAt ?? 0);
        return box(change.field, `${changeText(change, t)} · ${t('import.confirmed', { when })}`);
      })}
      {ended ? box('back', t('import.back-again', { when: dateText(ended.at) })) : null}
      {move?.asked ? box('move', t('import.move', { from: move.from, to: move.to })) : null}
    </ul>
  );
}

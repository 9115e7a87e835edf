import { Button, Table, type TableColumnsType } from 'antd';
import { formatCode } from '#core/codes/contract.ts';
import { EmptyFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { paperText } from '../../messages/paper.ts';
import type { PaperLine, Standing, TakenBook } from './sheet.ts';

/** Lines that wait to be entered, the latest first, each with what it will come to. */
export function LinesTable(props: {
  lines: readonly PaperLine[];
  standings: ReadonlyMap<string, Standing>;
  book: TakenBook;
  onRemove: (sampleId: string) => void;
}) {
  const t = useText(paperText);
  const language = useLanguage();
  const { lines, standings, book, onRemove } = props;
  if (lines.length === 0) return <EmptyFace title={t('empty')} />;
  const comesTo = (line: PaperLine): string => {
    const taken = book.of(line);
    return t(`standing.${standings.get(line.sampleId) ?? 'new'}`, {
      code: taken ? formatCode(taken.tubeCode) : '',
      at: taken ? whenText(taken.at, language) : '',
    });
  };
  const columns: TableColumnsType<PaperLine> = [
    { key: 'tube', title: t('tube'), render: (_, line) => formatCode(line.tubeCode) },
    { key: 'at', title: t('time'), render: (_, line) => whenText(line.at, language) },
    { key: 'person', title: t('person'), render: (_, line) => personText(line) },
    { key: 'standing', title: t('standing'), render: (_, line) => comesTo(line) },
    {
      key: 'remove',
      render: (_, line) => (
        <Button size="small" onClick={() => onRemove(line.sampleId)}>
          {t('remove')}
        </Button>
      ),
    },
  ];
  return (
    <Table<PaperLine>
      size="small"
      rowKey="sampleId"
      pagination={false}
      columns={columns}
      dataSource={[...lines].reverse()}
    />
  );
}

const personText = ({ person, codeText }: PaperLine): string =>
  person ? `${person.building} ${person.room} ${person.nameMask}` : (codeText ?? '');

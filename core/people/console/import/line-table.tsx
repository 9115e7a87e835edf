import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useState } from 'react';
import { ErrorFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { ImportLine, ImportList, ImportReading } from '../../contract/import.ts';
import { importText } from '../../messages/import.ts';
import { linesOf } from './client.ts';
import { columnsFor, type LineActions } from './line-columns.tsx';

const PAGE = 50;

/** One list of a preview, a page at a time from the server: a register may have ten thousand lines. */
export function LineTable(props: LineActions & { importId: string; list: ImportList; read: ImportReading }) {
  const t = useText(importText);
  const { importId, list, read } = props;
  const [page, setPage] = useState(1);
  const lines = useQuery({
    queryKey: ['people', 'import', importId, list, page, read],
    queryFn: () => linesOf(importId, list, (page - 1) * PAGE, PAGE),
    placeholderData: keepPreviousData,
  });
  if (lines.isError) return <ErrorFace error={lines.error} retry={() => void lines.refetch()} />;
  return (
    <Table<ImportLine>
      size="small"
      aria-label={t(`import.tab.${list}`)}
      rowKey="key"
      loading={lines.isPending}
      dataSource={[...(lines.data?.lines ?? [])]}
      columns={columnsFor(list, t, props)}
      scroll={{ x: 'max-content' }}
      pagination={{
        current: page,
        pageSize: PAGE,
        total: lines.data?.total ?? 0,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: setPage,
      }}
    />
  );
}

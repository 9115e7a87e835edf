import { Table, type TableColumnsType, type TableProps } from 'antd';
import { EmptyFace, ToneBadge } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { REGISTER_SORTS, RegisterRow } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { ageAt, roomText, tagText } from './words.ts';

export interface RegisterOrder {
  readonly sort: (typeof REGISTER_SORTS)[number];
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

/** A page of the register; sorting and paging are the server's, so that ten thousand lines cost no more than fifty. */
export function RegisterTable(props: {
  rows: readonly RegisterRow[];
  total: number;
  loading: boolean;
  order: RegisterOrder;
  onOrder: (order: RegisterOrder) => void;
  openId: string | null;
  onOpen: (id: string) => void;
  narrowed: boolean;
}) {
  const t = useText(text);
  const { order, onOrder, onOpen, openId } = props;
  const columns = useRegisterColumns(order, onOpen);
  const onChange: NonNullable<TableProps<RegisterRow>['onChange']> = (pagination, _filters, sorter) => {
    const { columnKey, order: direction } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
    const sort = direction && isSort(columnKey) ? columnKey : 'address';
    const descending = direction === 'descend';
    const sameOrder = sort === order.sort && descending === order.descending;
    onOrder({ sort, descending, page: sameOrder ? (pagination.current ?? 1) : 1 });
  };
  return (
    <Table<RegisterRow>
      size="small"
      aria-label={t('register.table')}
      rowKey={(row) => row.id}
      dataSource={[...props.rows]}
      columns={columns}
      loading={props.loading && props.rows.length === 0}
      onChange={onChange}
      rowClassName={(row) => (row.id === openId ? 'row-open' : 'row-opens')}
      onRow={(row) => ({ onClick: () => onOpen(row.id) })}
      pagination={{
        current: order.page,
        pageSize: 50,
        total: props.total,
        hideOnSinglePage: true,
        showSizeChanger: false,
      }}
      scroll={{ x: 'max-content' }}
      locale={{
        emptyText: props.narrowed ? (
          <EmptyFace title={t('register.none')} />
        ) : (
          <EmptyFace title={t('register.empty')} next={t('register.empty-next')} />
        ),
      }}
    />
  );
}

const isSort = (key: unknown): key is RegisterOrder['sort'] =>
  key === 'address' || key === 'name' || key === 'birthDate' || key === 'changed';

function useRegisterColumns(
  order: RegisterOrder,
  onOpen: (id: string) => void,
): TableColumnsType<RegisterRow> {
  const t = useText(text);
  const language = useLanguage();
  const now = Date.now();
  const sortable = (key: RegisterOrder['sort']) => ({
    key,
    sorter: true,
    showSorterTooltip: false,
    sortOrder: order.sort === key ? (order.descending ? ('descend' as const) : ('ascend' as const)) : null,
  });
  return [
    {
      ...sortable('name'),
      title: t('field.name'),
      render: (_, row) => (
        <button
          type="button"
          className="row-button"
          onClick={(event) => {
            event.stopPropagation();
            onOpen(row.id);
          }}
        >
          {row.name}
        </button>
      ),
    },
    {
      ...sortable('address'),
      title: t('field.address'),
      render: (_, row) => `${row.compound} ${roomText(row)}`,
    },
    { key: 'relation', title: t('field.relation'), render: (_, row) => row.relation ?? '' },
    { key: 'sex', title: t('field.sex'), render: (_, row) => (row.sex === null ? '' : t(`sex.${row.sex}`)) },
    {
      ...sortable('birthDate'),
      title: t('field.age'),
      align: 'right',
      render: (_, row) => ageAt(row.birthDate, now) ?? '',
    },
    {
      key: 'idNumber',
      title: t('field.idNumber'),
      className: 'register-number',
      render: (_, row) => row.idMask ?? '—',
    },
    {
      key: 'phone',
      title: t('field.phone'),
      className: 'register-number',
      render: (_, row) => row.phoneMask ?? '—',
    },
    {
      key: 'tags',
      title: t('field.tags'),
      render: (_, row) => (
        <>
          {row.away ? <ToneBadge tone="blue" word={t('filter.away')} /> : null}{' '}
          {row.tags.map((tag) => (
            <span key={tag} className="register-tag">
              {tagText(tag, language)}
            </span>
          ))}
        </>
      ),
    },
    { key: 'note', title: t('field.note'), render: (_, row) => row.note },
  ];
}

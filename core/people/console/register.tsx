import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { peoplePaths } from '../paths.ts';
import { AddDrawer } from './add-drawer.tsx';
import { ExportButton } from './export-button.tsx';
import { NoticeFirst } from './notice-first.tsx';
import { PlaceTree } from './place-tree.tsx';
import { people, places } from './queries.ts';
import './register.css';
import { RegisterFilters } from './register-filters.tsx';
import { type RegisterOrder, RegisterTable } from './register-table.tsx';
import { readRegisterWords, withWords } from './register-words.ts';
import { ResidentDrawer } from './resident-drawer.tsx';

const FIRST: RegisterOrder = { sort: 'address', descending: false, page: 1 };
const PAGE_SIZE = 50;

/** Everybody who lives in the area: compounds and buildings at the left, people in the middle, one at the right. */
export default function Register() {
  const t = useText(text);
  const go = useGo();
  const words = useSearchWords();
  const { filter, resident } = readRegisterWords(words);
  const [order, setOrder] = useState(FIRST);
  const [adding, setAdding] = useState(false);
  const mayChange = useMay(rules, actions.change);
  const mayImport = useMay(rules, actions.import);
  const { page, sort, descending } = order;
  const input = { filter, sort, descending, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const list = useQuery({
    ...people.query.registerList.queryOptions({ input }),
    placeholderData: (last) => last,
  });
  const tree = useQuery(places.query.tree.queryOptions());
  const counts = useQuery(people.query.counts.queryOptions());

  const narrow = (changes: Readonly<Record<string, string>>) => {
    setOrder({ ...order, page: 1 });
    go(peoplePaths.registerOf(withWords(words, changes)));
  };
  if (list.isError) return <ErrorFace error={list.error} retry={() => void list.refetch()} />;
  return (
    <Page
      title={t('register')}
      lead={t('register.lead')}
      actions={
        <>
          <Button
            disabled={!mayImport}
            title={mayImport ? '' : t('register.not-allowed')}
            onClick={() => go(peoplePaths.import)}
          >
            {t('register.import')}
          </Button>
          <ExportButton />
          <Button
            type="primary"
            disabled={!mayChange}
            title={mayChange ? '' : t('register.not-allowed')}
            onClick={() => setAdding(true)}
          >
            {t('register.add')}
          </Button>
        </>
      }
    >
      <NoticeFirst />
      <div className="register">
        <PlaceTree
          tree={tree.data}
          counts={counts.data}
          compoundId={filter.compoundId ?? null}
          buildingId={filter.buildingId ?? null}
          onPick={(picked) => narrow({ compound: '', building: '', dwelling: '', ...picked })}
        />
        <div className="register-list">
          <RegisterFilters words={words} total={list.data?.total ?? null} onNarrow={narrow} />
          <RegisterTable
            rows={list.data?.rows ?? []}
            total={list.data?.total ?? 0}
            loading={list.isFetching}
            order={order}
            onOrder={setOrder}
            openId={resident}
            onOpen={(id) => go(peoplePaths.registerOf(withWords(words, { resident: id })))}
            narrowed={Object.keys(filter).length > 0}
          />
        </div>
      </div>
      <ResidentDrawer
        residentId={resident}
        onOpen={(id) => go(peoplePaths.registerOf(withWords(words, { resident: id })))}
        onClose={() => go(peoplePaths.registerOf(withWords(words, { resident: '' })))}
      />
      <AddDrawer
        open={adding}
        buildingId={filter.buildingId ?? null}
        tree={tree.data}
        onClose={() => setAdding(false)}
        onAdded={(id) => go(peoplePaths.registerOf(withWords(words, { resident: id })))}
      />
    </Page>
  );
}

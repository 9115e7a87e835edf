import { Alert, Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { planText } from '../../messages/plan.ts';
import { type PeopleList, reckon, without } from './list-text.ts';
import { SheetColumns } from './sheet-columns.tsx';
import { UnreadLines } from './unread-lines.tsx';
import { useReadList } from './use-read-list.ts';

/** A form's control: people by name, pasted or out of a sheet. `value` before anything is touched: those that stand. */
export function ListField(props: { id?: string; value?: PeopleList; onChange?: (list: PeopleList) => void }) {
  const t = useText(planText);
  const { value = { residentIds: [], pending: false }, onChange } = props;
  const [standing, setStanding] = useState(value.residentIds);
  const [text, setText] = useState('');
  const list = useReadList();
  const { unread, repeats } = reckon(standing, list.lines, list.choices);
  const told = (lines = list.lines, choices = list.choices, kept = standing) => {
    const { residentIds, unread: left } = reckon(kept, lines, choices);
    onChange?.({ residentIds, pending: left.length > 0 });
  };

  const write = (next: string) => {
    setText(next);
    list.forget();
    onChange?.({ residentIds: standing, pending: next.trim() !== '' });
  };
  const read = async (what: string) => {
    const lines = await list.read(what);
    if (lines) told(lines, new Map());
  };
  const drop = () => {
    const rest = without(text, unread);
    setText(rest);
    void read(rest);
  };
  const clear = () => {
    setStanding([]);
    told(list.lines, list.choices, []);
  };

  return (
    <div className="plan-list">
      {standing.length > 0 ? (
        <p>
          {t('list-standing', { count: standing.length })}{' '}
          <Button size="small" onClick={clear}>
            {t('list-clear')}
          </Button>
        </p>
      ) : null}
      <Input.TextArea
        {...(props.id === undefined ? {} : { id: props.id })}
        rows={4}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      <div className="plan-list-actions">
        <Button loading={list.busy} disabled={text.trim() === ''} onClick={() => void read(text)}>
          {t('list-read')}
        </Button>
        <Upload
          accept=".xlsx,.xls,.csv"
          multiple={false}
          showUploadList={false}
          beforeUpload={(file) => {
            void list.open(file);
            return false;
          }}
        >
          <Button loading={list.opening}>{t('list-sheet')}</Button>
        </Upload>
      </div>
      <ProblemAlert problems={list.problem ? [list.problem] : []} />
      {list.tooMany === null ? null : (
        <Alert type="warning" showIcon title={t('list-too-many', list.tooMany)} />
      )}
      {list.rows === null ? null : (
        <SheetColumns
          rows={list.rows}
          onTake={(lines) => {
            list.close();
            const joined = text.trim() === '' ? lines : `${text.trimEnd()}\n${lines}`;
            setText(joined);
            void read(joined);
          }}
        />
      )}
      {list.lines.length > 0 ? (
        <p role="status">
          {t('list-found', { count: value.residentIds.length })}
          {repeats > 0 ? `，${t('list-repeats', { count: repeats })}` : ''}
        </p>
      ) : null}
      <UnreadLines
        lines={unread}
        labels={list.labels}
        onChoose={(number, residentId) => {
          const choices = list.choose(number, residentId);
          told(list.lines, choices);
        }}
        onDrop={drop}
      />
    </div>
  );
}

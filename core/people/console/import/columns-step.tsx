import { Button } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import type { ImportOpened } from '../../contract/import.ts';
import type { Mapping, SheetMapping } from '../../domain/import/mapping.ts';
import { importText } from '../../messages/import.ts';
import { KeptMappings } from './kept-mappings.tsx';
import { SheetColumns } from './sheet-columns.tsx';

/** How each sheet is read: which columns, which compound, which addresses. */
export function ColumnsStep(props: {
  opened: ImportOpened;
  mapping: Mapping;
  busy: boolean;
  onChange: (mapping: Mapping) => void;
  onPreview: () => void;
}) {
  const t = useText(importText);
  const { opened, mapping, busy, onChange, onPreview } = props;
  const change = (next: SheetMapping): void =>
    onChange({ sheets: mapping.sheets.map((part) => (part.sheet === next.sheet ? next : part)) });
  const corrections = opened.sheets.some((sheet) => sheet.corrections);
  const ready = corrections || mapping.sheets.some((part) => part.use);
  return (
    <>
      <div className="import-bar">
        <KeptMappings opened={opened} mapping={mapping} onUse={onChange} />
        <Button type="primary" disabled={!ready} loading={busy} onClick={onPreview}>
          {t('import.preview')}
        </Button>
      </div>
      {opened.sheets.map((sheet) => {
        const part = mapping.sheets.find(({ sheet: name }) => name === sheet.name);
        if (part === undefined) return <p key={sheet.name}>{t('import.sheet.corrections')}</p>;
        return (
          <SheetColumns
            key={sheet.name}
            sheet={sheet}
            mapping={part}
            rules={opened.rules}
            onChange={change}
          />
        );
      })}
    </>
  );
}

import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { ImportOpened } from '../../contract/import.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import { applySavedMapping } from '../../domain/import/saved-mapping.ts';
import { importText } from '../../messages/import.ts';
import { sampleSheet } from './sample-sheet.ts';

/** Ways of reading kept under names: taken for this file, or kept from it. */
export function KeptMappings(props: {
  opened: ImportOpened;
  mapping: Mapping;
  onUse: (mapping: Mapping) => void;
}) {
  const t = useText(importText);
  const { opened, mapping, onUse } = props;
  const { submit, busy } = useSubmit(t('import.mapping.saved'));
  const [name, setName] = useState('');
  const use = (id: string): void => {
    const kept = opened.saved.find((saved) => saved.id === id);
    if (kept) onUse(applySavedMapping(kept.mapping, opened.sheets.map(sampleSheet), mapping));
  };
  const save = async (): Promise<void> => {
    const body = { mappingId: newId(), name: name.trim(), mapping };
    const answer = await submit('people.save-import-mapping', 1, body);
    if (answer?.first === 'done') setName('');
  };
  return (
    <>
      {opened.saved.length === 0 ? null : (
        <Select
          value={null}
          placeholder={t('import.mapping.use')}
          aria-label={t('import.mapping.use')}
          popupMatchSelectWidth={false}
          options={opened.saved.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(id: string | null) => id !== null && use(id)}
        />
      )}
      <Space.Compact className="import-keep">
        <Input
          value={name}
          maxLength={40}
          placeholder={t('import.mapping.name')}
          aria-label={t('import.mapping.name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button disabled={name.trim() === ''} loading={busy} onClick={() => void save()}>
          {t('import.mapping.save')}
        </Button>
      </Space.Compact>
    </>
  );
}

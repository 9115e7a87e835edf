import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { printInBrowser } from '#kernel/print/browser.ts';
import { Field } from '#kernel/print/field.tsx';
import { download, Section } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import type { CallUpView } from '../../contract/call-up-queries.ts';
import { callUpText } from '../../messages/call-up.ts';
import { buildingTimes } from './building-times.ts';
import { chatText } from './chat-text.ts';
import { doorSheets } from './door-sheets.ts';
import { textPicture } from './text-picture.ts';

/** What a building's chat group is told, and what hangs on its door. */
export function ChatPanel({ view }: { view: CallUpView }) {
  const t = useText(callUpText);
  const language = useLanguage();
  const buildings = useMemo(() => buildingTimes(view), [view]);
  const [chosen, setChosen] = useState<string | null>(null);
  const times = buildings.find(({ buildingId }) => buildingId === chosen) ?? buildings[0];
  if (!times) return null;
  const text = chatText(view.round.name, times, view.sites.length, language);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    notify('done', t('chat-copied'));
  };
  const picture = async () => download(`${times.compound} ${times.building}.png`, await textPicture(text));
  const print = () => {
    const { areaId, areaName } = requireSession();
    const when = toLocalInput(Date.now()).replace('T', ' ');
    const job = { areaId, areaName, round: view.round.name, when, language };
    void printInBrowser(doorSheets(job, buildings));
  };
  return (
    <Section title={t('chat')} aside={<Button onClick={print}>{t('print')}</Button>}>
      <p className="call-up-note">{t('chat-note')}</p>
      <div className="call-up-chat">
        <Field label={t('chat-building')}>
          {(id) => (
            <Select<string>
              id={id}
              value={times.buildingId}
              showSearch={{ optionFilterProp: 'label' }}
              options={buildings.map(({ buildingId, compound, building }) => ({
                value: buildingId,
                label: `${compound} ${building}`,
              }))}
              onChange={setChosen}
            />
          )}
        </Field>
        <Input.TextArea aria-label={t('chat')} readOnly value={text} autoSize={{ minRows: 6, maxRows: 20 }} />
        <p>
          <Button type="primary" onClick={() => void copy()}>
            {t('chat-copy')}
          </Button>{' '}
          <Button onClick={() => void picture()}>{t('chat-picture')}</Button>
        </p>
      </div>
    </Section>
  );
}

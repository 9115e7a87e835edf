import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useText } from '#kernel/ui/use-text.ts';
import { handoverText } from '../../messages/handover.ts';

/** It stands as it is: with a reason, since whoever signs the summary reads it. */
export function AcceptButton(props: { disabled: boolean; title: string; onAccept: (note: string) => void }) {
  const t = useText(handoverText);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const save = () => {
    setOpen(false);
    props.onAccept(note.trim());
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={(next) => setOpen(next && !props.disabled)}
      title={t('way.reason')}
      content={
        <div className="gap-reason">
          <Input
            aria-label={t('way.reason')}
            placeholder={t('way.reason-hint')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onPressEnter={() => (note.trim() === '' ? undefined : save())}
          />
          <Button type="primary" disabled={note.trim() === ''} onClick={save}>
            {t('way.save')}
          </Button>
        </div>
      }
    >
      <Button size="small" disabled={props.disabled} title={props.title}>
        {t('way.accept')}
      </Button>
    </Popover>
  );
}

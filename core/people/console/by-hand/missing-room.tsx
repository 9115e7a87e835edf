import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { byHandText } from '../../messages/by-hand.ts';

/** A room nobody had entered is added where it is missed; entrances and buildings have a page of their own. */
export function MissingRoom({ buildingId, onAdded }: { buildingId: string; onAdded: (id: string) => void }) {
  const t = useText(byHandText);
  const { submit, busy, problems } = useSubmit(t('room.added'));
  const [isOpen, setOpen] = useState(false);
  const [room, setRoom] = useState('');
  const add = async () => {
    const dwellingId = newId();
    const body = { dwellingId, buildingId, entranceId: null, room: room.trim(), floor: null };
    const answer = await submit('places.add-dwelling', 1, body);
    if (answer?.first !== 'done') return;
    onAdded(dwellingId);
    setOpen(false);
    setRoom('');
  };
  if (!isOpen) {
    return (
      <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setOpen(true)}>
        {t('room.missing')}
      </Button>
    );
  }
  return (
    <>
      <ProblemAlert problems={problems} />
      <Space.Compact>
        <Input
          value={room}
          maxLength={40}
          aria-label={t('room.new')}
          placeholder={t('room.new')}
          onChange={(event) => setRoom(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            void add();
          }}
        />
        <Button loading={busy} disabled={room.trim() === ''} onClick={() => void add()}>
          {t('room.add')}
        </Button>
      </Space.Compact>
    </>
  );
}

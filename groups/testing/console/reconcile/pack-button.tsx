import { Button, Dropdown } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { handoverText } from '../../messages/handover.ts';
import { useHandoverWords } from '../handover/use-words.ts';

/** Into the one box there is with one click; into one of several by its name. */
export function PackButton(props: {
  disabled: boolean;
  title: string;
  boxCodes: readonly string[];
  onPack: (boxCode: string) => void;
}) {
  const t = useText(handoverText);
  const { boxName } = useHandoverWords();
  const { boxCodes, disabled, title, onPack } = props;
  const [first] = boxCodes;
  if (first === undefined) return null;
  if (boxCodes.length === 1) {
    return (
      <Button size="small" type="primary" disabled={disabled} title={title} onClick={() => onPack(first)}>
        {t('way.pack-into', { box: boxName(first) })}
      </Button>
    );
  }
  const items = boxCodes.map((code) => ({ key: code, label: boxName(code) }));
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => onPack(key) }} trigger={['click']} disabled={disabled}>
      <Button size="small" type="primary" disabled={disabled} title={title}>
        {t('way.pack-choose')} ▾
      </Button>
    </Dropdown>
  );
}

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '#kernel/ui/use-text.ts';
import { handoverText } from '../../messages/handover.ts';

/** Of a form: shows why not, instead of hiding. */
export function SaveButton(props: { may: boolean; busy: boolean; children: ReactNode }) {
  const t = useText(handoverText);
  return (
    <Button
      type="primary"
      htmlType="submit"
      loading={props.busy}
      disabled={!props.may}
      title={props.may ? '' : t('not-allowed')}
    >
      {props.children}
    </Button>
  );
}

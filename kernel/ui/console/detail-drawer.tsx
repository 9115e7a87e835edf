import { Drawer } from 'antd';
import type { ReactNode } from 'react';

/** Detail at the right, so that the list stays. */
export function DetailDrawer(props: {
  title: string;
  open: boolean;
  onClose: () => void;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Drawer
      title={props.title}
      open={props.open}
      onClose={props.onClose}
      size={440}
      mask={false}
      destroyOnHidden
      extra={props.actions}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {props.children}
    </Drawer>
  );
}

import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import { type ReactNode, useEffect } from 'react';
import { noticeCell } from '../notices.ts';
import { useCell } from '../store.ts';
import { useLanguage } from '../use-text.ts';
import { theme } from './theme.ts';

/** antd's words, colours and messages around the console. */
export function ConsoleProviders({ children }: { children: ReactNode }) {
  const language = useLanguage();
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={theme}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
    >
      <App>
        <Notices />
        {children}
      </App>
    </ConfigProvider>
  );
}

const TONES = { done: 'success', flagged: 'warning', refused: 'error' } as const;

function Notices() {
  const notice = useCell(noticeCell);
  const { message } = App.useApp();
  useEffect(() => {
    if (notice) message.open({ type: TONES[notice.tone], content: notice.text, key: notice.id, duration: 6 });
  }, [notice, message]);
  return null;
}

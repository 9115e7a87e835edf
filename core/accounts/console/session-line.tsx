import { Button, Flex } from 'antd';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { OpenSession } from '../contract/queries.ts';
import { text } from '../messages/index.ts';

/** Which device, since when, last seen, and ending it. */
export function SessionLine(props: {
  session: OpenSession;
  isThis?: boolean;
  busy: boolean;
  onEnd: () => void;
}) {
  const { session, isThis = false, busy, onEnd } = props;
  const t = useText(text);
  const language = useLanguage();
  const name = session.deviceName || t('session.unknown');
  const times = {
    since: whenText(session.openedAt, language),
    seen: whenText(session.lastSeenAt, language),
  };
  return (
    <Flex justify="space-between" align="center" gap="middle">
      <span>
        <strong>{name}</strong> {isThis ? `（${t('session.this')}）` : null}
        <br />
        <small>{t('session.since', times)}</small>
      </span>
      {isThis ? null : (
        <Button size="small" loading={busy} aria-label={`${t('session.end')}: ${name}`} onClick={onEnd}>
          {t('session.end')}
        </Button>
      )}
    </Flex>
  );
}

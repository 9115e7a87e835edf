import { Button, Input, Space } from 'antd';
import { printInBrowser } from '#kernel/print/browser.ts';
import { notify } from '#kernel/ui/notices.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import type { FreshInvitation } from '../client/invitation.ts';
import { text } from '../messages/index.ts';
import { LinkQr } from './link-qr.tsx';

/** The invitations just made, while the drawer is open: afterwards nobody can show their tokens again. */
export function FreshInvitations({ made }: { made: readonly FreshInvitation[] }) {
  const t = useText(text);
  const language = useLanguage();
  const [first] = made;
  const print = async () => {
    const { invitationSheet } = await import('./invitation-sheet.ts');
    const when = toLocalInput(Date.now()).replace('T', ' ');
    await printInBrowser(invitationSheet(made, { area: requireSession().areaName, when, language }));
  };
  const copy = (link: string) =>
    navigator.clipboard.writeText(link).then(
      () => notify('done', t('invite.copied')),
      () => notify('refused', t('invite.copy-failed')),
    );
  return (
    <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
      <p role="status">
        {made.length === 1 ? t('invite.made') : t('invite.made-many', { count: made.length })}
      </p>
      {made.length === 1 && first ? (
        <>
          <LinkQr link={first.link} label={t('invite.qr')} />
          <Space.Compact style={{ width: '100%' }}>
            <Input
              readOnly
              value={first.link}
              aria-label={t('invite.link')}
              onFocus={(e) => e.target.select()}
            />
            <Button onClick={() => void copy(first.link)}>{t('invite.copy')}</Button>
          </Space.Compact>
        </>
      ) : null}
      <Button type="primary" onClick={() => void print()}>
        {t('invite.print')}
      </Button>
      <p>{t('invite.once')}</p>
    </Space>
  );
}

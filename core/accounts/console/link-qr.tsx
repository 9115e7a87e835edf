import { QRCode } from 'antd';

/** A link as a big QR, for a phone held before the screen. */
export function LinkQr({ link, label }: { link: string; label: string }) {
  return (
    <div role="img" aria-label={label}>
      <div aria-hidden="true">
        <QRCode value={link} size={320} errorLevel="M" type="svg" bordered={false} />
      </div>
    </div>
  );
}

import { QRCode } from 'antd';

/** A code to scan from across a table, and the address in letters for whom it does not scan. */
export function Code({ value, shown, label }: { value: string; shown: string; label: string }) {
  return (
    <>
      <div role="img" aria-label={label}>
        <div aria-hidden="true">
          <QRCode value={value} size={280} errorLevel="M" type="svg" bordered={false} />
        </div>
      </div>
      <p className="connect-address">{shown}</p>
    </>
  );
}

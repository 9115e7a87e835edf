import { createHash } from 'node:crypto';
import { html } from '#kernel/ui/html.ts';

interface Certificate {
  readonly name: string;
  readonly der: Buffer;
}

/**
 * A configuration profile (.mobileconfig) that installs the certificate on iOS, iPadOS and macOS: an XML property
 * list with one payload of type `com.apple.security.root` (Apple, Configuration Profile Reference). The identifiers
 * follow from the certificate, so that installing it again replaces it.
 */
export function mobileConfig({ name, der }: Certificate): string {
  const id = (purpose: string) => uuidOf(createHash('sha256').update(purpose).update(der).digest());
  return html`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>concerto.local-authority</string>
<key>PayloadUUID</key><string>${id('profile')}</string>
<key>PayloadDisplayName</key><string>${name}</string>
<key>PayloadRemovalDisallowed</key><false/>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.apple.security.root</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>concerto.local-authority.root</string>
<key>PayloadUUID</key><string>${id('root')}</string>
<key>PayloadDisplayName</key><string>${name}</string>
<key>PayloadCertificateFileName</key><string>concerto.crt</string>
<key>PayloadContent</key><data>${der.toString('base64')}</data>
</dict></array>
</dict></plist>
`.text;
}

/** Sixteen bytes of a digest in the form of a UUID, version 8 (RFC 9562). */
function uuidOf(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

import type zh from './zh-CN.ts';

export default {
  title: 'Let this device trust the server',
  lead: 'Trust it once: from then on the connection is encrypted, the camera scans codes, and pages open without a network',
  scope: 'This root certificate vouches for this server in the local network only, for no other site',
  other: '中文',
  wechat:
    'You are inside WeChat or another app, which cannot install a certificate. Tap “…” at the top right and choose to open in the browser',
  'check-asking': 'Checking…',
  'check-trusted': 'This device trusts the server. You can open it',
  'check-not-yet':
    'This device does not trust the server yet. Follow the steps below, then come back to this page',
  open: 'Open Concerto',
  'open-hint':
    'If the browser says that the connection is not private, it is not trusted yet: come back to this page and follow the steps',
  'step-1': 'Step 1: download the root certificate',
  'step-2': 'Step 2: trust it in the settings',
  'step-3': 'Step 3: compare the fingerprint',
  'step-4': 'Step 4: open',
  fingerprint: 'Fingerprint (SHA-256)',
  'fingerprint-why':
    'The certificate’s details on the device show it. Compare it with the console’s page “Connect phones” or with what the start printed; if they differ, delete the certificate and tell the information desk',
  named: 'Its name on the device: {name}, valid until {date}',
  'other-platforms': 'Other devices',
  remove: 'When you no longer need it, delete it in the same place',
  'download-crt': 'Download the root certificate (.crt)',
  'download-pem': 'Download the root certificate (.pem)',
  'download-profile': 'Download the profile',
  android: 'Android (Chrome)',
  'android-1':
    'Open Settings, search for “certificate” and choose “CA certificate”; it may also be called “Install from storage”',
  'android-2':
    'Or go to Security → More security settings → Encryption & credentials → Install a certificate → CA certificate',
  'android-3':
    'At the warning choose “Install anyway”, enter the screen lock, and pick concerto.crt. A phone without a screen lock needs one first',
  'android-4': 'Open it in Chrome or the phone’s own browser; Firefox has a setting of its own',
  ios: 'iPhone and iPad (Safari)',
  'ios-1': 'Open this page in Safari, tap “Download the profile” and allow it',
  'ios-2':
    'Settings → “Profile Downloaded” at the top → Install at the top right, enter the passcode, Install again',
  'ios-3':
    'One more switch: Settings → General → About → Certificate Trust Settings at the bottom → turn on “Concerto 协奏”',
  harmony: 'HarmonyOS',
  'harmony-1':
    'Open Settings, search for “certificate”, choose “Install from storage” or “Install certificate”, then “CA certificate”',
  'harmony-2':
    'Or go to Security (or Privacy & security) → More security settings (or Advanced) → Encryption and credentials (or Certificates and credentials)',
  'harmony-3': 'Pick concerto.crt and enter the screen lock',
  windows: 'Windows',
  'windows-1': 'Double-click concerto.crt, choose Install Certificate, Current User, Next',
  'windows-2':
    'Choose “Place all certificates in the following store”, Browse, “Trusted Root Certification Authorities”, Next, Finish',
  'windows-3':
    'When it asks, compare the fingerprint first, then say Yes. Close the browser and open it again',
  macos: 'Mac',
  'macos-1': 'Double-click concerto.crt and add it to the login keychain',
  'macos-2':
    'In Keychain Access double-click “Concerto 协奏”, open Trust, choose Always Trust, close the window, enter the password',
  linux: 'Linux (Chromium or Chrome)',
  'linux-1':
    'Settings → Privacy and security → Security → Manage certificates → Custom or Authorities → import concerto.crt and trust it for identifying websites',
} satisfies Record<keyof typeof zh, string>;

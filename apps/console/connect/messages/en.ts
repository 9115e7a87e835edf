import type zh from './zh-CN.ts';

export default {
  title: 'Connect phones',
  lead: 'Volunteers scan these codes with their phones; nobody types an address',
  address: 'Which address phones use',
  'address-why':
    'Phones have to be in the same wireless network as this server. If a scan opens nothing, try another',
  'trust-title': 'Step 1: trust this server (once per phone)',
  'trust-why': 'Follow the steps on the phone. A phone that trusts it already goes on by itself',
  'trust-qr': 'Code of the trust page',
  'join-title': 'Step 2: open the phone app',
  'join-title-only': 'Open the phone app',
  'join-why': 'Whoever is new also scans an invitation of his or her own',
  'join-invite': 'Make invitations',
  'join-qr': 'Code of the phone app',
  fingerprint: 'Fingerprint of the authority',
  'fingerprint-why':
    'Compare it with the certificate’s details on the phone: only if they agree is it this server’s',
  'plain-title': 'The connection is not encrypted',
  'plain-why':
    'Phones cannot scan with the camera or open without a network, and others in the same network can see what is sent',
  'plain-how': 'Ask whoever runs the server to stop Concerto and start it with:',
  'loop-only': 'This computer is in no network, so phones cannot reach it. Connect it to a network first',
  insecure: 'Not encrypted: others in the same network can see passwords and residents’ data',
  'insecure-title': 'This address is not encrypted',
  'insecure-why':
    'While the address begins with http, others in the same network can see the password you type and the residents’ data you open. What also does not work:',
  'insecure-camera': 'scanning with the camera (hand scanners and typing work)',
  'insecure-copy': 'copying an invitation link with one press (select and copy it by hand)',
  'insecure-next':
    'Looking around is fine; for signing in and importing a register go to the encrypted address.',
  'insecure-open': 'Open the encrypted address',
  'insecure-trust': 'First let this computer trust the server',
  'insecure-how':
    'Ask whoever runs the server to stop Concerto, start it with this, and open the address it prints:',
  'insecure-proxy': 'Ask the information desk for the address that begins with https.',
  'insecure-go': 'Use it all the same',
} satisfies Record<keyof typeof zh, string>;

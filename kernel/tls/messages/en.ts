import type zh from './zh-CN.ts';

export default {
  'problem.tls.file-missing': 'There is no such file: {file}',
  'problem.tls.file-unreadable': 'This file cannot be read: {file} ({reason}). Check who may read it',
  'problem.tls.not-a-certificate':
    'There is no certificate in {file}. PEM is needed: it begins with BEGIN CERTIFICATE',
  'problem.tls.not-a-key':
    'There is no private key in {file}. PEM is needed: it begins with BEGIN PRIVATE KEY',
  'problem.tls.key-locked':
    'The private key is locked with a passphrase and nobody can type it at a start: {file}. Save one without (openssl pkey -in OLD -out NEW), readable by its owner only',
  'problem.tls.key-does-not-fit':
    'The private key and the certificate are not a pair: {key}, {certificate}. Check that both come from one request',
  'problem.tls.expired':
    'The certificate expired on {date}: {file}. Get a new one; also check the date of this computer',
  'problem.tls.not-yet-valid':
    'The certificate is valid from {date} only: {file}. Most likely the date of this computer is wrong',
  'problem.tls.authority-damaged':
    'The local authority’s file is damaged: {file}. Restore it from a backup; without one, delete it and start again, and every phone has to trust the new one',
  'problem.tls.authority-expired':
    'The local authority expired on {date}. Check the date of this computer first; if it is right, delete {file} and start again, and every phone has to trust the new one',
  'problem.tls.folder-unwritable': 'This folder cannot be written: {folder} ({reason})',
} satisfies Record<keyof typeof zh, string>;

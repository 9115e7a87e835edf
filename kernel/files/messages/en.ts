import type zh from './zh-CN.ts';

export default {
  'photo.take': 'Take a photo',
  'photo.again': 'Take it again',
  'photo.busy': 'Preparing the photo…',
  'photo.preview': 'The photo just taken',
  'problem.files.not-expected': 'No record speaks of this photo; wait until the record has synced',
  'problem.files.wrong-place': 'The photo was cut off on the way; it goes on by itself',
  'problem.files.too-large': 'The photo is too large, {limit} KB at most; take it again',
  'problem.files.incomplete': 'The photo is not all here yet; it goes on by itself',
  'problem.files.not-the-same': 'What arrived is not the photo that was taken; it is sent anew',
  'problem.files.not-here-yet':
    'The photo is still on the phone that took it; it comes once that has a network',
  'problem.files.no-such-file': 'There is no such photo; its time may be over',
  'problem.files.no-picture': 'This is no picture, or it cannot be read; take it again',
  'problem.files.not-secure':
    'Without a secure connection no photo can be taken. Open the https address, or say it in a note',
  'problem.files.no-video':
    'This is no video that phones play: choose MP4 or WebM; turn an iPhone’s MOV into MP4 first',
  'problem.files.video-too-large': 'The video is too large, {limit} MB at most; shorten or compress it',
  'command.files.receive': 'Photo arrived',
  'setting.files.keep-photo-days': 'Days photos are kept',
  'setting-source.files.keep-photo-days':
    'PIPL art. 19: no longer than the purpose needs; three months in which a scene is looked up is practice',
} as const satisfies Record<keyof typeof zh, string>;

import { describe, expect, it } from 'vitest';
import { typeOf } from './sniff.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what a file is', () => {
  it('is read from its first bytes, whatever it is called', () => {
    expect(typeOf(bytes('\xff\xd8\xff\xe0..JFIF'))).toBe('image/jpeg');
    expect(typeOf(bytes('\x89PNG\r\n\x1a\n....'))).toBe('image/png');
    expect(typeOf(bytes('RIFF\x01\x02\x03\x04WEBPVP8 '))).toBe('image/webp');
  });

  it('is a video that every phone plays, and not a telephone’s own kind', () => {
    expect(typeOf(bytes('\0\0\0\x20ftypisom\0\0\x02\0'))).toBe('video/mp4');
    expect(typeOf(bytes('\0\0\0\x18ftypmp42'))).toBe('video/mp4');
    expect(typeOf(bytes('\0\0\0\x14ftypqt  '))).toBeNull();
    expect(typeOf(bytes('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm'))).toBe('video/webm');
    expect(typeOf(bytes('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska'))).toBeNull();
  });

  it('is nothing we take when it is a drawing, a page, a sound, cut short or empty', () => {
    const others = [
      '<svg xmlns=',
      '<html>',
      'RIFF\x01\x02\x03\x04WAVEfmt ',
      '\xff\xd8',
      'GIF89a',
      '%PDF-1.7',
      '',
    ];
    expect(others.map((text) => typeOf(bytes(text)))).toEqual(others.map(() => null));
  });
});

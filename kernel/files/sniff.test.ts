import { describe, expect, it } from 'vitest';
import { typeOf } from './sniff.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what a file is', () => {
  it('is read from its first bytes, whatever it is called', () => {
    expect(typeOf(bytes('\xff\xd8\xff\xe0..JFIF'))).toBe('image/jpeg');
    expect(typeOf(bytes('\x89PNG\r\n\x1a\n....'))).toBe('image/png');
    expect(typeOf(bytes('RIFF\x01\x02\x03\x04WEBPVP8 '))).toBe('image/webp');
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

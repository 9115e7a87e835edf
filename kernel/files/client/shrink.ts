import { ProblemError } from '../../problem/problem.ts';
import type { Bytes } from '../../vault/bytes.ts';
import { FILE_LIMIT, filesProblems } from '../contract.ts';

/**
 * The longest side a photo keeps, px: at 1,600 the writing on a wall poster or a box label 2 m away is still read
 * (about 1 px per 1.5 mm of a scene 2.4 m wide), and it weighs a tenth of what a camera gives.
 */
export const LONGEST_SIDE = 1600;

/** JPEG qualities tried until it fits; the first almost always does. */
const QUALITIES = [0.8, 0.6, 0.4] as const;

/**
 * A camera's picture made small. It is drawn anew, so that nothing of the file remains but what is seen: no place, no
 * time, no name of a device (EXIF). Throws `files.no-picture`, `files.too-large`.
 */
export async function shrink(picture: Blob): Promise<Bytes> {
  const image = await decode(picture);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new ProblemError(filesProblems['no-picture']);
  // JPEG has no transparency: what was see-through is paper, not black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const drawn = await encode(canvas, quality);
    if (drawn.size <= FILE_LIMIT) return new Uint8Array(await drawn.arrayBuffer());
  }
  throw new ProblemError(filesProblems['too-large'], { limit: FILE_LIMIT / 1024 });
}

/** By an image element: it turns a picture as its camera was held in every browser since 2020, which bitmaps do not. */
async function decode(picture: Blob): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(picture);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    throw new ProblemError(filesProblems['no-picture']);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function encode(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new ProblemError(filesProblems['no-picture']))),
      'image/jpeg',
      quality,
    );
  });
}

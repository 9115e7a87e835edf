import { newId } from '../../ui/submit.ts';
import { describeFile, type NewFile } from './describe.ts';
import { shrink } from './shrink.ts';

/** A picture as the camera gave it, made small, cleaned and described. Throws as `shrink` and `describeFile`. */
export async function takePhoto(picture: Blob): Promise<NewFile> {
  return describeFile(newId(), await shrink(picture));
}

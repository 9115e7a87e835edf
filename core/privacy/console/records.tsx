import { PaperPage } from './paper-page.tsx';

/** The record of processing (PIPL art. 56). */
export default function Records() {
  return <PaperPage kind="records" />;
}

import { PaperPage } from './paper-page.tsx';

/** The impact assessment (PIPL arts. 55–56). */
export default function Assessment() {
  return <PaperPage kind="assessment" />;
}

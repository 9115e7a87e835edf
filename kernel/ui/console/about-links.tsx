import { usePagesAbout } from '../about.ts';
import { GoLink } from '../navigation.tsx';
import { useLanguage } from '../use-text.ts';

/** Links to what other modules keep about a row, e.g. a resident's tests; nothing where nobody keeps anything. */
export function AboutLinks({ what, id }: { what: string; id: string }) {
  const language = useLanguage();
  const pages = usePagesAbout(what);
  if (pages.length === 0) return null;
  return (
    <ul className="about-links">
      {pages.map((page) => (
        <li key={page.path(id)}>
          <GoLink to={page.path(id)}>{page.title(language)}</GoLink>
        </li>
      ))}
    </ul>
  );
}

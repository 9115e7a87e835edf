import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Paths are plain strings from the modules' path builders, so that screens know no shell's router type. */

/** A link to another screen, also with `?…`: opens in a new tab like any link. */
export function GoLink(props: {
  to: string;
  className?: string;
  children: ReactNode;
  label?: string;
  /** Current only on the very page, not on pages below it. */
  exact?: boolean;
}) {
  const { path, search } = split(props.to);
  return (
    <Link
      to={path as never}
      search={search as never}
      {...(props.exact ? { activeOptions: { exact: true, includeSearch: false } } : {})}
      {...(props.className === undefined ? {} : { className: props.className })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.children}
    </Link>
  );
}

/** `const go = useGo(); go('/testing/rounds')`, or `go(path, { replace: true })`. */
export function useGo(): (to: string, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return (to, options) => {
    const { path, search } = split(to);
    // The promise ends when the screen stands; a failed load is shown by the router's own error face.
    void navigate({ to: path as never, search: search as never, replace: options?.replace ?? false });
  };
}

/** The `?name=value` part as strings; what a figure's link narrows its list by. */
export function useSearchWords(): Readonly<Record<string, string>> {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
}

function split(to: string): { path: string; search: Record<string, string> } {
  const [path = to, query = ''] = to.split('?');
  return { path, search: Object.fromEntries(new URLSearchParams(query)) };
}

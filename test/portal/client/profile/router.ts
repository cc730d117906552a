/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export type Go = (path: string) => void;

/** The URL path, and a function that changes it without loading a page. */
export function usePath(): [string, Go] {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const read = () => setPath(location.pathname);
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const go = (next: string) => {
    history.pushState(null, '', next);
    setPath(next);
  };
  return [path, go];
}

interface LinkProps {
  to: string;
  go: Go;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
}

/** A link inside the application; with Ctrl or another modifier it is an ordinary link. */
export function Link({ to, go, class: className, current, children }: LinkProps): VNode {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return html`<a
    href=${to}
    class=${className}
    aria-current=${current ? 'page' : undefined}
    onClick=${follow}
  >${children}</a>`;
}

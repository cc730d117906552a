import { type FunctionComponent, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Makes a component whose code is fetched, from the package itself, when it is first shown: what few
 * windows show costs the others nothing.
 */
export function lazily<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  return (props) => {
    const [, draw] = useState(false);
    useEffect(() => {
      if (loaded) return;
      void load().then((component) => {
        loaded = component;
        draw(true);
      });
    }, []);
    return loaded ? h(loaded, props) : null;
  };
}

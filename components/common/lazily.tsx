import { type FunctionComponent, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Makes a component whose code is loaded when the component is first shown. A window that never shows it does not
 * pay for it.
 * @param load imports the component from another file of the package
 */
export function lazily<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  return (props) => {
    const [, redraw] = useState(false);
    useEffect(() => {
      if (loaded) return;
      void load().then((component) => {
        loaded = component;
        redraw(true);
      });
    }, []);
    return loaded ? h(loaded, props) : null;
  };
}

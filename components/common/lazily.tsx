import { type FunctionComponent, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Lazy<Props> = FunctionComponent<Props> & {
  /** Loads the code ahead of time, so that the component appears without delay. */
  preload(): Promise<void>;
};

/**
 * Makes a component whose code is loaded when the component is first shown. A window that never shows it does not
 * pay for it.
 * @param load imports the component from another file of the package
 */
export function lazily<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): Lazy<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  async function preload() {
    loaded ??= await load();
  }
  function Lazy(props: Props) {
    const [, redraw] = useState(false);
    useEffect(() => {
      if (!loaded) void preload().then(() => redraw(true));
    }, []);
    return loaded ? h(loaded, props) : null;
  }
  return Object.assign(Lazy, { preload });
}

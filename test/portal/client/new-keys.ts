import { useState } from 'preact/hooks';
import { config } from './config.ts';

/** A key whose value can still be shown. */
export interface NewKey {
  name: string;
  value: string;
  at: Date;
}

/** The keys generated since the page loaded, and the notifications that may show them. */
export interface NewKeys {
  list: NewKey[];
  panelOpen: boolean;
  setPanelOpen(open: boolean): void;
  announce(key: { name: string; value: string }): void;
  /** Discards the value of a key, or every value without a key. */
  dismiss(key?: NewKey): void;
}

export function useNewKeys(): NewKeys {
  const [list, setList] = useState<NewKey[]>([]);
  const [panelOpen, setPanelOpen] = useState(false);

  const show = (key: NewKey) => {
    setList((keys) => [key, ...keys]);
    if (config.reveal === 'panel' && config.panelOpens) setPanelOpen(true);
  };
  return {
    list,
    panelOpen,
    setPanelOpen,
    announce(key) {
      const announced = { ...key, at: new Date() };
      if (config.valueDelay === 0) show(announced);
      else setTimeout(show, config.valueDelay, announced);
    },
    dismiss: (key) => setList((keys) => keys.filter((other) => key !== undefined && other !== key)),
  };
}

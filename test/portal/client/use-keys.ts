/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks';
import {
  type ApiKey,
  generateKey,
  listKeys,
  renameKey,
  revokeKey,
  revokeLegacyKey,
} from './api.ts';
import { config } from './config.ts';
import { labels } from './labels/common.ts';

const LEGACY: ApiKey = {
  id: 'legacy',
  name: labels.legacy,
  lastIp: null,
  lastActivity: null,
  legacy: true,
};

/** The signed-in user's keys and the actions on them. */
export interface Keys {
  list: ApiKey[];
  /** Grows with each redraw. As part of the rows' keys it forces new elements, as on real pages. */
  drawing: number;
  failed: boolean;
  generate(name: string): Promise<{ name: string; value: string } | undefined>;
  rename(id: string, name: string): Promise<unknown>;
  revoke(id: string): Promise<unknown>;
}

export function useKeys(): Keys {
  const [list, setList] = useState<ApiKey[]>([]);
  const [drawing, setDrawing] = useState(0);
  const [legacy, setLegacy] = useState(config.legacyKey);
  const [failed, setFailed] = useState(false);

  async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await action();
      setList(await listKeys());
      setFailed(false);
      return result;
    } catch {
      setFailed(true);
      return undefined;
    }
  }

  useEffect(() => {
    const redraw = async () => {
      await attempt(async () => undefined);
      setDrawing((count) => count + 1);
    };
    redraw();
    const timer = config.redrawEvery > 0 ? setInterval(redraw, config.redrawEvery) : undefined;
    addEventListener('portal:redraw', redraw);
    return () => {
      clearInterval(timer);
      removeEventListener('portal:redraw', redraw);
    };
  }, []);

  return {
    list: legacy ? [...list, LEGACY] : list,
    drawing,
    failed,
    generate: (name) => attempt(() => generateKey(name)),
    rename: (id, name) => attempt(() => renameKey(id, name)),
    revoke: (id) =>
      attempt(async () => {
        if (id !== LEGACY.id) return revokeKey(id);
        await revokeLegacyKey();
        setLegacy(false);
        return undefined;
      }),
  };
}

import { readFileSync } from 'node:fs';
import type { Language } from '../../portal/settings.ts';
import type { DemoLayout } from './options.ts';

/** Returns a text of the extension in the language of the demo. */
export type Words = (key: string, ...values: string[]) => string;

/** Reads the extension's own texts, so that the same steps work in each language. */
export function readWords(language: Language): Words {
  const file = new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url);
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  return (key, ...values) => {
    const entry = all[key];
    if (!entry) throw new Error(`The extension has no text "${key}" in "${language}".`);
    return entry.message.replace(/\$(\d)/g, (_, at) => values[Number(at) - 1] ?? '');
  };
}

/** The labels needed to generate a key on the portal's page. */
interface PageWords {
  generate: Record<DemoLayout, string>;
  name: string;
  submit: string;
}

/** The portal's own labels, which are not among the extension's texts. */
export const PAGE_WORDS: Record<Language, PageWords> = {
  en: {
    generate: { profile: 'Generate API key', drawer: 'Generate API Key' },
    name: 'Name',
    submit: 'Generate',
  },
  fr: {
    generate: { profile: "Générer une clé d'API", drawer: "Générer une clé d'API" },
    name: 'Nom',
    submit: 'Générer',
  },
  es: {
    generate: { profile: 'Generar clave de API', drawer: 'Generar clave de API' },
    name: 'Nombre',
    submit: 'Generar',
  },
};

import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../../public/_locales/en/messages.json';
import es from '../../../public/_locales/es/messages.json';
import fr from '../../../public/_locales/fr/messages.json';

const LOCALES: Record<string, Record<string, { message: string }>> = { en, es, fr };

/**
 * Sets the browser to a language, with the extension's real texts, until the end of the test.
 * @param interfaceLanguage the browser's own language, which may be one the extension has no texts for
 */
export function setLanguage(language = 'en', interfaceLanguage = language): void {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name, values) =>
    substitute(LOCALES[language]?.[name]?.message ?? '', [values ?? []].flat().map(String)),
  );
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(interfaceLanguage);
}

/** Replaces `$1` to `$9` in one pass and `$$` with one dollar, as browsers do. */
function substitute(text: string, values: string[]): string {
  return text.replace(/\$(\$|[1-9])/g, (_, which: string) =>
    which === '$' ? '$' : (values[Number(which) - 1] ?? ''),
  );
}

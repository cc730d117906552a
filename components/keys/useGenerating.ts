import { useEffect, useRef, useState } from 'preact/hooks';
import type { Drafts } from '../../utils/keys/drafts';
import { focusNewKey } from './focus';
import type { GenerateFormProps } from './GenerateForm';

/**
 * Opens and closes the form for a new key. The typed name outlives the window; it is forgotten when the
 * person cancels, or once the request was accepted.
 * @param onGenerate resolves with `null` once the request was accepted, or with a sentence saying why not
 * @returns the form's props while it is open, a function that opens it with a name, and a reference for
 *   the button that opens it
 */
export function useGenerating(
  drafts: Drafts,
  onGenerate: (name: string) => Promise<string | null>,
) {
  const [initialName, setInitialName] = useState(drafts.get('generate'));
  const opener = useRef<HTMLButtonElement>(null);
  const restoreFocus = useRef<(() => void) | null>(null);
  useEffect(() => {
    restoreFocus.current?.();
    restoreFocus.current = null;
  }, [initialName]);

  function open(name: string) {
    drafts.keep('generate', name);
    setInitialName(name);
  }

  function close(focus: () => void) {
    drafts.keep('generate', '');
    restoreFocus.current = focus;
    setInitialName(null);
  }

  const form: Omit<GenerateFormProps, 'names'> | null =
    initialName === null
      ? null
      : {
          draft: initialName,
          onDraft: (name) => drafts.keep('generate', name),
          onCancel: () => close(() => opener.current?.focus()),
          async onGenerate(name) {
            const failure = await onGenerate(name);
            if (failure === null) close(focusNewKey);
            return failure;
          },
        };
  return { form, open, opener };
}

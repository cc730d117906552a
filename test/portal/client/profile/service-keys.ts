/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { css } from '../class-names.ts';
import { Icon } from '../icons.ts';
import { t } from '../labels/services.ts';
import { Secret } from '../secret.ts';
import { listPlaces, type ServiceField, type ServicePlace, serviceFields } from '../services.ts';

/** Credentials for the chosen service. */
export function ServiceKeys({ kind }: { kind: 'compute' | 'storage' }): VNode {
  const [place, setPlace] = useState<ServicePlace>();
  const [fields, setFields] = useState<ServiceField[]>([]);
  const choose = async (chosen: ServicePlace) => {
    setPlace(chosen);
    setFields(await serviceFields(chosen));
  };
  const regenerate = async () => place && setFields(await serviceFields(place, 'POST'));

  return html`<section class=${css('services')}>
    <div class=${css('section-header')}>
      <h3>${t.section}</h3>
      ${
        fields.length > 0 &&
        html`<button type="button" class=${css('pill')} onClick=${regenerate}>
          <${Icon} name="refresh" /> ${t.regenerate}
        </button>`
      }
    </div>
    <${Search} kind=${kind} chosen=${place?.text ?? ''} choose=${choose} />
    ${fields.length > 0 && html`<${FieldTable} fields=${fields} />`}
  </section>`;
}

interface SearchProps {
  kind: 'compute' | 'storage';
  chosen: string;
  choose: (place: ServicePlace) => void;
}

function Search({ kind, chosen, choose }: SearchProps): VNode {
  const [places, setPlaces] = useState<ServicePlace[]>([]);
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    // Without the list the box stays empty, because nothing else on the page needs it.
    listPlaces(kind).then(setPlaces, () => {});
  }, [kind]);
  const pick = (place: ServicePlace) => {
    setTyped(undefined);
    choose(place);
  };
  const matching = places.filter(({ text }) =>
    text.toLowerCase().includes((typed ?? '').toLowerCase()),
  );
  return html`<div class=${css('search')}>
    <${Icon} name="cloud" />
    <input
      role="combobox"
      aria-expanded=${typed !== undefined}
      placeholder=${t.search}
      value=${typed ?? chosen}
      autocomplete="off"
      onFocus=${() => setTyped('')}
      onInput=${(event: InputEvent) => setTyped((event.target as HTMLInputElement).value)}
    />
    ${
      typed !== undefined &&
      html`<ul role="listbox">
        ${matching.map(
          (place) => html`<li
            key=${place.path}
            role="option"
            onClick=${() => pick(place)}
          >${place.text}</li>`,
        )}
      </ul>`
    }
  </div>`;
}

function FieldTable({ fields }: { fields: ServiceField[] }): VNode {
  return html`<table class=${css('keys', 'fields')}>
    <thead>
      <tr><th></th><th>${t.field}</th><th>${t.value}</th></tr>
    </thead>
    <tbody>
      ${fields.map(
        ({ key, value, sensitive }) => html`<tr key=${key}>
          <td></td>
          <td>${t.fields[key] ?? key}</td>
          <td>
            ${
              sensitive
                ? html`<${Secret} value=${value} copy=${false} />`
                : html`<span class=${css('mono')}>${value}</span>`
            }
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

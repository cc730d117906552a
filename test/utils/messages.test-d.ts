import { expectTypeOf } from 'vitest';
import type { Handlers } from '../../utils/background/answer-messages';
import { type MessageName, type Payload, send } from '../../utils/messages';
import type { Problem } from '../../utils/portal/errors';

const SESSION = { origin: 'https://portal.example.com', store: '' };

// A message carries exactly its fields.
expectTypeOf<Payload<'discover'>>().toEqualTypeOf<{ origin: string; store: string }>();
expectTypeOf<Payload<'requestsSeen'>>().toEqualTypeOf<{ addresses: string[] }>();
expectTypeOf<Payload<'copiedOnPage'>>().toEqualTypeOf<{ what: 'secret' | 'other' }>();
send('discover', SESSION);
// @ts-expect-error a field is missing
send('discover', { origin: SESSION.origin });
// @ts-expect-error a field too many
send('finish', { id: '1', value: 'x' });
// @ts-expect-error a field of another type
send('finish', { id: 1 });
// @ts-expect-error a value that is not one of those declared
send('copiedOnPage', { what: 'key' });
// @ts-expect-error a message that is not declared
send('revoke', { id: '1' });

// The answer is the declared one, or nothing.
expectTypeOf(send('discover', SESSION)).resolves.toEqualTypeOf<Problem | null>();
expectTypeOf(send('keep', { value: 'x', name: 'y' })).resolves.toEqualTypeOf<boolean>();
expectTypeOf(send('finish', { id: '1' })).resolves.toEqualTypeOf<void>();

// The background handles every message, with the message's own fields.
expectTypeOf<keyof Handlers>().toEqualTypeOf<MessageName>();
expectTypeOf<Parameters<Handlers['keep']>[0]>().toEqualTypeOf<{ value: string; name: string }>();
expectTypeOf<Parameters<Handlers['keep']>[1]>().toEqualTypeOf<{ origin: string; store: string }>();

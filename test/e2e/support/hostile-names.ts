/** A name that would reverse the text beside it. */
export const REVERSING = 'pay\u202Elive-yolped\u2066x';

/** Names that a user, or somebody else who can name their keys, could choose. */
export const HOSTILE_NAMES = [
  '<img src=x onerror="window.hit=1">',
  '"><svg/onload=window.hit=1><script>window.hit=1</script>',
  `'-alert(1)-'`,
  '{{constructor.constructor("window.hit=1")()}}',
  'javascript:window.hit=1',
  '&lt;b&gt; &amp; &#x202E;',
  REVERSING,
  '\u2069\u202Cclosed before it began\u202E',
  '\u2067\u202Bnever closed',
  '__proto__',
  'constructor',
  'toString',
  '$1 $2 $$ $&',
  'first line\nsecond line\r\nthird',
  '\n'.repeat(500),
  'nul\u0000nul',
  'half a pair \uD83D',
  '=HYPERLINK("http://127.0.0.1:1/","x")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  ' =1+1',
  '\u0000=1+1',
  '\u202E=1+1',
  '\uFF1D1+1',
  'a"b,c\r\n=1+1',
  'x'.repeat(100_000),
  'ज़'.repeat(2000),
];

/** The control characters that change the direction of text (Unicode Standard Annex 9). */
export const TURNS = /[\u202A-\u202E\u2066-\u2069]/;

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** The script of the offscreen page that clears the clipboard: see `clearClipboard`. */
export default defineUnlistedScript({
  include: ['chrome'],
  main() {
    // `clipboard.writeText` needs the focus, which an offscreen page never has.
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', '');
    });
    document.execCommand('copy');
  },
});

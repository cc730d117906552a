import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** The script of the page that clears the clipboard, see `clearClipboard`. */
export default defineUnlistedScript({
  include: ['chrome'],
  main() {
    // Writing to the clipboard needs the focus, which a page that nobody sees never has.
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', '');
    });
    document.execCommand('copy');
  },
});

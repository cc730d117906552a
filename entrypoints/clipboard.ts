import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** The script of the page that empties the clipboard, see `emptyClipboard`. */
export default defineUnlistedScript({
  include: ['chrome'],
  main() {
    // To write to the clipboard takes the focus, which a page that nobody sees never has.
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', '');
    });
    document.execCommand('copy');
  },
});

/** Tells whether a window can be shown: only Linux machines do without a screen as a rule. */
export function hasDisplay(platform = process.platform, env = process.env): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

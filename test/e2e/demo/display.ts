/** Whether a window can be shown. Only Linux machines commonly have no display. */
export function hasDisplay(platform = process.platform, env = process.env): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

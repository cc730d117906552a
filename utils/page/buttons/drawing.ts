const SVG = 'http://www.w3.org/2000/svg';

/** SVG paths in a box of 16 by 16. */
const SHAPES = {
  copy: 'M5.5 5.5h7v8h-7z M3.5 10.5v-8h7',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  keep: 'M8 2.5a5.5 5.5 0 1 0 .01 0z M8 5v3.2l2.2 1.6',
  failed: 'M4 4l8 8 M12 4l-8 8',
};

export type Drawing = keyof typeof SHAPES;

/** Makes a small icon in the colour of the text around it, whose shape can change. */
export function createDrawing(doc: Document): { svg: SVGElement; draw(shape: Drawing): void } {
  const svg = doc.createElementNS(SVG, 'svg');
  const path = doc.createElementNS(SVG, 'path');
  const attributes = {
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.4',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  svg.append(path);
  return { svg, draw: (shape) => path.setAttribute('d', SHAPES[shape]) };
}

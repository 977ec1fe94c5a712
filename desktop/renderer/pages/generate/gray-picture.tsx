import { useEffect, useRef } from 'preact/hooks';
import type { GrayImage } from '../../../../lab/report/index.js';
import { useWidth } from '../../plot/parts/use-size.js';

/** A grey picture, each of its pixels a whole number of the screen's, as many as there is room for. */
export function GrayPicture(props: {
  readonly image: GrayImage;
  readonly label: string;
  readonly id: string;
  /** Pixels of a picture's pixel at the most; default 4. */ readonly zoom?: number;
}) {
  const { image, label, id, zoom: largest = 4 } = props;
  const [host, room] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const zoom = Math.max(1, Math.min(largest, Math.floor(room / image.width)));
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element === null || context === null || context === undefined) return;
    const pixels = context.createImageData(image.width, image.height);
    for (const [i, value] of image.data.entries()) {
      pixels.data.fill(value, 4 * i, 4 * i + 3);
      pixels.data[4 * i + 3] = 255;
    }
    context.putImageData(pixels, 0, 0);
    element.dataset['painted'] = String(Number(element.dataset['painted'] ?? '0') + 1);
  }, [image]);
  return (
    <div ref={host} class="gray-picture">
      <canvas
        ref={canvas}
        id={id}
        role="img"
        aria-label={label}
        width={image.width}
        height={image.height}
        style={{ width: `${image.width * zoom}px`, height: `${image.height * zoom}px` }}
      />
    </div>
  );
}

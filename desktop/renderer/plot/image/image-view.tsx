import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { plotTexts } from '../messages.js';
import { Tool } from '../parts/plot-figure.js';
import { saveBlob, fileName } from '../parts/save.js';

/** An 8-bit grey picture, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture at a whole number of pixels a pixel, with the value under the mouse. */
export function ImageView(props: {
  readonly title: string;
  readonly image: GreyImage;
  /** Pixels a pixel; default so that the picture is about 160 wide. */
  readonly zoom?: number;
  /** Whether there are buttons; default true. */
  readonly tools?: boolean;
}) {
  const { title, image, tools = true } = props;
  const t = plotTexts();
  const zoom = useSignal(props.zoom ?? Math.max(1, Math.min(8, Math.round(160 / image.width))));
  const hover = useSignal('');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const ctx = canvas.current!.getContext('2d')!;
    ctx.putImageData(greyPixels(image), 0, 0);
    canvas.current!.dataset['drawn'] = '1';
  }, [image]);
  const point = (event: MouseEvent): void => {
    const x = Math.floor(event.offsetX / zoom.value);
    const y = Math.floor(event.offsetY / zoom.value);
    const value = x < image.width ? image.data[y * image.width + x] : undefined;
    hover.value = value === undefined ? '' : t.pixel(x, y, value);
  };
  return (
    <figure class="plot plot-image">
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${title}, ${t.imageSize(image.width, image.height)}`}
        width={image.width}
        height={image.height}
        style={{ width: `${image.width * zoom.value}px`, height: `${image.height * zoom.value}px` }}
        onMouseMove={point}
        onMouseLeave={() => (hover.value = '')}
      />
      <figcaption>
        <span>{title}</span>
        {tools && (
          <span class="plot-tools">
            <Tool label={`${t.zoomOut}: ${title}`} text="−" disabled={zoom.value <= 1} act={() => (zoom.value -= 1)} />
            <Tool label={`${t.zoomIn}: ${title}`} text="+" disabled={zoom.value >= 16} act={() => (zoom.value += 1)} />
            <Tool
              label={`${t.save(t.png)}: ${title}`}
              text={t.png}
              act={() =>
                canvas.current?.toBlob((blob) => {
                  if (blob !== null) saveBlob(fileName(title, 'png'), blob);
                })
              }
            />
          </span>
        )}
      </figcaption>
      {tools && (
        <output class="plot-hover" aria-live="off">
          {hover.value}
        </output>
      )}
    </figure>
  );
}

function greyPixels({ width, height, data }: GreyImage): ImageData {
  const image = new ImageData(width, height);
  for (let i = 0; i < data.length; i += 1) {
    image.data.fill(data[i]!, 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  return image;
}

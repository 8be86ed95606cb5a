// A screenshot with at most 256 colours: it looks the same and weighs a third. Reads and writes PNG (RFC 2083), as far
// as browsers write it: 8 bits a sample, RGB with or without alpha, not interlaced.

import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const COLOURS = 256;
/** Bits of a sample that tell colours apart while they are counted. */
const KEPT = 6;

/** The same picture as a PNG with a palette. */
export function reduceColours(png) {
  const { width, height, pixels } = decode(png);
  const keyOf = (at) => ((pixels[at] >> (8 - KEPT)) << (2 * KEPT)) | ((pixels[at + 1] >> (8 - KEPT)) << KEPT) | (pixels[at + 2] >> (8 - KEPT));
  const counted = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const key = keyOf(at);
    const colour = counted.get(key) ?? { key, count: 0, sum: [0, 0, 0] };
    colour.count += 1;
    for (const sample of [0, 1, 2]) colour.sum[sample] += pixels[at + sample];
    counted.set(key, colour);
  }
  const boxes = divide([...counted.values()]);
  const placeOf = new Map(boxes.flatMap((box, place) => box.map((colour) => [colour.key, place])));
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = placeOf.get(keyOf((y * width + x) * 3));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(boxes.flatMap((box) => [0, 1, 2].map((sample) => Math.round(total(box, sample) / weight(box)))));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const weight = (box) => box.reduce((sum, colour) => sum + colour.count, 0);
const total = (box, sample) => box.reduce((sum, colour) => sum + colour.sum[sample], 0);
const mean = (colour, sample) => colour.sum[sample] / colour.count;

/** Groups colours by halving, again and again, the group whose colours are seen most and differ most. */
function divide(colours) {
  const boxes = [measured(colours)];
  while (boxes.length < COLOURS) {
    const widest = boxes.reduce((best, box) => (box.cost > best.cost ? box : best));
    if (widest.cost === 0) break;
    const { sample, middle, box } = widest;
    const halves = [box.filter((colour) => mean(colour, sample) <= middle), box.filter((colour) => mean(colour, sample) > middle)];
    boxes.splice(boxes.indexOf(widest), 1, ...halves.map(measured));
  }
  return boxes.map(({ box }) => box);
}

/** A group, the sample it spreads most in, where to halve it, and how much it matters that it is one. */
function measured(box) {
  const spreads = [0, 1, 2].map((sample) => {
    const values = box.map((colour) => mean(colour, sample));
    const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    return { sample, middle: (least + most) / 2, spread: most - least };
  });
  const { sample, middle, spread } = spreads.reduce((best, each) => (each.spread > best.spread ? each : best));
  return { box, sample, middle, cost: box.length > 1 ? spread * spread * Math.sqrt(weight(box)) : 0 };
}

function decode(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const header = chunks.find(({ type }) => type === "IHDR").data;
  const [width, height, depth, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  const samples = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || !samples || header[12] !== 0) throw new Error("this PNG is not as browsers write it");
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  const lines = unfilter(raw, width * samples, height, samples);
  const pixels = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) lines.copy(pixels, pixel * 3, pixel * samples, pixel * samples + 3);
  return { width, height, pixels };
}

/** Undoes the filter that each line was written with. */
function unfilter(raw, stride, height, samples) {
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const here = y * stride + x;
      const left = x < samples ? 0 : lines[here - samples];
      const up = y === 0 ? 0 : lines[here - stride];
      const corner = x < samples || y === 0 ? 0 : lines[here - stride - samples];
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
      lines[here] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return lines;
}

/** Paeth's predictor. */
function nearest(left, up, corner) {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function chunk(type, data) {
  const framed = Buffer.alloc(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  framed.write(type, 4, "latin1");
  data.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, data.length + 8)), data.length + 8);
  return framed;
}

// Small files that are what they say, and some that are not.

/** One red pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);

const segment = (marker, bytes) => Buffer.concat([Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);

/** A JPEG's beginning and end, with `words` where its tables would be: they belong to the picture, and no decoder gets that far. */
export const jpeg = (words = "hotel") =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    segment(0xdb, Buffer.from(words)),
    Buffer.from([0xff, 0xd9]),
  ]);

/** A JPEG with what a camera writes beside its picture: how it was held, and where. The words GPSMARK stand among it. */
export function withExif(picture, { orientation, latitude }) {
  const entry = (tag, type, count, value) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const directory = (...entries) => Buffer.concat([Buffer.from([0, entries.length]), ...entries, Buffer.alloc(4)]);
  // TIFF header, then the first directory at 8, the GPS directory at 38, and what it points to at 56.
  const header = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const first = directory(entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, 38));
  const gps = directory(entry(0x0002, 5, 3, 56));
  const degrees = Buffer.alloc(24);
  [latitude, 1, 0, 1, 0, 1].forEach((number, place) => degrees.writeUInt32BE(number, place * 4));
  const exif = segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), header, first, gps, degrees, Buffer.from("GPSMARK")]));
  return Buffer.concat([picture.subarray(0, 2), exif, picture.subarray(2)]);
}

/** How large the picture of a JPEG is. */
export function jpegSize(bytes) {
  for (let place = 2; place < bytes.length; place += 2 + bytes.readUInt16BE(place + 2)) {
    const marker = bytes[place + 1];
    if (marker >= 0xc0 && marker <= 0xc2) return { width: bytes.readUInt16BE(place + 7), height: bytes.readUInt16BE(place + 5) };
  }
  return null;
}

/** A lossless WebP of one pixel. */
export const WEBP = Buffer.from("UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAcQ/Y/+ByKi/wEA", "base64");

/** The beginning of what iPhones save. */
export const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from("ftypheic\0\0\0\0mif1heic")]);

/** An empty archive. */
export const ZIP = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);

export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>');
export const HTML = Buffer.from("<!doctype html><script>alert(1)</script>");

// Small files that are what they say, and some that are not.

/** One red pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);

const segment = (marker, bytes) => Buffer.concat([Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);

/** A JPEG's beginning and end around `comment`; nothing reads further than its first bytes. */
export const jpeg = (comment = "hotel") =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    segment(0xfe, Buffer.from(comment)),
    Buffer.from([0xff, 0xd9]),
  ]);

/** A lossless WebP of one pixel. */
export const WEBP = Buffer.from("UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAcQ/Y/+ByKi/wEA", "base64");

/** The beginning of what iPhones save. */
export const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from("ftypheic\0\0\0\0mif1heic")]);

/** An empty archive. */
export const ZIP = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);

export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>');
export const HTML = Buffer.from("<!doctype html><script>alert(1)</script>");

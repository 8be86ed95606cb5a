// Photos: taken by their bytes, given back as images that can do nothing, and only to those who see the ticket.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";
import { HEIC, HTML, jpeg, PNG, SVG, WEBP, withExif, ZIP } from "../support/images.mjs";

const MEGABYTE = 1024 * 1024;
const LIMIT = 5 * MEGABYTE;
const PHOTOS_A_TICKET = 30;

let desk, ana;
before(async () => {
  desk = await startDesk();
  ana = await desk.as("ana");
});
after(() => desk?.stop());

const photosOf = (view) => view.timeline.filter((entry) => entry.event === "photo_attached").map((entry) => entry.data);
const address = (number, photo) => `/api/v1/tickets/${number}/photos/${photo.id}`;

const kept = async (number) => (await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects;

async function attached(bytes, name, request) {
  const { number } = await desk.ticket();
  const answer = await ana.attach(number, bytes, name, request);
  assert.equal(answer.status, 200, answer.text);
  return { number, photo: photosOf(answer.body)[0] };
}

for (const [type, bytes, name] of [
  ["image/png", PNG, "pantalla.png"],
  ["image/jpeg", jpeg(), "pantalla.jpg"],
  ["image/webp", WEBP, "pantalla.webp"],
]) {
  test(`${type} comes back byte by byte, as what it is and able to do nothing`, async () => {
    const { number, photo } = await attached(bytes, name, { type: "application/octet-stream" });
    assert.deepEqual([photo.name, photo.media_type, photo.bytes], [name, type, bytes.length]);
    const answer = await ana.get(address(number, photo));
    assert.equal(answer.status, 200);
    assert.ok(answer.bytes.equals(bytes));
    assertHarmless(answer, type);
    assert.equal(answer.headers.get("content-disposition"), `inline; filename="foto.${name.split(".")[1]}"; filename*=UTF-8''${name}`);
  });
}

test("fault 18: a name that a header can't carry goes as percent triplets, and nothing of it is more than a name", async () => {
  for (const [given, told] of [["Recepción 2.png", "Recepci%C3%B3n%202.jpg"], [`a"; filename="b.html`, "a%20filename%20b.jpg"]]) {
    const { number, photo } = await attached(jpeg(), given);
    const { headers } = await ana.get(address(number, photo));
    assert.equal(headers.get("content-disposition"), `inline; filename="foto.jpg"; filename*=UTF-8''${told}`);
  }
});

test("where a camera was and what it wrote is not kept, whoever sends it; how it was held is", async () => {
  const plain = jpeg();
  const { number, photo } = await attached(withExif(plain, { orientation: 6, latitude: 10 }), "camara.jpg");
  const { bytes } = await ana.get(address(number, photo));
  assert.ok(!bytes.includes("GPSMARK") && bytes.includes("Exif"), "no place in it");
  assert.equal(bytes.length, plain.length + 36, "and of its Exif the one entry of how it is turned");
  assert.equal(photo.bytes, bytes.length);
  const upright = await attached(withExif(plain, { orientation: 1, latitude: 10 }), "camara.jpg");
  assert.ok((await ana.get(address(upright.number, upright.photo))).bytes.equals(plain));
});

function assertHarmless(answer, type) {
  assert.equal(answer.headers.get("content-type"), type);
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  assert.match(answer.headers.get("content-security-policy"), /default-src 'none'.*sandbox/);
  assert.match(answer.headers.get("cross-origin-resource-policy"), /same-origin/);
  assert.match(answer.headers.get("cache-control"), /private/, "nobody between may keep it");
}

for (const [what, bytes] of [
  ["an SVG", SVG],
  ["a page", HTML],
  ["an archive", ZIP],
  ["nothing", Buffer.alloc(0)],
  ["a page after spaces", Buffer.concat([Buffer.from("\n \n"), HTML])],
  ["an image's name alone", Buffer.from("\xff\xd8", "latin1")],
]) {
  test(`fault 18: ${what} is no photo, whatever it calls itself`, async () => {
    const { number } = await desk.ticket();
    assertProblem(await ana.attach(number, bytes, "foto.jpg", { type: "image/jpeg" }), 415, "not_an_image");
    assert.equal((await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects.length, 0, "nothing is kept");
    assert.equal((await ana.read(number)).body.revision, 1);
  });
}

test("fault 9: an iPhone's HEIC is refused aloud, saying what to send", async () => {
  const { number } = await desk.ticket();
  const answer = await ana.attach(number, HEIC, "IMG_0001.HEIC", { type: "image/heic" });
  assertProblem(answer, 415, "not_an_image");
  assert.match(answer.body.detail, /HEIC/);
});

test("fault 18: a page behind an image's first bytes is given back as an image that no browser runs", async () => {
  const { number, photo } = await attached(jpeg(HTML.toString()), "foto.jpg.html", { type: "text/html" });
  assert.equal(photo.name, "foto jpg.jpg");
  assertHarmless(await ana.get(address(number, photo)), "image/jpeg");
});

test("fault 18: a name keeps nothing that could be more than a name", async () => {
  for (const [given, shown] of [
    ["../../etc/passwd", "etc passwd.jpg"],
    ["<img src=x onerror=alert(1)>.png", "img src x onerror alert 1.jpg"],
    ["a\r\nSet-Cookie: b=c.jpg", "a Set-Cookie b c.jpg"],
    ["", "foto.jpg"],
    ["x".repeat(500), `${"x".repeat(80)}.jpg`],
  ]) {
    const { photo } = await attached(jpeg(), given);
    assert.equal(photo.name, shown);
  }
});

test("the largest photo is taken and one byte more is refused with the limit", async () => {
  const { number } = await desk.ticket();
  const bytes = (length) => Buffer.concat([jpeg(), Buffer.alloc(length - jpeg().length)]);
  assert.equal((await ana.attach(number, bytes(LIMIT), "grande.jpg")).status, 200);
  const answer = await ana.attach(number, bytes(LIMIT + 1), "grande.jpg");
  assertProblem(answer, 413, "too_large");
  assert.match(answer.body.detail, /5 MB/);
});

test("a photo that doesn't say how long it is, is cut off at the limit", async () => {
  const { number } = await desk.ticket();
  let chunks = 0;
  const endless = new ReadableStream({
    pull(controller) {
      chunks += 1;
      if (chunks > 8) controller.close();
      else controller.enqueue(chunks === 1 ? Buffer.concat([jpeg(), Buffer.alloc(MEGABYTE)]) : new Uint8Array(MEGABYTE));
    },
  });
  assertProblem(await ana.attach(number, endless, "sin-fin.jpg"), 413, "too_large");
});

test("the same upload twice is one photo", async () => {
  const { number } = await desk.ticket();
  const key = freshKey();
  const first = await ana.attach(number, PNG, "a.png", { key });
  const second = await ana.attach(number, PNG, "a.png", { key });
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.deepEqual(photosOf(second.body), photosOf(first.body));
  assert.equal((await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects.length, 1);
});

test("the same upload five times at once is one photo", async () => {
  const { number } = await desk.ticket();
  const key = freshKey();
  const answers = await Promise.all(Array.from({ length: 5 }, () => ana.attach(number, PNG, "a.png", { key })));
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
  assert.equal(photosOf((await ana.read(number)).body).length, 1);
});

test("other bytes under the same key are refused, and the first photo stays what it was", async () => {
  const { number } = await desk.ticket();
  const key = freshKey();
  const [original, other] = [jpeg("original"), jpeg("retocada")];
  assert.equal(original.length, other.length);
  const first = await ana.attach(number, original, "a.jpg", { key });
  assertProblem(await ana.attach(number, other, "a.jpg", { key }), 422, "idempotency_key_reused");
  const stands = await ana.get(address(number, photosOf(first.body)[0]));
  assert.ok(stands.bytes.equals(original));
  assert.equal((await kept(number)).length, 1, "nothing of the others is kept");
  await ana.act(number, "withdraw");
  assertProblem(await ana.attach(number, other, "a.jpg", { key }), 422, "idempotency_key_reused");
  assert.equal((await ana.attach(number, original, "a.jpg", { key })).status, 200, "the first one is still repeated");
  assert.equal((await kept(number)).length, 1);
});

test("a ticket takes so many photos, offers no more then, and keeps nothing of the one too many", async () => {
  const { number } = await desk.ticket();
  const pablo = await desk.as("pablo");
  for (let photo = 0; photo < PHOTOS_A_TICKET - 1; photo += 1) {
    assert.equal((await ana.attach(number, jpeg(`foto ${photo}`), "a.jpg")).status, 200);
  }
  // At once: one fits, and what was refused after its bytes were stored leaves none behind.
  const last = await Promise.all([1, 2, 3].map((each) => ana.attach(number, jpeg(`última ${each}`), "a.jpg")));
  assert.deepEqual(last.map(({ status }) => status).sort(), [200, 409, 409], last.map(({ text }) => text).join("\n"));
  const { body } = await ana.read(number);
  assert.equal(photosOf(body).length, PHOTOS_A_TICKET);
  assert.ok(!body.actions.includes("attach_photo") && body.actions.includes("reply"));
  for (const who of [ana, pablo]) {
    const refused = await who.attach(number, jpeg("otra"), "a.jpg");
    assertProblem(refused, 409, "photos_full");
    assert.match(refused.body.detail, /30/);
  }
  assert.equal((await kept(number)).length, PHOTOS_A_TICKET);
});

test("fault 12: other people's photos are not there, neither to see nor to add", async () => {
  const { number, photo } = await attached(PNG, "a.png");
  for (const [name, status] of [["ana", 200], ["gloria", 200], ["nora", 200], ["pablo", 200], ["clara", 200],
    ["luis", 404], ["berta", 404], ["diego", 404]]) {
    const answer = await (await desk.as(name)).get(address(number, photo));
    assert.equal(answer.status, status, name);
    if (status === 404) assertProblem(answer, 404, "not_found");
  }
  for (const name of ["luis", "berta", "diego"]) {
    assertProblem(await (await desk.as(name)).attach(number, PNG, "b.png"), 404, "not_found", name);
  }
  assertProblem(await desk.stranger().get(address(number, photo)), 401, "sign_in_required");
  assert.equal((await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects.length, 1);
});

test("fault 12: a photo is its ticket's, not to be had through another one", async () => {
  const { photo } = await attached(PNG, "a.png");
  const { number } = await desk.ticket({ by: "berta" });
  assertProblem(await (await desk.as("berta")).get(address(number, photo)), 404, "not_found");
});

test("no path leads out of a ticket's photos", async () => {
  const { number, photo } = await attached(PNG, "a.png");
  await (await desk.photos()).put("secret", "no one's");
  for (const id of ["..%2f..%2fsecret", "%2e%2e%2fsecret", "..", ".", "%00", `${photo.id}%00`, `${photo.id}/..`, "%ff", "*"]) {
    const answer = await ana.get(`/api/v1/tickets/${number}/photos/${id}`);
    assert.ok([400, 404, 405].includes(answer.status), `${id}: ${answer.status}`);
    assert.match(answer.headers.get("content-type"), /^application\/problem\+json/, id);
  }
});

test("nothing can be attached to a closed ticket", async () => {
  const { number } = await desk.ticket();
  await ana.act(number, "withdraw");
  assertProblem(await ana.attach(number, PNG, "a.png"), 409, "ticket_closed");
});

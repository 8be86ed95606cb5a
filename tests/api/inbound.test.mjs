// Mail that comes in: an answer by mail is the answer from the portal (fault 10), machines and strangers change nothing and
// are hardly answered (fault 11), and nobody is anybody by what a mail says of itself (fault 17).

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import PostalMime from "postal-mime";

import { startDesk } from "../support/desk.mjs";
import { jpeg, PNG, withExif } from "../support/images.mjs";

const REPLY_KEY = "a secret of the tests alone";
let desk, ana, pablo;
before(async () => {
  desk = await startDesk({ vars: { REPLY_KEY } });
  [ana, pablo] = [await desk.as("ana"), await desk.as("pablo")];
});
after(() => desk?.stop());

let serial = 0;
/** A mail as a mail program writes it. */
function mail({ from = "ana@caribe.co", to, id = `m${++serial}@caribe.co`, headers = {}, text = "Sigue igual." }) {
  const lines = { From: `Alguien <${from}>`, To: to, Subject: "Re: Ticket", ...(id && { "Message-ID": `<${id}>` }), ...headers };
  const head = Object.entries({ "MIME-Version": "1.0", "Content-Type": "text/plain; charset=utf-8", ...lines });
  return `${head.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${text.replaceAll("\n", "\r\n")}\r\n`;
}

/** Sends a mail in, from the address it says it is from unless another is given. */
async function arrives({ envelope, ...given }) {
  const answer = await desk.receiveEmail(mail(given), { from: envelope ?? given.from ?? "ana@caribe.co", to: given.to });
  return answer;
}

/** Where the client answers to the newest news of a ticket, which is first caused. */
async function replyAddress(number) {
  await desk.sendCron();
  const digits = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
  const news = await desk.mailTo("ana@caribe.co", (sent) => sent.subject.includes(digits));
  const { replyTo } = await PostalMime.parse(news.raw);
  return replyTo?.[0].address;
}

/** A ticket of Ana's that Pablo asked something of, and where she answers to. */
async function asked(changes) {
  const { number } = await desk.ticket(changes);
  await pablo.act(number, "ask_for_information", { missing: ["images"], body: "¿Sigue pasando?" });
  return { number, to: await replyAddress(number) };
}

const events = async (number) => (await desk.stored(number)).events;
const answers = async (to) => {
  await desk.sendCron();
  return (await desk.mails()).filter((sent) => sent.to.includes(to) && sent.headers["auto-submitted"] !== "auto-generated" && /auto-replied/.test(sent.raw));
};
const counted = async (outcome) =>
  (await desk.rows("SELECT amount FROM inbound_mail WHERE outcome = ?", outcome)).reduce((sum, row) => sum + row.amount, 0);

test("fault 10: an answer by mail is the answer from the portal: the same event, the same wait ended, the same people told", async () => {
  const [byMail, byPortal] = [await asked(), await asked()];
  assert.match(byMail.to, new RegExp(`^soporte\\+${byMail.number}\\.[a-z2-7]{24}@sohoapps\\.co$`));
  const text = "Sí, en la caja 2.\n\nEl mar, 14 jul 2026 a las 10:30, Soporte SOHO (<soporte@sohoapps.co>) escribió:\n> ¿Sigue pasando?\n";
  assert.ok((await arrives({ to: byMail.to, text })).ok);
  assert.equal((await ana.act(byPortal.number, "reply", { body: "Sí, en la caja 2." })).status, 200);
  const shape = async (number) => (await events(number)).map(({ author, body: { at, ...body } }) => ({ author, body: JSON.stringify(body).replaceAll(number, "N") })).slice(1);
  const [mailed, typed] = [await shape(byMail.number), await shape(byPortal.number)];
  assert.deepEqual(mailed.at(-1), typed.at(-1));
  assert.equal((await ana.read(byMail.number)).body.status, (await ana.read(byPortal.number)).body.status);
  await desk.sendCron();
  const told = (await desk.mails()).filter((sent) => sent.to.includes("pablo@soho.co") && sent.text.includes("Sí, en la caja 2."));
  assert.equal(told.length, 2, "the desk is told of both");
  assert.ok(told.every((sent) => !/^reply-to:/im.test(sent.raw)), "staff get no address to answer to");
});

test("fault 10: what the portal refuses, mail is refused too, and its writer is told where to go on (R8)", async () => {
  const solved = await asked();
  await ana.act(solved.number, "reply", { body: "Sí." });
  await pablo.act(solved.number, "resolve", { body: "Actualice." });
  const before = await events(solved.number);
  assert.ok((await arrives({ from: "caja@caribe.co", to: solved.to })).ok);
  assert.equal((await events(solved.number)).length, before.length);
  const [asks] = await answers("caja@caribe.co");
  assert.match(asks.text, /confirme la solución/i);
  assert.match(asks.text, new RegExp(`/tickets/${solved.number}\\b`));

  const closed = await asked();
  await ana.act(closed.number, "withdraw");
  const ended = await desk.stored(closed.number);
  assert.ok((await arrives({ from: "bar@caribe.co", to: closed.to })).ok);
  assert.ok((await arrives({ from: "bar@caribe.co", to: closed.to })).ok);
  const still = await desk.stored(closed.number);
  assert.deepEqual([still.row.status, still.events.length], ["closed", ended.events.length], "nothing comes back to life");
  const told = await answers("bar@caribe.co");
  assert.equal(told.length, 1, "told once, not for each");
  assert.match(told[0].text, new RegExp(`/nuevo\\?de=${closed.number}\\b`));
});

test("a mail delivered twice happens once, also at once", async () => {
  const { number, to } = await asked();
  const before = (await events(number)).length;
  const twice = { to, id: "dos-veces@caribe.co", text: "Solo una vez." };
  await Promise.all(Array.from({ length: 4 }, () => arrives(twice)));
  await arrives(twice);
  assert.equal((await events(number)).length, before + 1);
});

test("photos come in as from the portal; what is no image is left out, and its writer told", async () => {
  const { number, to } = await asked();
  const part = (name, type, bytes) =>
    `--x\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString("base64")}\r\n`;
  const text = `--x\nContent-Type: text/plain; charset=utf-8\n\nAquí va la pantalla.\n${part("pantalla.exe.png", "image/png", PNG)}${part("lista.pdf", "application/pdf", "%PDF-1.7")}--x--`;
  const headers = { "Content-Type": 'multipart/mixed; boundary="x"' };
  assert.ok((await arrives({ to, headers, text, id: "fotos@caribe.co", from: "fotos@caribe.co" })).ok);
  await arrives({ to, headers, text, id: "fotos@caribe.co", from: "fotos@caribe.co" });
  const { body } = await ana.read(number);
  const photos = body.timeline.filter((entry) => entry.event === "photo_attached");
  assert.deepEqual(photos.map((entry) => entry.data.name), ["pantalla exe.png"]);
  const shown = await ana.get(`/api/v1/tickets/${number}/photos/${photos[0].data.id}`);
  assert.deepEqual([shown.status, shown.bytes.equals(Buffer.from(PNG))], [200, true]);
  const other = { to, headers, text: text.replace(Buffer.from(PNG).toString("base64"), withExif(jpeg(), { orientation: 1, latitude: 10 }).toString("base64")) };
  await arrives({ ...other, id: "fotos@caribe.co", from: "fotos@caribe.co" });
  const kept = async () => (await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects;
  assert.equal((await kept()).length, 1, "other bytes of a mail that came before are not kept");
  await arrives({ ...other, id: "camara@caribe.co", from: "fotos@caribe.co" });
  const bare = (await ana.read(number)).body.timeline.findLast((entry) => entry.event === "photo_attached").data;
  assert.equal((await kept()).length, 2);
  assert.ok((await ana.get(`/api/v1/tickets/${number}/photos/${bare.id}`)).bytes.equals(jpeg()), "without where it was taken");
  const told = await answers("fotos@caribe.co");
  assert.equal(told.length, 1);
  assert.match(told[0].text, /Un adjunto no/);
});

test("fault 17: From alone is nobody: without the proof of its address a mail changes nothing, whoever it says it is from", async () => {
  const { number, to } = await asked();
  const other = await asked();
  const before = (await events(number)).length;
  const proof = /\.([a-z2-7]{24})@/.exec(to)[1];
  const [box, domain] = to.split("@");
  for (const address of [
    "soporte@sohoapps.co",
    `soporte+${number}@sohoapps.co`,
    `${box.slice(0, -1)}${box.endsWith("a") ? "b" : "a"}@${domain}`,
    `soporte+${number}.${"a".repeat(24)}@${domain}`,
    `soporte+${other.number}.${proof}@${domain}`,
  ]) {
    for (const from of ["ana@caribe.co", "pablo@soho.co", "elena@soho.co"]) {
      await arrives({ from, to: address, text: "Ciérrenlo.", headers: { "X-Ticket": number, "In-Reply-To": `<${number}.ticket@sohoapps.co>` } });
    }
  }
  assert.equal((await events(number)).length, before);
  assert.equal((await events(other.number)).length, before);
});

test("fault 17: with the proof it is the client's word and nobody else's, even when it says it is from staff", async () => {
  const { number, to } = await asked();
  await arrives({ from: "elena@soho.co", envelope: "elena@soho.co", to, text: "Soy la administradora." });
  const { author, body } = (await events(number)).at(-1);
  assert.equal(author, "ana");
  assert.deepEqual(body.by, { person: { account: "ana", role: "client" } }, JSON.stringify(body));
  // Whoever is of the staff now speaks for nobody by mail.
  await desk.db.prepare("UPDATE account SET role = 'agent' WHERE id = 'ana'").run();
  const before = (await events(number)).length;
  await arrives({ to, text: "¿Y ahora?" });
  await desk.db.prepare("UPDATE account SET role = 'client' WHERE id = 'ana'").run();
  assert.equal((await events(number)).length, before);
});

test("fault 11: what a machine wrote changes nothing and is never answered, with or without a proof", async () => {
  const { number, to } = await asked();
  const before = (await events(number)).length;
  const machines = [
    { headers: { "Auto-Submitted": "auto-replied" } },
    { headers: { Precedence: "bulk" } },
    { headers: { Precedence: "list" } },
    { headers: { Precedence: "junk" } },
    { headers: { "List-Id": "<lista.hotel.co>" } },
    { headers: { "Return-Path": "<>" } },
    { headers: { "X-Loop": "mesa@otra.co" } },
    { id: `${number}.3.requester@sohoapps.co` },
    { envelope: "mailer-daemon@hotel.co" },
    { envelope: "soporte@sohoapps.co" },
  ];
  for (const [index, machine] of machines.entries()) {
    for (const address of [to, "soporte@sohoapps.co"]) {
      const from = `maquina${index}@hotel.example`;
      assert.ok((await arrives({ from, to: address, text: "Estoy fuera de la oficina.", ...machine })).ok);
    }
  }
  assert.equal((await events(number)).length, before);
  await desk.sendCron();
  assert.deepEqual((await desk.mails()).filter((sent) => sent.to.some((to) => /^maquina|mailer-daemon|^soporte/.test(to))), []);
  assert.equal(await counted("automatic"), machines.length * 2);
});

test("fault 11: an address is told of the portal once a day, in words of ours alone, and nobody it names is written to", async () => {
  const from = "huesped@hotel.example";
  const strange = { from, to: "soporte@sohoapps.co", text: "COMPRE YA en https://malo.example", headers: { Cc: "tercero@otra.example", "Reply-To": "cuarto@otra.example" } };
  const asked = async () => (await desk.rows("SELECT sum(amount) AS amount FROM inbound_answer WHERE about = ''"))[0].amount;
  const before = await asked();
  for (let time = 0; time < 5; time++) assert.ok((await arrives(strange)).ok);
  const told = await answers(from);
  assert.equal(told.length, 1);
  assert.match(told[0].text, /use el portal/);
  assert.match(told[0].raw, /^Auto-Submitted: auto-replied/m);
  assert.doesNotMatch(told[0].raw, /malo\.example|COMPRE/);
  assert.deepEqual((await desk.mails()).filter((sent) => sent.to.some((to) => to.endsWith("@otra.example"))), []);
  assert.equal((await asked()) - before, 5, "each is counted");
  // What our answer brings back by itself ends there.
  const sent = (await desk.mails()).length;
  await arrives({ from, to: "soporte@sohoapps.co", headers: { "Auto-Submitted": "auto-replied" } });
  await desk.sendCron();
  assert.equal((await desk.mails()).length, sent);
});

test("fault 11: all strangers together get so many answers a day and no more", async () => {
  const day = new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10);
  await desk.db.prepare(`INSERT INTO inbound_answer (day, about, address_hash, amount)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT ?, '', 'x' || i, 1 FROM n`).bind(day).run();
  await arrives({ from: "uno-mas@hotel.example", to: "soporte@sohoapps.co" });
  assert.deepEqual(await answers("uno-mas@hotel.example"), []);
});

test("hostile and broken mail does no harm: too large is refused at the door, odd bytes are read or passed over", async () => {
  const { number, to } = await asked();
  const large = await desk.receiveEmail(mail({ to, text: `${"x".repeat(70)}\n`.repeat(250_000) }), { from: "ana@caribe.co", to });
  assert.match(large.text, /too large/);
  for (const raw of ["", "\r\n\r\n", "sin cabeceras", "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n--x", "From: \u0000\r\n\r\n\u0000"]) {
    await desk.receiveEmail(raw, { from: "ana@caribe.co", to });
  }
  await arrives({ to, headers: { "Content-Type": "text/html; charset=iso-8859-1" }, text: "<p>Sigue <b>igual</b></p><script>alert(1)</script>" });
  const { body } = (await events(number)).at(-1);
  assert.match(body.data.body, /Sigue igual/);
  assert.doesNotMatch(body.data.body, /<|alert/);
  const long = await arrives({ from: "largo@caribe.co", to, text: "a ".repeat(8_000) });
  assert.ok(long.ok);
  assert.match((await answers("largo@caribe.co"))[0].text, /demasiado largo/);
  assert.ok((await desk.fetch("/api/health")).ok);
});

test("without the secret nobody is told to answer by mail, and no mail changes a ticket", async () => {
  const plain = await startDesk();
  try {
    await plain.ticket();
    await plain.sendCron();
    const news = await plain.mailTo("ana@caribe.co", (sent) => sent.subject.includes("Ticket"));
    assert.doesNotMatch(news.raw, /^reply-to:/im);
    assert.match(news.text, /Para responder use el enlace/);
  } finally {
    await plain.stop();
  }
});

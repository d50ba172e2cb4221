// What was written down on this phone and waits there, as the evaluator `gate.js` reads it. The forms are read as
// `flarepath.web.forms` and `flarepath.web.replies` read them; shared cases hold both to the same.

const KINDS = ["pain", "soreness", "tightness"];
const REPLIES = ["yes", "no", "unsure"];

// The four answers of the page about not wanting to live.
const MIND = {
  no: { e14: "no", s16: "no" },
  better: { e14: "no", s16: "yes" },
  yes: { e14: "yes" },
  unsure: { e14: "unsure" },
};

// One form that waits: its path, its fields and when it was made.
export function sittingOf(questions, { path, fields, at }) {
  const sent = Object.fromEntries(fields);
  const read = { "/flare": flared, "/checkin": checkedIn, "/flare/check": answered }[path];
  return read ? { now: Math.floor(Date.parse(at) / 1000), felt: [], answers: {}, region: "", side: "", ...read(sent, questions) } : null;
}

function flared(sent) {
  const [, region, side = ""] = sent.new_place ? ["", sent.new_place, sent.new_side] : (sent.known ?? "").split(".");
  const points = pointsOf(sent.points);
  return points === null || !region ? {} : { felt: [{ region, side, points }], region, side };
}

function checkedIn(sent) {
  const named = Object.entries(sent).map(([name, value]) => [...name.split("."), value]);
  const told = named.filter((parts) => parts.length === 4 && KINDS.includes(parts[0]));
  const felt = told.map(([, region, side, value]) => ({ region, side, points: pointsOf(value) }));
  if (sent.new_place) felt.push({ region: sent.new_place, side: sent.new_side ?? "", points: pointsOf(sent.new_points) });
  return { felt: felt.filter((one) => one.points !== null) };
}

function pointsOf(text) {
  const points = Number((text || "x").replace(",", "."));
  return points >= 0 && points <= 10 ? points : null;
}

function answered(sent, questions) {
  const { region = "", side = "" } = sent;
  const tokens = (sent.asked ?? "").split(" ").filter(Boolean);
  const words = tokens.map((token) => [token, wordOf(sent, token.split(":")[0], questions)]);
  return { answers: Object.fromEntries(words.filter(([, word]) => word)), region, side };
}

// A line that was tapped is a yes, or a doubt; a yes outweighs a doubt. What nobody spoke of is a no with "none" alone.
function wordOf(sent, id, questions) {
  const lines = questions.find((question) => question.id === id)?.lines ?? [];
  for (const word of ["yes", "unsure"]) {
    if (lines.some(([line]) => sent[`${id}.${line}`] === word)) return word;
  }
  const whole = MIND[sent.mind]?.[id] ?? (REPLIES.includes(sent[id]) ? sent[id] : null);
  return whole ?? ("none" in sent ? "no" : null);
}

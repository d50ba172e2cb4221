// The danger questions without a network. The rules come as data from `flarepath.safety.offline_rules`; this is the one
// evaluator of the phone, and shared cases hold it to the one in Python. Nothing here knows a screen, a clock or a network.

const TIERS = [null, "next_visit", "days", "same_day", "emergency"];
const LEVELS = ["clear", "next_visit", "days", "unanswered", "same_day", "emergency"];
const WEIGHT = { no: 1, unsure: 2, yes: 3 };
const EVERYWHERE = "everywhere";

const rank = (tier) => TIERS.indexOf(tier);

// What `evaluate` says of new answers ({id: "yes" | "no" | "unsure"}) given for a place at a moment (seconds since 1970).
export function evaluate(rules, answers, { region, side, now }) {
  const place = { region, side };
  const sitting = rules.questions.map((question) => sit(question, answers[question.id], place, now));
  const standing = sitting.flatMap((one) => one.standing);
  const pains = implantPains(rules, place);
  const findings = sitting.map((one) => finding(one, rules, pains, now));
  const found = { rules, place, standing, pains, findings, level: levelOf(findings, rules.minor) };
  return {
    level: found.level,
    findings,
    missing: findings.filter((one) => one.blocks).map((one) => one.id),
    locked: [...new Set([...standing.map((one) => lock(one, place)), ...pains.flatMap((one) => one.locks)])].filter(Boolean).sort(),
    crisis: standing.some((one) => one.crisis),
    minor: rules.minor,
    say: say(found, sitting),
    card: isNight(found, sitting) || ["clear", "next_visit"].includes(found.level) ? card(rules, place) : [],
  };
}

function sit(question, word, place, now) {
  // A line that cannot be read and has no time counts as written now.
  const said = question.said.map((one) => (one.time === null ? { ...one, time: now } : one));
  if (word) {
    const where = question.whole ? { region: "", side: "" } : place;
    said.push({ time: now, word, weight: WEIGHT[word], seen: null, fresh: true, ...where });
  }
  return { question, said, place, standing: standingOf(question, said, place), newest: newestOf(said, place) };
}

function covers(one, other) {
  if (one.region === "") return true;
  return one.region === other.region && (one.side === "" || one.side === "both" || one.side === other.side);
}

function newer(one, other) {
  for (const key of ["time", "weight", "region", "side"]) {
    if (one[key] !== other[key]) return one[key] > other[key];
  }
  return false;
}

function newestOf(said, place) {
  const own = said.filter((one) => covers(one, place));
  const found = own.reduce((last, one) => (last === null || newer(one, last) ? one : last), null);
  if (found === null || found.word === "unreadable") return null;
  return found.seen === null ? found : { ...found, time: found.seen };
}

function standingOf(question, said, place) {
  const kept = said.filter((one) => one.seen === null && (one.word === "yes" || (one.word === "unsure" && !takenBack(one, said, place))));
  kept.sort((one, other) => (other.word === "yes") - (one.word === "yes") || (newer(one, other) ? -1 : 1));
  return kept.map((one) => ({ id: question.id, crisis: question.crisis, said: one, tier: question.tier[one.word] }));
}

function takenBack(unsure, said, place) {
  const named = unsure.region === "" && place.region ? place : unsure;
  return said.some((one) => one.word === "no" && one.time > unsure.time && covers(one, named));
}

function finding({ question, standing, newest }, rules, pains, now) {
  const top = standing[0] ?? null;
  if (!top && !question.applies) return { id: question.id, answer: "not_applicable", tier: null, do: "", blocks: false };
  const young = newest !== null && now - newest.time <= rules.full_seconds;
  const counts = young && (!question.short || newest.fresh === true);
  const said = top ? top.said : counts ? newest : null;
  const found = {
    id: question.id,
    answer: said ? said.word : "missing",
    tier: top ? top.tier : null,
    do: top && top.tier ? question.do[top.said.word] : "",
    blocks: question.blocks && !counts && !(top && top.said.word === "yes"),
  };
  const isImplant = question.id === "s2" && pains.length > 0 && rank(found.tier) < rank("days");
  return isImplant ? { ...found, tier: "days", do: rules.implant_do } : found;
}

// New pain near an implant counts at once: on the phone every flare-up is new pain.
function implantPains(rules, place) {
  const near = rules.implants.filter((one) => one.regions.includes(place.region) && sameSide(one.side, place.side));
  const locks = [...new Set([place.region, ...near.flatMap((one) => one.regions)])];
  return [...rules.implant_pains, ...(near.length ? [{ ...place, locks }] : [])];
}

function sameSide(one, other) {
  return !(one !== other && [one, other].every((side) => side === "left" || side === "right"));
}

function levelOf(findings, minor) {
  const found = findings.map((one) => one.tier).filter(Boolean);
  if (findings.some((one) => one.blocks)) found.push("unanswered");
  if (minor) found.push("days");
  return found.reduce((top, one) => (LEVELS.indexOf(one) > LEVELS.indexOf(top) ? one : top), "clear");
}

function lock({ tier, said }, place) {
  if (rank(tier) < rank("days")) return "";
  if (tier === "emergency") return EVERYWHERE;
  if (said.region !== "") return said.region;
  return tier === "days" ? place.region || EVERYWHERE : EVERYWHERE;
}

function say(found, sitting) {
  const open = found.findings.filter((one) => one.blocks).length;
  const count = found.rules.count[open === 1 ? "one" : "many"].replace("{n}", open);
  return sentence(found, sitting).replace("{count}", count);
}

function sentence(found, sitting) {
  const { rules, standing, level } = found;
  if (standing.some((one) => one.crisis)) {
    const other = standing.some((one) => one.tier === "emergency" && !one.crisis);
    return rules.say[other ? "crisis_and_emergency" : "crisis"];
  }
  if (rules.minor) return rules.say[["emergency", "same_day"].includes(level) ? `parent_and_${level}` : "parent"];
  if (level === "unanswered") return openSentence(found, sitting);
  const implantAlone = level === "days" && found.pains.length > 0 && !standing.some((one) => one.tier === "days");
  return rules.say[implantAlone ? "implant" : level];
}

function openSentence(found, sitting) {
  if (asksForVisit(found)) return found.rules.say.unanswered_and_days;
  return isNight(found, sitting) ? card(found.rules, found.place).join(" ") : found.rules.say.unanswered;
}

function asksForVisit({ standing, pains }) {
  return pains.length > 0 || standing.some((one) => rank(one.tier) >= rank("days"));
}

// The short screen is answered, the full one never was, and no doubt stands: then the night card is the answer.
function isNight(found, sitting) {
  if (found.level !== "unanswered" || found.rules.minor || found.standing.length || asksForVisit(found)) return false;
  const open = new Set(found.findings.filter((one) => one.blocks).map((one) => one.id));
  const short = !sitting.some(({ question }) => question.short && open.has(question.id));
  return short && !sitting.every(wasAsked);
}

function wasAsked({ question, said, standing, place }) {
  if (!question.blocks || (!question.applies && !standing.length)) return true;
  return standing[0]?.said.word === "yes" || said.some((one) => one.word !== "unreadable" && covers(one, place));
}

function card(rules, place) {
  return rules.cards[rules.regions[place.region]?.area] ?? rules.cards.whole_body;
}

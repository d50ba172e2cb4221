// The danger questions without a network. The rules come as data from `flarepath.safety.offline_rules`; this is the one
// evaluator of the phone, and shared cases hold it to the one in Python. Nothing here knows a screen, a clock or a network.

const TIERS = [null, "next_visit", "days", "same_day", "emergency"];
const LEVELS = ["clear", "next_visit", "days", "unanswered", "same_day", "emergency"];
const WEIGHT = { no: 1, unsure: 2, yes: 3 };
const EVERYWHERE = "everywhere";

const rank = (tier) => TIERS.indexOf(tier);
const unique = (list) => [...new Set(list)];

// What the gate says of a place at a moment (seconds since 1970), after what was written on this phone and is not in the
// rules: [{ felt: [{ region, side, points }], answers: { token: "yes" | "no" | "unsure" }, region, side, now }]. A token is
// a question's id, or `id:region:side` for another place than the one that was asked about.
export function evaluate(rules, sittings, { region, side, points, now }) {
  const felt = sittings.flatMap((one) => one.felt.map((each) => ({ ...each, time: one.now })));
  const place = hereOf(rules, felt, { region, side });
  const pains = implantPains(rules, felt);
  const told = [...rules.news, ...newsOfPains(rules, pains), ...newsOf(rules, felt)];
  const news = told.filter((one) => one.time <= now && now - one.time <= rules.numbers.full_seconds);
  const found = { rules, place, points, now, pains, news };
  found.sitting = rules.questions.map((question) => sit(question, sittings, found, felt));
  found.standing = found.sitting.flatMap((one) => one.standing);
  found.others = othersOf(rules, felt, place);
  found.byOlder = isAnsweredByOlderList(found);
  found.open = found.sitting.flatMap((one) => openOf(one, found));
  found.mend = toMend(found);
  found.findings = found.sitting.map((one) => finding(one, found));
  found.level = levelOf(found);
  return {
    level: found.level,
    findings: found.findings,
    missing: found.findings.filter((one) => one.blocks).map((one) => one.id),
    open: found.open,
    locked: unique(locks(found)).sort(),
    crisis: found.standing.some((one) => one.crisis),
    minor: rules.minor,
    say: say(found),
    unasked: unasked(found),
    steps: steps(found),
  };
}

// What to ask on the phone, in its order: the short screen, and what was told since the last answers. The rest of the list
// is no question of the night.
const unasked = ({ open }) => open.filter((one) => one.short || one.told);

export const token = ({ id, region, side }) => (region ? `${id}:${region}:${side}` : id);

// ---- answers -----------------------------------------------------------------------------------------------------------

function sit(question, sittings, found, felt) {
  // A line that cannot be read and has no time counts as written now.
  const said = question.said.map((one) => (one.time === null ? { ...one, time: found.now } : one));
  for (const sitting of sittings) {
    for (const [name, word] of Object.entries(sitting.answers)) {
      const [id, region, side] = name.split(":");
      if (id === question.id && WEIGHT[word]) {
        const there = region === undefined ? { region: sitting.region, side: sitting.side } : { region, side };
        const where = question.whole ? { region: "", side: "" } : there;
        said.push({ time: sitting.now, word, weight: WEIGHT[word], seen: null, fresh: true, ...where });
      }
    }
  }
  const standing = [...standingOf(question, said, found.place), ...signsOf(question, found.rules, felt)];
  standing.sort((one, other) => rank(other.tier) - rank(one.tier));
  return { question, said, standing, top: standing[0] ?? null, isYes: standing[0]?.said.word === "yes" };
}

const applies = ({ question, top }) => top !== null || question.applies;

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
  return kept.map((one) => stands(question, one, false));
}

const stands = (question, said, shown) => ({ question, crisis: question.crisis, said, tier: question.tier[said.word], shown });

function takenBack(unsure, said, place) {
  const named = unsure.region === "" && place.region ? place : unsure;
  return said.some((one) => one.word === "no" && one.time > unsure.time && covers(one, named));
}

// What the log says by itself, and what it would say with the new pain in it.
function signsOf(question, rules, felt) {
  const there = felt.filter((one) => one.points > 0).flatMap((one) => rules.signs_there[one.region] ?? []);
  return [...rules.signs, ...there].filter((one) => one.question === question.id).map((one) => stands(question, one, true));
}

// ---- what counts, and what is open -------------------------------------------------------------------------------------

const isYoung = (said, { rules, now }) => said !== null && now - said.time <= rules.numbers.full_seconds;

// Whether the newest answer counts for a place; in the short screen only what was given on this phone since it began there,
// or, for a place that flared up before, what counts there still.
function counts({ question, said }, place, found) {
  const newest = newestOf(said, place);
  if (!isYoung(newest, found)) return false;
  if (!question.short) return true;
  return newest.fresh === true ? newest.time >= (place.since ?? 0) : found.now <= (place.until?.[question.id] ?? 0);
}

// The place asked about: as it was told of on this phone, else as the rules know it.
function hereOf(rules, felt, place) {
  const known = rules.flares.find((one) => one.kind === "pain" && isSame(one, place));
  return felt.some((one) => isSame(one, place)) ? { ...place, since: begun(rules, felt, place) } : { ...place, until: known?.until };
}

// Since when an answer counts for a place that was told of on this phone. What begins there now counts answers of the two
// hours before, as place and level are asked first; where it went on or was told twice, it may have risen since.
function begun(rules, felt, place) {
  const times = felt.filter((one) => isSame(one, place)).map((one) => one.time);
  const goesOn = times.length > 1 || rules.flares.some((one) => isSame(one, place));
  return Math.max(...times) - (goesOn ? 0 : rules.numbers.grace_seconds);
}

const isSame = (one, other) => one.region === other.region && one.side === other.side;

// The other places that flare up, by the rules and by what was written on this phone since.
function othersOf(rules, felt, here) {
  const isFelt = (one) => felt.some((each) => isSame(each, one));
  const known = rules.flares.filter((one) => one.kind !== "pain" || !(isSame(one, here) || isFelt(one)));
  // What is felt in the same place now says that an older answer there may be too old.
  const timed = known.map((one) => (isFelt(one) ? { ...one, until: {}, since: begun(rules, felt, one) } : one));
  const added = felt.filter((one) => !isSame(one, here));
  return [...timed, ...added.map((one) => ({ ...placeOf(one), since: begun(rules, felt, one) }))];
}

// An older diary stays answered until its answers are too old: the questions that came later wait for the next time.
function isAnsweredByOlderList(found) {
  if (found.sitting.some(({ question, said }) => question.edition > 1 && said.length > 0)) return false;
  const older = found.sitting.filter((one) => one.question.edition === 1 && one.question.blocks && applies(one));
  return older.every((one) => one.isYes || isYoung(newestOf(one.said, found.place), found));
}

const inForce = (one, found) => one.question.edition === 1 || one.isYes || !found.byOlder;

function openOf(one, found) {
  const { question, said } = one;
  if (!question.blocks || !applies(one) || one.isYes) return [];
  const places = inForce(one, found) ? [found.place, ...found.others].filter((place) => !counts(one, place, found)) : [];
  const news = found.news.filter((each) => each.questions.includes(question.id) && (each.newer || inForce(one, found)) && opens(each, question, said, found));
  const short = question.short;
  const opened = [...news.map((each) => ({ ...at(question, each), short, told: true })), ...places.map((place) => ({ ...at(question, place), short, told: false }))];
  return opened.filter((each, position) => opened.findIndex((other) => token(other) === token(each)) === position);
}

const at = (question, { region, side }) => ({ id: question.id, region: question.whole ? "" : region, side: question.whole ? "" : side });

function opens(news, question, said, { rules }) {
  const newest = newestOf(said, news);
  const grace = news.by_list && (news.mild || !question.starred) ? rules.numbers.grace_seconds : 0;
  return newest === null || newest.time < news.time - grace;
}

// Very strong pain where it was not so strong before, and a place that hurts for the first time.
function newsOf(rules, felt) {
  const { strong_points: strong, new_place_points: least, spell_seconds: spell } = rules.numbers;
  return felt.flatMap((one) => {
    const goesOn = rules.strong.some((each) => isSame(each, one) && one.time - each.time <= spell);
    const isNew = !rules.seen.includes(one.region);
    const area = rules.regions[one.region]?.area;
    const listed = rules.questions.filter((question) => question.opened_in.includes(area)).map((question) => question.id);
    const told = (name, mild) => ({ time: one.time, ...placeOf(one), questions: [...listed, ...rules.asked_at[name]], by_list: true, mild, newer: false });
    return [
      ...(one.points >= strong && !goesOn ? [told("strong", false)] : []),
      ...(one.points >= least && isNew ? [told("new_place", one.points < strong)] : []),
    ];
  });
}

const placeOf = ({ region, side }) => ({ region, side });

// New pain near an implant counts at once: on the phone every flare-up is new pain.
function implantPains(rules, felt) {
  const added = felt.flatMap((one) => {
    const near = rules.implants.filter((each) => each.regions.includes(one.region) && sameSide(each.side, one.side));
    const known = rules.implant_pains.some((each) => isSame(each, one) && each.strong);
    const isStrong = known || one.points >= rules.numbers.strong_points;
    const locked = unique([one.region, ...near.flatMap((each) => each.regions)]);
    return near.length ? [{ ...placeOf(one), since: one.time, locks: locked, strong: isStrong }] : [];
  });
  return [...rules.implant_pains, ...added];
}

function newsOfPains(rules, pains) {
  return pains.map((one) => ({ time: one.since, ...placeOf(one), questions: rules.asked_at.implant, by_list: false, mild: false, newer: false }));
}

function sameSide(one, other) {
  return !(one !== other && [one, other].every((side) => side === "left" || side === "right"));
}

// ---- what it says ------------------------------------------------------------------------------------------------------

function finding(one, found) {
  const { question, top, said } = one;
  const { rules, pains } = found;
  if (!applies(one)) return { id: question.id, answer: "not_applicable", tier: null, do: "", blocks: false };
  const blocks = found.open.some((each) => each.id === question.id);
  const shown = top ? top.said : blocks || !counts(one, found.place, found) ? null : newestOf(said, found.place);
  const told = {
    id: question.id,
    answer: shown ? shown.word : "missing",
    tier: top ? top.tier : null,
    do: top && top.tier ? question.do[top.said.word] : "",
    blocks,
  };
  const tier = question.id === "s2" ? implantTier(pains) : null;
  return tier && rank(told.tier) < rank(tier) ? { ...told, tier, do: rules.implant_do[tier] } : told;
}

function implantTier(pains) {
  if (!pains.length) return null;
  return pains.some((one) => one.strong) ? "same_day" : "days";
}

// Lines that cannot be read: lost rows that are newer than the answers, and answers to no known question.
function toMend(found) {
  const short = found.sitting.filter((one) => one.question.short && one.question.blocks && applies(one) && inForce(one, found) && !one.isYes);
  const times = short.map((one) => newestOf(one.said, found.place)?.time);
  const since = times.length && times.every((time) => time !== undefined) ? Math.min(...times) : null;
  const lost = found.rules.lost.filter((one) => since === null || one.time === null || one.time > since);
  return [...lost.map((one) => one.text), ...found.rules.unknown];
}

function levelOf({ findings, mend, rules }) {
  const told = findings.map((one) => one.tier).filter(Boolean);
  if (mend.length || findings.some((one) => one.blocks)) told.push("unanswered");
  if (rules.minor) told.push("days");
  return told.reduce((top, one) => (LEVELS.indexOf(one) > LEVELS.indexOf(top) ? one : top), "clear");
}

function locks({ standing, pains, place: here, rules }) {
  const own = standing.map((one) => lock(one, here)).filter(Boolean);
  const forbidden = standing.filter((one) => one.said.word === "yes" || rank(one.tier) >= rank("days")).flatMap((one) => one.question.locks);
  const shown = standing.filter((one) => one.shown && one.said.region !== "").map((one) => one.said.region);
  return [...own, ...forbidden, ...shown, ...pains.flatMap((one) => one.locks), ...rules.rested];
}

function lock({ tier, said }, here) {
  if (rank(tier) < rank("days")) return "";
  if (tier === "emergency") return EVERYWHERE;
  if (said.region !== "") return said.region;
  return tier === "days" ? here.region || EVERYWHERE : EVERYWHERE;
}

// The sentence of the level; of a clear gate none, because a phone does not reassure.
function say(found) {
  const open = unique(found.open.map((one) => one.id)).length;
  const count = found.rules.count[open === 1 ? "one" : "many"].replace("{n}", open);
  const text = sentence(found, found.mend.length > 0 && open === 0) ?? "";
  return text.replace("{count}", count).replace("{repairs}", found.mend.join(" "));
}

function sentence(found, onlyMend) {
  const { rules, standing, level } = found;
  if (standing.some((one) => one.crisis)) {
    const other = standing.some((one) => one.tier === "emergency" && !one.crisis);
    return rules.say[other ? "crisis_and_emergency" : "crisis"];
  }
  if (rules.minor) return rules.say[["emergency", "same_day"].includes(level) ? `parent_and_${level}` : "parent"];
  if (level === "unanswered") return onlyMend ? rules.say.mend : openSentence(found);
  const implantAlone = level === "days" && found.pains.length > 0 && !standing.some((one) => one.tier === "days");
  return rules.say[implantAlone ? "implant" : level];
}

function openSentence(found) {
  if (asksForVisit(found)) return found.rules.say.unanswered_and_days;
  return isNight(found) ? card(found).join(" ") : found.rules.say.unanswered;
}

function asksForVisit({ standing, pains }) {
  return pains.length > 0 || standing.some((one) => rank(one.tier) >= rank("days"));
}

// The short screen is answered, the full one never was, and no doubt stands: then the night card is the answer.
function isNight(found) {
  const onlyMend = found.mend.length > 0 && found.open.length === 0;
  if (found.level !== "unanswered" || found.rules.minor || onlyMend || found.standing.length || asksForVisit(found)) return false;
  if (found.open.some((one) => one.short)) return false;
  return !found.sitting.every((one) => wasAsked(one, found));
}

function wasAsked(one, found) {
  if (!one.question.blocks || !applies(one) || !inForce(one, found)) return true;
  return one.isYes || one.said.some((each) => each.word !== "unreadable" && covers(each, found.place));
}

// What helps for now, a sentence each: nothing where help comes first; position and breath alone where a danger line is
// open or a doubt stands; else a light move and the morning check too.
function steps(found) {
  const { level, standing, rules, mend } = found;
  if (rules.minor || ["emergency", "same_day"].includes(level) || standing.some((one) => one.crisis)) return [];
  const still = unasked(found).length > 0 || mend.length > 0 || asksForVisit(found) || (level === "unanswered" && standing.length > 0);
  return still ? card(found).slice(0, 2) : card(found);
}

// At very strong pain nothing is moved.
function card({ rules, place: here, points }) {
  const steps = rules.cards[rules.regions[here.region]?.area] ?? rules.cards.whole_body;
  return points < rules.numbers.still_from ? steps : [steps[0], steps[1], rules.still, steps[3]];
}

//! Forms of English verbs and nouns, by rule, with the irregular ones that news needs.

/// base, third person, past, participle, gerund; only what the rules would get wrong.
const IRREGULAR: &[(&str, &str, &str, &str, &str)] = &[
    ("acquit", "acquits", "acquitted", "acquitted", "acquitting"),
    ("admit", "admits", "admitted", "admitted", "admitting"),
    ("be", "is", "was", "been", "being"),
    ("begin", "begins", "began", "begun", "beginning"),
    ("blog", "blogs", "blogged", "blogged", "blogging"),
    ("blow", "blows", "blew", "blown", "blowing"),
    ("brag", "brags", "bragged", "bragged", "bragging"),
    ("break", "breaks", "broke", "broken", "breaking"),
    ("bring", "brings", "brought", "brought", "bringing"),
    ("build", "builds", "built", "built", "building"),
    ("burn", "burns", "burned", "burnt", "burning"),
    ("chat", "chats", "chatted", "chatted", "chatting"),
    ("commit", "commits", "committed", "committed", "committing"),
    (
        "control",
        "controls",
        "controlled",
        "controlled",
        "controlling",
    ),
    ("cost", "costs", "cost", "cost", "costing"),
    ("cut", "cuts", "cut", "cut", "cutting"),
    ("die", "dies", "died", "died", "dying"),
    ("do", "does", "did", "done", "doing"),
    ("drive", "drives", "drove", "driven", "driving"),
    ("fall", "falls", "fell", "fallen", "falling"),
    ("feel", "feels", "felt", "felt", "feeling"),
    ("find", "finds", "found", "found", "finding"),
    ("flee", "flees", "fled", "fled", "fleeing"),
    ("forbid", "forbids", "forbade", "forbidden", "forbidding"),
    (
        "forecast",
        "forecasts",
        "forecast",
        "forecast",
        "forecasting",
    ),
    ("foresee", "foresees", "foresaw", "foreseen", "foreseeing"),
    ("forget", "forgets", "forgot", "forgotten", "forgetting"),
    ("free", "frees", "freed", "freed", "freeing"),
    ("gas", "gasses", "gassed", "gassed", "gassing"),
    ("get", "gets", "got", "gotten", "getting"),
    ("give", "gives", "gave", "given", "giving"),
    ("go", "goes", "went", "gone", "going"),
    ("grow", "grows", "grew", "grown", "growing"),
    ("gun", "guns", "gunned", "gunned", "gunning"),
    ("gut", "guts", "gutted", "gutted", "gutting"),
    ("have", "has", "had", "had", "having"),
    ("hear", "hears", "heard", "heard", "hearing"),
    ("hit", "hits", "hit", "hit", "hitting"),
    ("hold", "holds", "held", "held", "holding"),
    ("hurt", "hurts", "hurt", "hurt", "hurting"),
    ("infer", "infers", "inferred", "inferred", "inferring"),
    ("keep", "keeps", "kept", "kept", "keeping"),
    ("kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping"),
    ("know", "knows", "knew", "known", "knowing"),
    ("lead", "leads", "led", "led", "leading"),
    ("leave", "leaves", "left", "left", "leaving"),
    ("lose", "loses", "lost", "lost", "losing"),
    ("make", "makes", "made", "made", "making"),
    ("meet", "meets", "met", "met", "meeting"),
    ("occur", "occurs", "occurred", "occurred", "occurring"),
    ("overrun", "overruns", "overran", "overrun", "overrunning"),
    ("patrol", "patrols", "patrolled", "patrolled", "patrolling"),
    ("lay", "lays", "laid", "laid", "laying"),
    ("pay", "pays", "paid", "paid", "paying"),
    ("permit", "permits", "permitted", "permitted", "permitting"),
    ("plan", "plans", "planned", "planned", "planning"),
    ("put", "puts", "put", "put", "putting"),
    ("quip", "quips", "quipped", "quipped", "quipping"),
    ("quit", "quits", "quit", "quit", "quitting"),
    ("rap", "raps", "rapped", "rapped", "rapping"),
    ("read", "reads", "read", "read", "reading"),
    ("rebut", "rebuts", "rebutted", "rebutted", "rebutting"),
    ("refer", "refers", "referred", "referred", "referring"),
    ("repay", "repays", "repaid", "repaid", "repaying"),
    ("ring", "rings", "rang", "rung", "ringing"),
    ("rise", "rises", "rose", "risen", "rising"),
    ("say", "says", "said", "said", "saying"),
    ("see", "sees", "saw", "seen", "seeing"),
    ("send", "sends", "sent", "sent", "sending"),
    ("set", "sets", "set", "set", "setting"),
    ("shoot", "shoots", "shot", "shot", "shooting"),
    ("show", "shows", "showed", "shown", "showing"),
    ("shrink", "shrinks", "shrank", "shrunk", "shrinking"),
    ("shut", "shuts", "shut", "shut", "shutting"),
    ("sing", "sings", "sang", "sung", "singing"),
    ("slam", "slams", "slammed", "slammed", "slamming"),
    ("slay", "slays", "slew", "slain", "slaying"),
    ("snap", "snaps", "snapped", "snapped", "snapping"),
    ("speak", "speaks", "spoke", "spoken", "speaking"),
    ("stab", "stabs", "stabbed", "stabbed", "stabbing"),
    ("stand", "stands", "stood", "stood", "standing"),
    ("stick", "sticks", "stuck", "stuck", "sticking"),
    ("strike", "strikes", "struck", "struck", "striking"),
    ("submit", "submits", "submitted", "submitted", "submitting"),
    ("swear", "swears", "swore", "sworn", "swearing"),
    ("sweep", "sweeps", "swept", "swept", "sweeping"),
    ("take", "takes", "took", "taken", "taking"),
    ("tell", "tells", "told", "told", "telling"),
    ("think", "thinks", "thought", "thought", "thinking"),
    ("top", "tops", "topped", "topped", "topping"),
    (
        "understand",
        "understands",
        "understood",
        "understood",
        "understanding",
    ),
    ("uphold", "upholds", "upheld", "upheld", "upholding"),
    ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
    ("wed", "weds", "wed", "wed", "wedding"),
    ("win", "wins", "won", "won", "winning"),
    (
        "withdraw",
        "withdraws",
        "withdrew",
        "withdrawn",
        "withdrawing",
    ),
    (
        "withhold",
        "withholds",
        "withheld",
        "withheld",
        "withholding",
    ),
    (
        "withstand",
        "withstands",
        "withstood",
        "withstood",
        "withstanding",
    ),
    ("write", "writes", "wrote", "written", "writing"),
];

/// Verbs that end like adverbs.
const VERBS_IN_LY: [&str; 6] = ["ally", "apply", "comply", "rely", "reply", "supply"];

/// All forms of a verb given by its base; only the first word of several is inflected, or the last
/// where an adverb comes first ("fatally shoot").
pub(crate) fn verb_forms(base: &str) -> Vec<String> {
    if let Some((adverb, rest)) = base
        .split_once(' ')
        .filter(|(first, _)| first.ends_with("ly") && !VERBS_IN_LY.contains(first))
    {
        return verb_forms(rest)
            .into_iter()
            .map(|form| format!("{adverb} {form}"))
            .collect();
    }
    if let Some((first, second)) = base.split_once(" and ") {
        let (first, second) = (verb_forms(first), verb_forms(second));
        return first
            .into_iter()
            .zip(second)
            .map(|(first, second)| format!("{first} and {second}"))
            .collect();
    }
    if let Some((verb, rest)) = base.split_once(' ') {
        return verb_forms(verb)
            .into_iter()
            .map(|form| format!("{form} {rest}"))
            .collect();
    }
    if let Some(&(base, third, past, participle, gerund)) =
        IRREGULAR.iter().find(|forms| forms.0 == base)
    {
        return [base, third, past, participle, gerund]
            .map(str::to_owned)
            .to_vec();
    }
    let y = base
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let (past, gerund) = if let Some(stem) = base.strip_suffix('e') {
        (format!("{base}d"), format!("{stem}ing"))
    } else if let Some(stem) = y {
        (format!("{stem}ied"), format!("{base}ing"))
    } else {
        let stem = doubled(base);
        (format!("{stem}ed"), format!("{stem}ing"))
    };
    vec![base.to_owned(), plural(base), past.clone(), past, gerund]
}

/// "ban" → "bann": a short word that ends in one vowel and one consonant.
fn doubled(base: &str) -> String {
    let is_vowel = |letter: char| "aeiou".contains(letter);
    let letters: Vec<char> = base.chars().collect();
    let vowels = letters.iter().filter(|&&letter| is_vowel(letter)).count();
    match letters.as_slice() {
        [.., vowel, last]
            if vowels == 1 && is_vowel(*vowel) && !is_vowel(*last) && !"wxy".contains(*last) =>
        {
            format!("{base}{last}")
        }
        _ => base.to_owned(),
    }
}

/// The plural of a noun by rule; also the third person of a verb.
pub(crate) fn plural(singular: &str) -> String {
    if let Some(stem) = singular
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
    {
        return format!("{stem}ies");
    }
    if let Some(stem) = singular
        .strip_suffix("man")
        .filter(|stem| !stem.ends_with("hu") && !stem.ends_with("ger"))
    {
        return format!("{stem}men");
    }
    if let Some(stem) = singular.strip_suffix("foot") {
        return format!("{stem}feet");
    }
    match singular {
        "child" | "schoolchild" | "grandchild" => format!("{singular}ren"),
        "person" => "people".to_owned(),
        "wife" => "wives".to_owned(),
        "life" => "lives".to_owned(),
        _ if singular.ends_with(['s', 'x', 'z'])
            || singular.ends_with("ch")
            || singular.ends_with("sh") =>
        {
            format!("{singular}es")
        }
        _ => format!("{singular}s"),
    }
}

/// The singular of a noun by rule, as it stands in a text: "launches" is "launch", "people" stay.
pub(crate) fn singular(noun: &str) -> String {
    let lower = noun.to_lowercase();
    let irregular = match lower.as_str() {
        "children" => Some("child"),
        "feet" => Some("foot"),
        "geese" => Some("goose"),
        "lives" => Some("life"),
        "mice" => Some("mouse"),
        "teeth" => Some("tooth"),
        "wives" => Some("wife"),
        "women" => Some("woman"),
        _ => None,
    };
    if let Some(singular) = irregular {
        return singular.to_owned();
    }
    let cut = |len: usize, end: &str| format!("{}{end}", &noun[..noun.len() - len]);
    let is_upper = noun.len() > 1 && noun.bytes().all(|byte| byte.is_ascii_uppercase());
    let keeps = ["series", "species", "means", "news"].contains(&lower.as_str())
        || ["ss", "us", "is"].iter().any(|end| lower.ends_with(end));
    if !noun.is_ascii() || is_upper || keeps || noun.len() < 4 {
        return noun.to_owned();
    }
    if lower.ends_with("men") && lower.len() > 3 {
        return cut(2, "an");
    }
    if lower.ends_with("ies") && lower.len() > 4 {
        return cut(3, "y");
    }
    let hissing = ["sses", "ches", "shes", "xes", "zzes", "oes"];
    let latin = ["ruses", "nuses", "puses", "buses", "tuses"];
    if hissing.iter().chain(&latin).any(|end| lower.ends_with(end)) {
        return cut(2, "");
    }
    match lower.strip_suffix('s') {
        Some(_) => cut(1, ""),
        None => noun.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(base: &str, forms: &str) {
        assert_eq!(verb_forms(base).join(", "), forms);
    }

    #[test]
    fn verbs_take_their_endings() {
        check("kill", "kill, kills, killed, killed, killing");
        check("ban", "ban, bans, banned, banned, banning");
        check("die", "die, dies, died, died, dying");
        check("bury", "bury, buries, buried, buried, burying");
        check("injure", "injure, injures, injured, injured, injuring");
    }

    #[test]
    fn of_several_words_the_verb_is_inflected() {
        check(
            "shoot dead",
            "shoot dead, shoots dead, shot dead, shot dead, shooting dead",
        );
        check(
            "fatally stab",
            "fatally stab, fatally stabs, fatally stabbed, fatally stabbed, fatally stabbing",
        );
        check(
            "shoot and kill",
            "shoot and kill, shoots and kills, shot and killed, shot and killed, shooting and killing",
        );
    }

    #[test]
    fn nouns_lose_their_plurals() {
        for (many, one) in [
            ("launches", "launch"),
            ("homes", "home"),
            ("viruses", "virus"),
            ("horses", "horse"),
            ("categories", "category"),
            ("children", "child"),
            ("spokesmen", "spokesman"),
            ("people", "people"),
            ("bus", "bus"),
            ("F16s", "F16"),
        ] {
            assert_eq!(singular(many), one);
        }
    }

    #[test]
    fn nouns_take_their_plurals() {
        for (one, many) in [
            ("body", "bodies"),
            ("gunman", "gunmen"),
            ("child", "children"),
            ("human", "humans"),
            ("boy", "boys"),
        ] {
            assert_eq!(plural(one), many);
        }
    }
}

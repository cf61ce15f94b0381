use crate::{
    Lexicon, Tag,
    lexicon::{Label, Sign, Signs, WordId},
    sentence::Sentence,
    token::{Token, TokenKind},
};

/// Sentences of more words than this are hardly furniture where they count the dead.
const LONG: usize = 25;
/// Lines of more words than this are no labels.
const LONGEST_LINE: usize = 12;

/// What the words of one sentence tell about whether it is furniture.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is a sign of its own
pub(crate) struct Evidence {
    words: usize,
    /// Ends with an end mark, perhaps inside quotation marks.
    pub(super) is_closed: bool,
    /// Has a verb that may carry a sentence.
    pub(super) has_verb: bool,
    /// Has any form of a verb.
    has_verbal: bool,
    /// Has a number.
    has_number: bool,
    /// Has a word that measures, beside a number: killed, refugees.
    has_measure: bool,
    /// Has a phrase that only furniture has.
    has_phrase: bool,
    /// Begins as only furniture does.
    opens_so: bool,
    /// Bids somebody do something.
    bids: bool,
    hints: usize,
    addresses: usize,
    speaks_to_reader: bool,
    speaks_for_outlet: bool,
    /// The label with which it begins: "Related: …"
    label: Option<Label>,
    /// Nothing but a colon stands behind the label.
    ends_with_label: bool,
    /// Ends with a colon.
    introduces: bool,
    /// "Dear reader,"
    pub(super) greets: bool,
}

impl Evidence {
    pub(super) fn of(lexicon: &Lexicon, text: &str, sentence: &Sentence) -> Self {
        let tokens = &sentence.tokens;
        let mut evidence = Self::default();
        let mut is_quoted = false;
        let first = tokens.iter().position(|token| is_word(text, token));
        for (at, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Quote {
                is_quoted = turns(token.text(text)).unwrap_or(!is_quoted);
                continue;
            }
            evidence.count(token);
            if token.word == WordId::UNKNOWN {
                continue;
            }
            let words = tokens[at..].iter().map(|token| token.word);
            if is_quoted {
                continue;
            }
            let signs = lexicon.furniture.signs(words.clone());
            evidence.take(signs);
            if first == Some(at) {
                evidence.open(signs);
                if let Some((length, label)) = lexicon.furniture.label(words) {
                    evidence.label = Some(label);
                    evidence.ends_with_label = ends_label(text, &tokens[at + length..]);
                }
            }
        }
        evidence.has_measure = evidence.has_number && has_measure(lexicon, tokens);
        let written = sentence.span.slice(text);
        evidence.is_closed = written
            .trim_end_matches(['"', '”', '’', '\'', ')', ']', '*', '_', ' '])
            .ends_with(['.', '!', '?', '…']);
        evidence.introduces = written.ends_with(':');
        evidence.greets = written.ends_with(',') && evidence.hints > 0 && evidence.words <= 5;
        evidence
    }

    fn count(&mut self, token: &Token) {
        self.addresses += usize::from(token.kind == TokenKind::Address);
        self.words += usize::from(matches!(token.kind, TokenKind::Word | TokenKind::Mixed));
        self.has_number |= token.tag == Tag::Number;
        self.has_verbal |= token.tag.is_verbal();
        self.has_verb |= matches!(token.tag, Tag::VerbPresent | Tag::VerbPast | Tag::Modal);
    }

    /// Signs of a phrase anywhere in the sentence.
    fn take(&mut self, signs: Signs) {
        self.has_phrase |= signs.tell(Sign::Anywhere);
        self.hints += usize::from(signs.tell(Sign::Hint));
        self.speaks_to_reader |= signs.tell(Sign::Reader);
        self.speaks_for_outlet |= signs.tell(Sign::Outlet);
    }

    /// Signs of a phrase at the sentence's first word.
    fn open(&mut self, signs: Signs) {
        self.opens_so = signs.tell(Sign::Opening);
        self.bids = signs.tell(Sign::Imperative);
    }

    /// Begins with a label and a colon, or is nothing but a label: "Related: …"
    pub(super) fn is_labelled(&self) -> bool {
        self.label.is_some() && self.ends_with_label
    }

    /// Opens what stands behind an article or a form: "About the author", "To contact us visit:".
    pub(super) fn opens(&self, what: Label) -> bool {
        self.label == Some(what) && (self.ends_with_label || !self.is_closed)
    }

    /// Counts people killed, wounded, displaced, …: a sentence that is not given up lightly.
    pub(super) fn counts(&self) -> bool {
        self.has_measure
    }

    /// Too long to be nothing but furniture.
    pub(super) fn is_long(&self) -> bool {
        self.counts() || self.words > LONG
    }

    /// Furniture by its own words: a phrase of the trade, or an appeal to the reader.
    pub(super) fn is_furniture(&self) -> bool {
        let is_told = self.has_phrase || self.opens_so || self.appeals();
        is_told && !(self.counts() && self.words > LONG)
    }

    /// Several hints that the outlet speaks to its readers: "Visit our website for updates."
    fn appeals(&self) -> bool {
        let speaks = usize::from(self.speaks_to_reader) + usize::from(self.speaks_for_outlet);
        let hints = self.hints.min(3) + self.addresses.min(1);
        let weight = hints + speaks + 2 * usize::from(self.bids);
        hints > 0 && (speaks > 0 || self.bids) && weight >= 3 && !self.counts()
    }

    /// A line without a verb and an end mark: a label, a name, a date, an address, a phone number.
    pub(super) fn is_bare_line(&self) -> bool {
        if self.words == 0 || (self.addresses > 0 && self.words <= LONGEST_LINE) {
            return true;
        }
        let is_open = !self.is_closed && !self.introduces;
        is_open && !self.has_verbal && self.words <= LONGEST_LINE && !self.counts()
    }
}

/// Whether a word measures how people fare: killed, wounded, refugees.
fn has_measure(lexicon: &Lexicon, tokens: &[Token]) -> bool {
    let measures = &lexicon.measures;
    (0..tokens.len()).any(|at| {
        let words = tokens[at..].iter().map(|token| token.word);
        measures.verbs.longest(words.clone()).is_some()
            || measures.heads.longest(words.clone()).is_some()
            || measures.adjectives.longest(words).is_some()
    })
}

fn is_word(text: &str, token: &Token) -> bool {
    !matches!(token.kind, TokenKind::Mark | TokenKind::Quote) || token.is(text, "©")
}

/// Whether a quotation begins with this mark; `None` if the mark's shape does not tell.
fn turns(mark: &str) -> Option<bool> {
    match mark {
        "“" | "„" | "«" | "``" => Some(true),
        "”" | "»" | "''" => Some(false),
        _ => None,
    }
}

/// Whether a label ends here: with a colon, or with its line.
fn ends_label(text: &str, rest: &[Token]) -> bool {
    match rest
        .iter()
        .find(|token| !token.is(text, "*") && !token.is(text, "]"))
    {
        Some(token) => token.is(text, ":"),
        None => true,
    }
}

//! The patterns of page litter, anchored at both ends of a line: what it says, why it is litter, how sure that is.

use std::sync::LazyLock;

use onrecord_base::LitterReason::{self, Advertisement, Chrome, CommentForm, Link, Share, Subscribe};
use regex::bytes::{RegexSet, RegexSetBuilder};

use crate::pattern::cheap;

/// How sure a pattern is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// Litter wherever it stands.
    Strong,
    /// Litter only near strong litter or after the story has ended: a story may have such a line.
    Weak,
}

/// What the line is, if a pattern fits all of it. Strong patterns win.
pub(super) fn classify(line: &str) -> Option<(LitterReason, Strength)> {
    // The longest pattern allows fewer bytes than this.
    if line.len() > 600 {
        return None;
    }
    let found = SET.matches(line.as_bytes());
    let best = found.iter().map(|at| PATTERNS[at]).min_by_key(|p| (p.1 == Weak, p.2.len()));
    best.map(|(reason, strength, _)| (reason, strength))
}

/// Compiles the patterns, if that was not done.
pub(super) fn compile() {
    LazyLock::force(&SET);
}

use Strength::{Strong, Weak};

static SET: LazyLock<RegexSet> = LazyLock::new(|| {
    // Whatever stands at an end may be any bytes: characters of several bytes would have each of their states repeated as often. Where
    // words end is told by ASCII: else every line with a curly mark would be read by the slowest of the engines.
    let bytes = |source: &str| {
        cheap(source).replace(r"\.{", "[.]{").replace(".{", "(?-u:.){").replace(r"\b", r"(?-u:\b)")
    };
    let anchored = PATTERNS.iter().map(|(_, _, source)| format!("^(?:{})$", bytes(source)));
    RegexSetBuilder::new(anchored)
        .case_insensitive(true)
        .size_limit(64 << 20)
        .build()
        .expect("constant patterns")
});

#[rustfmt::skip]
const PATTERNS: [(LitterReason, Strength, &str); 74] = [
    // Comment forms.
    (CommentForm, Strong, r"(?:leave|post|add|write|submit) (?:a|your) (?:reply|comment)s?(?: (?:cancel|to .{1,60}|below|here))?(?: reply)?[.:!]?"),
    (CommentForm, Strong, r"your e-?mail address will not be published\b.{0,120}"),
    (CommentForm, Strong, r"required fields are marked.{0,20}"),
    (CommentForm, Strong, r"save my name,? e-?mail.{0,120}"),
    (CommentForm, Strong, r"cancel reply"),
    (CommentForm, Strong, r"(?:please )?(?:log|sign) ?in (?:or (?:register|sign up) )?to (?:leave a |post a |join the |your )?(?:comment|reply|conversation).{0,30}"),
    (CommentForm, Strong, r"you must be (?:logged|signed) in to (?:post|leave|add).{0,30}"),
    (CommentForm, Strong, r"be the first to (?:comment|leave a comment|reply).{0,40}"),
    (CommentForm, Strong, r"this site uses akismet.{0,120}"),
    (CommentForm, Strong, r"learn how your comment data is processed\.?"),
    (CommentForm, Strong, r"notify me of (?:follow-?up|new) (?:comments|posts).{0,40}"),
    (CommentForm, Strong, r"comments (?:are|have been) (?:closed|disabled).{0,40}"),
    (CommentForm, Strong, r"(?:post|submit) (?:your )?comment"),
    (CommentForm, Strong, r"(?:name|e-?mail|comment|your name|your e-?mail)(?: address)? ?\*"),
    (CommentForm, Weak, r"(?:name|e-?mail|comment|your name|your e-?mail|e-?mail address|website|url|submit|reply|comments?|no comments(?: yet)?|\d{1,5} (?:comments?|replies)|view (?:all )?comments|δ)[:.]?"),
    // Sharing.
    (Share, Strong, r"share (?:this|on|via|with) ?(?:article|post|story|page|this|(?:on )?(?:facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|email|telegram|social media|friends))?(?: .{0,30})?:?"),
    (Share, Strong, r"click to (?:share|e-?mail|print)\b.{0,80}"),
    (Share, Strong, r"like this:?(?: loading\.{0,3}…?)?"),
    (Share, Strong, r"(?:tweet|pin|share|e-?mail|print|facebook|twitter|linkedin|whatsapp|reddit|pinterest|telegram|copy link|x|[|,/·•\s]){3,80}"),
    (Share, Strong, r"(?:e-?mail|print|save) this(?: (?:article|page|story|post))?"),
    (Share, Strong, r"(?:follow|like|find|join) us on (?:facebook|twitter|instagram|x|social media|whatsapp|telegram|linkedin|google news|youtube)\b.{0,80}"),
    (Share, Strong, r"follow (?:us|@\w+)(?: on .{0,40})?[.:]?"),
    (Share, Strong, r"[“\x22]?follow .{2,40} on (?:twitter|facebook|instagram|x|threads|bluesky)[ ,:]{0,2} ?\(?@[\w.]+\)?[.”\x22]{0,2}"),
    (Share, Strong, r"(?:copy|get) (?:link|url)(?: to clipboard)?|link copied.{0,20}"),
    (Share, Weak, r"share|tweet|print|e-?mail|facebook|twitter|linkedin|whatsapp|reddit|pinterest|telegram|pocket|flipboard|more|save|like|loading(?:\.\.\.|…)?|\d{0,6} ?shares?|listen"),
    // Subscriptions.
    (Subscribe, Strong, r"(?:sign|signing) up (?:for|to) (?:our|the|your|a) .{0,60}\b(?:newsletters?|alerts|updates|briefing|e-?mails?)\b.{0,100}"),
    (Subscribe, Strong, r"(?:subscribe|sign up)(?: (?:now|today|here|for free|for more))[.!]?"),
    (Subscribe, Strong, r"subscribe to (?:our|the|my) .{0,40}\b(?:newsletters?|channel|podcast|mailing list|feed)\b.{0,80}"),
    (Subscribe, Strong, r"(?:get|receive) .{0,60}\b(?:in|to) your inbox\b.{0,60}"),
    (Subscribe, Strong, r"support (?:our|independent|quality) journalism\b.{0,80}"),
    (Subscribe, Strong, r"(?:download|get|install) (?:our|the) (?:free )?(?:\w+ ){0,2}app\b.{0,60}"),
    (Subscribe, Strong, r"become a (?:\w+ )?(?:member|subscriber|supporter|patron)(?: (?:now|today|here))?[.!]?"),
    (Subscribe, Strong, r"already (?:a|have an?) (?:subscriber|member|account|subscription)\?.{0,40}"),
    (Subscribe, Strong, r"(?:enter|type) your e-?mail(?: address)?\b.{0,80}"),
    (Subscribe, Strong, r"join our (?:\w+ )?(?:whatsapp|telegram) (?:channel|group)\b.{0,60}"),
    (Subscribe, Strong, r"thank you for (?:subscribing|signing up).{0,40}"),
    (Subscribe, Weak, r"subscribe|sign up|newsletter|register|log ?in|sign in|donate(?: now)?|join(?: now)?"),
    // Links put into the text.
    (Link, Strong, r"click here ?: .{1,120}"),
    (Link, Strong, r"(?:read|see|view|find out|learn|show|load) more ?(?:»|→|…|\.\.\.|>+)?"),
    (Link, Strong, r"(?:read(?: more| also| next| this)?|also read|see also|more on this|related(?: articles?| stor(?:y|ies)| posts?| news| content| coverage)?|don['’]t miss|you may also like|must read|next read) ?[:：|»] ?.{1,160}"),
    (Link, Strong, r"(?:related|recommended|more|similar|latest|popular|trending|featured) (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|reading|topics|videos?|from around the web)(?: for you)?:?"),
    (Link, Strong, r"you (?:may|might) (?:also )?(?:like|be interested in).{0,20}"),
    (Link, Strong, r"(?:(?:next|previous) (?:article|post|story)|post navigation|older posts|newer posts)[:»«→← ]?.{0,10}"),
    (Link, Strong, r"(?:read|continue reading|view) (?:the )?(?:full|original|whole|rest of the) (?:article|story|post)(?: here)?[.:»→]?.{0,40}"),
    (Link, Strong, r"continue reading(?: below)?\W*"),
    (Link, Strong, r"(?:hide|read) caption|toggle caption|enlarge (?:this )?image"),
    (Link, Weak, r"(?:watch|video|listen|photos|gallery|recommended|more from .{1,40}|more|see also|related|also read|read also|also see|up next|read next|next|previous|read more:?|click here):? ?"),
    (Link, Weak, r"(?:watch|recommended|more from .{1,40}) ?[:：] ?.{1,120}"),
    // Chrome.
    (Chrome, Strong, r"(?:copyright )?(?:©|\(c\)|&copy;) ?(?:copyright )?(?:\d{4}|[A-Z]).{0,150}"),
    (Chrome, Strong, r"copyright,? (?:©|\(c\)|\d{4}).{0,150}"),
    (Chrome, Strong, r".{0,80}\ball rights reserved\b.{0,120}"),
    (Chrome, Strong, r"(?:we use|this (?:web)?site uses|by using this (?:web)?site|our (?:web)?site uses) cookies\b.{0,250}"),
    (Chrome, Strong, r"(?:accept|reject|manage|allow) (?:all )?cookies(?: settings)?|cookie (?:policy|settings|preferences|notice|consent)"),
    (Chrome, Strong, r"(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice|statement)|do not sell my (?:personal )?info(?:rmation)?|[|·•/,&\s]|and|contact us|about us|advertise(?: with us)?|cookie policy)+"),
    (Chrome, Strong, r"(?:back|return|scroll) to (?:the )?top(?: of page)?\W*"),
    (Chrome, Strong, r"skip to (?:main )?(?:content|navigation|search)"),
    (Chrome, Strong, r"(?:filed under|posted in|tagged(?: with| as| in)?|tags|categories|topics|keywords) ?[:：] ?.{0,200}"),
    (Chrome, Strong, r"(?:filed under|posted in|tagged(?: with| as| in)?) .{1,120}"),
    (Chrome, Strong, r"home ?(?:>|»|/|›|→) ?.{1,120}"),
    (Chrome, Strong, r"toggle (?:navigation|menu|search)|(?:open|close|main|primary) (?:menu|navigation)|search for:?"),
    (Chrome, Strong, r"(?:please )?enable javascript.{0,100}|javascript is (?:disabled|required).{0,100}"),
    (Chrome, Strong, r"image (?:source|credit|caption)s?[:,]? ?.{0,60}"),
    (Chrome, Strong, r"this (?:article|story|post) (?:was|is) (?:originally|first) (?:published|posted) .{1,120}"),
    (Chrome, Strong, r"(?:report|flag) (?:an? )?(?:error|typo|correction|this (?:ad|comment))\b.{0,40}"),
    (Chrome, Weak, r"menu|search|close|home|contact|contact us|about us|about|advertise|help|faq|tags|categories|topics|privacy|terms|sitemap|archives?|follow|trending|skip|\d{1,2} min(?:ute)?s? read|by|author|share your thoughts.{0,30}"),
    // Advertising.
    (Advertisement, Strong, r"\W{0,3}(?:advertisements?|advertising|sponsored(?: content| links?| post)?|paid (?:content|post)|publicité|anzeige|werbung|publicidad|pubblicità|реклама)\W{0,3}"),
    (Advertisement, Strong, r"\W{0,3}(?:story|article|content) continues (?:below|after)(?: (?:the |this )?(?:advertisements?|ads?|promotion))?\W{0,3}"),
    (Advertisement, Strong, r"(?:scroll (?:down )?(?:to|for) (?:continue|read on|more)|continue reading)\b.{0,30}|\W{0,3}advertisement ?[-–—:.] ?.{0,60}"),
    (Advertisement, Strong, r"(?:skip|remove|hide|close|report) (?:this )?(?:ad|ads|advertisement)s?"),
    (Advertisement, Strong, r"(?:powered|promoted|sponsored|presented|brought to you) by (?:\w+ ?){1,3}"),
    (Advertisement, Strong, r"(?:loading|play) (?:the )?(?:video|player|ad)(?:\.\.\.|…)?"),
    (Advertisement, Strong, r"(?:affiliate )?disclosure: (?:this|we|some).{0,200}\b(?:links?|commissions?)\b.{0,80}"),
    (Advertisement, Strong, r"(?:use (?:promo |coupon )?code|limited time offer)\b.{0,80}"),
    (Advertisement, Weak, r"ads?|promoted|sponsor|sale"),
];

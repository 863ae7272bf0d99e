"""The fixed wordings of page furniture: comment forms, sharing rows, advertising, teasers.

Each pattern must match a whole line, and none matches a sentence that an article might hold. They
are grouped by what may be assumed of the lines around them.
"""

import re
from typing import Final


def _lines(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})\s*[:»›→]?", re.IGNORECASE)


_NETWORK: Final = (
    r"facebook|twitter|x|whats ?app|linked ?in|telegram|reddit|pinterest|tumblr|vk|viber|e-?mail"
)

# Lines of a comment form or a sharing row, told by their wording wherever they stand.
FORM_LINE: Final = _lines(
    r"(?:one|no|\d+) (?:thoughts?|comments?|responses?|repl(?:y|ies)) (?:on|to)"
    r" [“\"«‘'][^”\"»]*[”\"»]?",
    r"leave (?:a|your) (?:reply|comment|response)(?: cancel reply)?|cancel reply",
    r"your email address will not be published\b.*",
    r"(?:all )?required fields are marked\b.*|\* (?:indicates )?required(?: fields?)?",
    r"save my name, email,? and (?:web)?site in this browser\b.*",
    r"(?:name|e-?mail|website|comment) ?\*|(?:post|submit) comment",
    r"notify me of (?:new|follow-?up) (?:comments|posts)\b.*",
    r"(?:you must|please) (?:be logged in|log in|sign in) to (?:post|leave|add) a comment.?",
    r"this site uses akismet to reduce spam\b.*|this entry was posted (?:in|on)\b.*",
    rf"(?:click to )?(?:share|print|email)(?: this)? (?:on|via|by) (?:{_NETWORK})\b.{{0,30}}",
    r"share this (?:article|post|story|page|entry)",
    r"(?:subscribe to|sign up (?:to|for)) (?:our|the) (?:\w+ ){0,3}newsletters?",
    r"(?:subscribe to|sign up (?:to|for)) our (?:\w+ ){0,3}newsletters?\b.{0,100}",
    r"(?:subscribe|register|sign in|log in)(?: now)? to (?:continue|keep) reading\b.{0,40}",
    r"already (?:a (?:subscriber|member)|registered|subscribed|have an account)\?.{0,40}",
    r"(?:we|this (?:web)?site) uses? cookies\b.*"
    r"\b(?:experience|consent|privacy|policy|accept|agree|continu\w+|settings)\b.*",
    r"(?:©|copyright (?:©|\(c\))|(?:copyright|\(c\)) (?=(?:19|20)\d\d\b))[^.!?]{0,80}[.,]?"
    r"(?: all rights reserved)?\.?|all rights reserved\.?",
    r"this material may not be published, broadcast\b.*",
    r"(?:tags|tagged (?:as|with)|filed under|posted in)\s*:\s*[^.!?]{1,120}",
    r"(?:\d{1,3} ){2,10}(?:… )?(?:\d{1,3} )?next(?: page)?(?: [»›→>])?|(?:next|previous) page",
    r"skip to (?:main )?content|(?:back|return) to top|page \d+ of \d+",
    rf"(?:follow|like|join|find) us on (?:{_NETWORK})\b.{{0,60}}|view all posts by .{{1,60}}",
    r"the post .{1,200} appeared first on .{1,80}",
    r"print this (?:page|article|story)|opens in (?:a )?new (?:window|tab)",
    r"(?:story|article) continues (?:below|after)(?: (?:this )?advertisement)?.?",
    r"schreiben? sie einen kommentar|schreibe? einen kommentar|kommentar hinterlassen",
    r"(?:deine|ihre) e-?mail-adresse wird nicht veröffentlicht\b.*",
    r"erforderliche felder sind (?:mit .{1,5} )?markiert\b.*",
    r"laisser un commentaire|votre adresse e-?mail ne sera pas publiée\b.*",
    r"les champs obligatoires sont (?:indiqués|marqués)\b.*",
    r"dejar? (?:un comentario|una respuesta)|cancelar (?:la )?respuesta",
    r"tu dirección de correo electrónico no será publicada\b.*",
    r"los campos (?:obligatorios|requeridos|necesarios) están marcados\b.*",
    r"deixe (?:um comentário|uma resposta)|o seu endereço de e-?mail não será publicado\b.*",
    r"(?:os )?campos obrigatórios (?:são|estão) marcados\b.*",
    r"lascia un commento|il tuo indirizzo e-?mail non sarà pubblicato\b.*",
    r"i campi obbligatori sono (?:contrassegnati|marcati)\b.*",
    r"(?:добавить|оставить) комментарий|ваш (?:адрес )?e-?mail не будет опубликован\b.*",
    r"обязательные поля помечены\b.*",
    r"bir (?:yanıt|yorum|cevap) (?:yazın|bırakın)",
    r"e-?posta (?:hesabınız|adresiniz) yayınlanmayacak\b.*",
    r"gerekli alanlar .{1,12} işaretlenmişlerdir",
)

# One word or two: furniture only when nothing else stands in the block.
LONE_LINE: Final = _lines(
    r"(?:\d+ )?comments?(?: \(\d+\))?|no comments(?: yet)?|advertisements?|sponsored content",
    r"(?:photo|image|foto)s?(?: credits?| by| courtesy(?: of)?)?\s*[:/]\s*[^.!?:]{1,60}",
    r"share this|like this(?::? ?(?:like)? ?loading(?:\.{3}|…))?|loading(?:\.{3}|…)",
    r"(?:\d+ )?kommentare?|anzeige|werbung|(?:\d+ )?commentaires?|publicité|publicidad|publicidade",
    r"(?:\d+ )?comentarios?|(?:\d+ )?comentários?|(?:\d+ )?commenti|pubblicità",
    r"(?:\d+ )?комментари(?:и|й|ев|я)|реклама|(?:\d+ )?yorum(?:lar)?|reklam",
)

# Buttons: a name among them may be a heading, several in a row are a sharing row.
BUTTON_LINE: Final = _lines(
    rf"(?:\d+ )?shares?|tweet|pin(?: it)?|print|copy link|like|follow us|{_NETWORK}",
    r"teilen|partager|compartir|compartilhar|condividi|поделиться|paylaş",
)

# A heading over links to other pages; what follows belongs to it until prose resumes.
TEASER_OPENER: Final = _lines(
    r"check also|read also|also read|read (?:this )?next|up next",
    r"(?:related|recommended|similar|popular|recent|latest|trending|featured|more)"
    r" (?:articles?|posts?|stories|story|news|headlines|reading)",
    r"you (?:may|might) (?:also )?(?:like|be interested in)|recommended for you|related",
    r"more (?:from|like|on) (?:this|the same|us)(?: \w+)?|most (?:read|popular|viewed|shared)",
    r"(?:editor['’]s|editors['’]) (?:picks?|choice)|trending(?: now)?",
    r"das könnte (?:sie|dich) auch interessieren|ähnliche (?:artikel|beiträge)|lesen sie auch",
    r"(?:à )?lire aussi|articles (?:similaires|liés|connexes)|sur le même sujet",
    r"(?:artículos|noticias|entradas) relacionad[ao]s|te puede interesar|le[ea] también",
    r"(?:artigos|notícias|posts) relacionad[ao]s|leia também",
    r"(?:articoli|notizie) correlat[ie]|leggi anche",
    r"читайте также|похожие (?:статьи|записи|новости)|по теме",
    r"ilgili (?:haberler|yazılar)|bunlar da ilginizi çekebilir",
)

# The heading of a widget that is always the last thing on its page.
PAGE_TAIL_OPENER: Final = _lines(r"check also")

# A link to another page on one line: "Read more: Talks resume in Geneva".
TEASER_LINE: Final = _lines(
    r"(?:read (?:also|more|next)|also read|related(?: (?:article|story|news))?|recommended"
    r"|lesen sie auch|(?:à )?lire aussi|le[ea] también|leia também|leggi anche|читайте также)"
    r"\s*[:|»›]\s*[^.!?]+",
)


# What a line above the title calls the text that follows; further down it may head a section.
KICKER: Final = _lines(
    r"for immediate release|(?:press|news|media) release|breaking(?: news)?|exclusive",
    r"opinion|editorial|commentary|analysis|interview|news|world|politics",
    r"pressemitteilung|communiqué de presse|comunicado de prensa|comunicato stampa|пресс-релиз",
)


def is_furniture(line: str) -> bool:
    """True when the line's wording alone tells that it is none of the text's own."""
    patterns = (FORM_LINE, LONE_LINE, TEASER_OPENER, TEASER_LINE)
    return any(pattern.fullmatch(line) for pattern in patterns)

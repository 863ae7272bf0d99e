"""The fixed wordings of page furniture: comment forms, sharing rows, advertising, teasers.

Each pattern must match a whole line, and none matches a sentence that an article might hold. They
are grouped by what may be assumed of the lines around them.
"""

import re
from typing import Final

from corpus.notices import COMMENTS_CLOSED, CONSENT, COOKIES, LEADS_ON, SUBSCRIBERS, WRITE_TO_US


def _lines(*patterns: str) -> re.Pattern[str]:
    # between the bars of a table's row, too
    return re.compile(rf"(?:\|\s*)?(?:{'|'.join(patterns)})\s*[:»›→|]?", re.IGNORECASE)


_NETWORK: Final = (
    r"facebook|twitter|x|whats ?app|linked ?in|telegram|reddit|pinterest|tumblr|vk|viber|e-?mail"
)

_CALL: Final = (
    r"follow|join|like (?:us|our|this)|subscribe|sign up|download|receive|never miss"
    r"|get (?:our|your|the (?:latest|best)|more|unlimited|full)|stay (?:up to date|tuned)"
    r"|for (?:all )?the latest|submit your|send us|do you want to be informed"
    r"|folgen sie|abonnieren|melden sie sich|mit unserem newsletter|bestellen"
    r"|jetzt (?:\w+ ){0,6}(?:abonnieren|anmelden|bestellen|folgen|herunterladen|lesen|registrieren"
    r"|sichern|testen)|erhalten sie|registrieren"
    r"|suscrib(?:ase|ite|ete|irse)|suscríb(?:ase|ete)|únete|únase|síg[ua]nos|síguenos"
    r"|sigue (?:nuestr\w+|a)|hazte|haz cli[ck]\w*"
    r"|descarga|recib[ae]|mira lo que tiene|¡(?:únete|suscríbete|mira|síguenos|hazte|recibe)"
    r"|inscri(?:vez|va|viti)[- ]?(?:vous|se)?|abonnez|suivez|recevez|rejoignez|téléchargez"
    r"|inscreva|assine|siga|receba|baixe|iscriviti|segui(?:ci| (?:il nostro|la nostra|i nostri))"
    r"|ricevi|abbonati|scarica"
    r"|become (?:a|our)|support (?:us|our)|donate|werde(?:n sie)? (?:jetzt )?(?:mitglied|teil)"
    r"|spenden sie|unterstütz(?:en sie|t) uns|devenez|soutenez|hágase|conviértete|diventa|sostieni"
    r"|word (?:lid|vriend)"
    r"|meld je aan|volg ons|schrijf je in|prenumerera|följ|tilmeld|følg|abonner|tilaa|seuraa"
    r"|zapisz się|obserwuj|śledź|dołącz|subskrybuj|přihlaste|sledujte|prihláste|odoberajte|pratite"
    r"|prijavite|iratkozzon|kövess[ea]?n?|abonează|urmăre[sș]te|подпи[сш]\w+|следите|присоединя\w+"
    r"|підп\w+|стежте|приєдн\w+|абонирайте|последвайте|εγγραφείτε|ακολουθήστε|abone ol\w*"
    r"|takip ed\w+"
    r"|ikuti|berlangganan|اشترك|تابعنا|تابعوا"
)
_OUR: Final = (
    r"our|us|we|your inbox|you|unser\w*|uns|nuestr\w+|nosotros|nostr\w+|notre|nos|noss\w+|onze|ons"
    r"|vår\w*|vores|meidän|nasz\w*|nás|náš|naš\w*|minket|noastr\w+|наш\w*|нас|нашия|μας|bizi|bize"
    r"|kami|قناتنا|نشرتنا|tu celular|este enlace|hier klicken|here|aquí|hier|ici|qui"
)
_HERE: Final = r"(?:sign up|subscribe|register) here|this form|este enlace"
_SAID: Final = r"said|says|told|wrote|added|sagte|erklärte|dijo|afirmó|déclaré|dit|disse|сказал\w*"
_MEANS: Final = (
    r"newsletters?|twitter|facebook|instagram|telegram|whats ?app|youtube|tiktok|threads|linkedin"
    r"|rss|app store|google play|apps? for|ios and android|inbox|(?:by|daily) e-?mail|e-?paper"
    r"|e-?mail-?updates?|push[- ]notifications?|edition for the full story|actions\?"
    r"|letter to the editor"
    r"|mitglied|angebote|(?:paying )?member|subscriber|patreon|paypal|steady|spender\w*|donat\w+"
    r"|boletín|canal|bolet[ií]n(?:es)?|beneficios|infolettre|lettre d['’]information|chaîne"
    r"|nyhetsbrev|nyhedsbrev|uutiskirje\w*|nieuwsbrief|newsletter\w*|hírlev\w+|zpravodaj\w*"
    r"|рассылк\w+|телеграм\w*|телеграмм\w*|канал\w*|розсилк\w+|бюлетин\w*|bülten\w*|kanal\w*"
    r"|النشرة|قناتنا|تلغرام|تليجرام|biuletyn\w*|newslettera"
)

# Lines of a comment form or a sharing row, told by their wording wherever they stand.
FORM_LINE: Final = _lines(
    rf"(?!.*\b(?:{_SAID})\b)(?:{COOKIES}|{CONSENT}|{SUBSCRIBERS}|{COMMENTS_CLOSED}|{WRITE_TO_US}|{LEADS_ON})",
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
    # Calls to subscribe, to follow and to write, which name the means.
    rf"(?:{_CALL})\b(?=.*\b(?:{_OUR})\b)(?=.*\b(?:{_MEANS})\b)(?!.*\b(?:{_SAID})\b).{{0,240}}",
    rf"(?:{_CALL})\b(?=.*\b(?:apps? for|ios|app store|google play)\b).{{0,160}}",
    # Calls to log in, and to comment.
    r"(?:you (?:must|need to|have to)|please|(?:du|sie) (?:musst|müssen)|bitte|vous devez"
    r"|(?:debes?|tienes que)|devi) .{0,50}\b(?:logged in|log ?in|sign(?:ed)? in|eingeloggt"
    r"|angemeldet sein|einloggen|connecté\w*|vous connecter|iniciar sesión"
    r"|effettuare l['’]accesso)\b.{0,100}",
    r".{0,80}\b(?:tell us|let (?:us|me) know|schreib(?:t|en sie)? (?:es )?uns"
    r"|verrat(?:e|et|en sie)|cuéntanos|déjanos|dites-nous|raccontaci|faccelo sapere)\b.{0,60}"
    r"\b(?:in the comments?|kommentare?n?|comentarios|commentaires|commenti)\b.{0,160}",
    r"(?:you are|sie sind|du bist) (?:\w+ )?(?:not|nicht) (?:logged in|eingeloggt|angemeldet)[.!]?",
    r"(?:\*? ?(?:werbung|anzeige)[.:|] )?(?:this (?:article|post|story) (?:contains|may contain)"
    r"|dieser (?:beitrag|artikel) enthält)"
    r" (?:affiliate|werbung|anzeigen).{0,120}",
    r"(?:last (?:updated|modified)|aktualisiert am|letzte (?:änderung|aktualisierung)|stand)\s*:?"
    r" ?(?:am )?[\d. /:-]{6,20}(?: uhr)?\.?",
    r"\(?alle angaben ohne gewähr\.?\)?|alle rechte vorbehalten.{0,80}"
    r"|vervielfältigung nur .{5,60}",
    r"crédits? photos? ?: ?.{1,60}|copyright ?: ?.{1,60}|(?:quelle|source|fuente"
    r"|fonte) ?: ?[^.!?]{1,60}",
    # What archives note on a page that they captured.
    r"webpage capture|archive\.(?:today|ph|is|li|md|fo|vn)(?: webpage capture)?"
    r"|saved from https?://\S+"
    r"|(?:no other|all) snapshots\b.{0,60}|from host \S+|wayback machine",
    r"(?:subscribe|register|sign in|log in)(?: now)? to (?:continue|keep) reading\b.{0,40}",
    r"already (?:a (?:subscriber|member)|registered|subscribed|have an account)\?.{0,40}",
    r"(?:©|copyright (?:©|\(c\))|(?:copyright|\(c\)) (?=(?:19|20)\d\d\b))[^.!?]{0,80}[.,]?"
    r"(?: all rights reserved)?\.?|all rights reserved\.?",
    r"(?:©|ⓒ|\(c\)|copyright)\s*(?:©|\(c\)|by )?\s*(?:19|20)\d\d\b.{0,240}"
    r"|[^.!?]{0,60}[©ⓒ℗][^.!?]{0,80}[.!]?(?: all rights reserved)?[.>]?",
    r"(?:hat (?:dir|ihnen|euch) (?:der|dieser) (?:artikel|beitrag) gefallen"
    r"|did you (?:like|enjoy) this|te (?:ha )?gust(?:ó|ado) est[ea]"
    r"|(?:cet|l['’]) ?article vous a plu|vous avez aimé cet"
    r"|ti è piaciuto (?:questo|l['’])|gostou d(?:o|este) artigo)\b.{0,300}",
    r"this material may not be published, broadcast\b.*",
    r"(?:tags|tagged (?:as|with)|filed under|posted in)\s*:\s*[^.!?]{1,120}",
    r"(?:\d{1,3} ){2,10}(?:… )?(?:\d{1,3} )?next(?: page)?(?: [»›→>])?|(?:next|previous) page",
    r"perma-?(?:link|lien)s?\b:?.{0,120}",
    r".{0,120}\bPDF\b[^.!?]{0,12}\d+(?:[.,]\d+)? ?[KM]B\b.{0,60}",
    r"\d+ (?:besucher|gäste|users?|guests?|members?|visitors?|mitglieder) (?:sind |are )?online\b"
    r".{0,80}",
    r"(?:the (?:current|new|latest) issue|die (?:aktuelle|neue) ausgabe) .{0,120}"
    r"\b(?:erhältlich|im handel|am kiosk|bestellen|out now|on sale|newsstands?)\b.{0,40}",
    r"(?:zurück zu[rm]|retour à l['’]|volver a la|voltar (?:à|para a)|torna alla"
    r"|terug naar(?: de)?) ?(?:startseite|übersicht|hauptseite|homepage|accueil"
    r"|portada|página inicial|home)",
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
    r"share this|(?:like this|gefällt mir|j['’]aime(?: ça)?|me gusta|mi piace"
    r"|vind ik leuk|curtir isso)(?:[: ]*(?:like|gefällt mir)?"
    r"[: ]*(?:loading|wird geladen|lade|chargement|cargando|laden)(?: ?\.{3}|…))?"
    r"|(?:loading|wird geladen|lade|chargement|cargando)(?: ?\.{3}|…)",
    r"(?:\d+ )?kommentare?|anzeige|werbung|(?:\d+ )?commentaires?|publicité|publicidad|publicidade",
    r"(?:\d+ )?comentarios?|(?:\d+ )?comentários?|(?:\d+ )?commenti|pubblicità",
    r"(?:\d+ )?комментари(?:и|й|ев|я)|реклама|(?:\d+ )?yorum(?:lar)?|reklam",
)

# Buttons: a name among them may be a heading, several in a row are a sharing row.
BUTTON_LINE: Final = _lines(
    rf"(?:\d+ )?shares?|tweet|pin(?: it)?|print|copy link|like|follow us|{_NETWORK}",
    r"teilen|partager|compartir|compartilhar|condividi|поделиться|paylaş",
)

# What leads to another page, in the languages that corpora are in.
ALSO: Final = (
    r"(?:read|see|watch|listen|view) (?:also|more|next|this|here|too)|(?:also|must) (?:read"
    r"|see|watch)"
    r"|related(?: (?:article|story|news|stories|coverage|content))?|recommended|more (?:on"
    r"|from) this"
    r"|don['’]t miss|in case you missed it|read the full (?:story|article)(?: here)?"
    r"|(?:lesen|sehen|hören) sie (?:auch|hier|dazu|mehr)(?: (?:auch|hier|dazu|mehr))?"
    r"|(?:auch|hier|mehr|dazu) lesen|lies auch|lest auch|mehr (?:dazu"
    r"|zum thema)(?: lesen sie hier)?"
    r"|(?:auch|ebenfalls) interessant|zum weiterlesen|mehr zum thema|siehe auch|lesetipp"
    r"|(?:à|a) (?:lire|voir|écouter)(?: (?:aussi|également))?"
    r"|lire (?:aussi|également|notre article)"
    r"|voir aussi|sur le même sujet|lisez aussi"
    r"|l[eé]a(?: (?:también|además|más|aquí))?|lee(?: (?:también|además|más|aquí))"
    r"|(?:vea|ve|mir[aeá]|mire|escuche|conozca|revise|entérese|sepa) (?:también|además|aquí"
    r"|más)"
    r"|(?:te|le|les|os) (?:puede|podría|recomendamos|sugerimos)(?: (?:interesar|leer|ver))?"
    r"|(?:también|además) (?:te puede interesar|le puede interesar|lea|lee|puede leer"
    r"|puedes leer)"
    r"|no (?:se pierda|te pierdas)|(?:nota|noticia|artículo)s? relacionad[ao]s?|más información"
    r"|leia (?:também|mais|ainda)|veja (?:também|mais)|saiba mais|(?:ver|ler) (?:também|mais)"
    r"|confira"
    r"|leggi (?:anche|pure|qui)|guarda anche|vedi anche|potrebbe interessarti(?: anche)?"
    r"|approfondisci"
    r"|lees (?:ook|meer|verder)|zie ook|bekijk ook"
    r"|l[æeä]s (?:også|även|mer|mere)|se (?:også|även)|hør også|lue myös|katso myös"
    r"|lesa (?:einnig|meira)"
    r"|(?:prze)?czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również|więcej)"
    r"|sprawdź też"
    r"|polecamy|warto przeczytać|przeczytaj (?:też|także|również)"
    r"|(?:pře)?čtěte (?:také|též|i|více)|čítajte (?:aj|tiež|viac)|prečítajte si (?:aj|tiež)"
    r"|viz též|pozrite (?:si )?(?:aj|tiež)|mohlo by vás zajímat|mohlo by vás zaujímať"
    r"|(?:pro)?čitajte (?:i|još|više|također|takođe)|pročitajte (?:i|još|više|također|takođe)"
    r"|preberite (?:tudi|še)|pogledajte (?:i|još)|poglejte tudi|vezane vijesti"
    r"|olvassa el (?:ezt )?is|kapcsolódó(?: cikk(?:ek|ünk)?)?"
    r"|(?:ezt is|ajánljuk|további cikk(?:ek)?)"
    r"(?: olvassa el)?|lásd még"
    r"|cite[sș]te (?:[sș]i|mai multe)|vezi [sș]i|pe aceea[sș]i temă|recomandări"
    r"|читайте? (?:также|ещё|еще|далее|по теме)|смотрите также|по теме|материалы по теме"
    r"|подробнее"
    r"|читайте також|дивіться також|читай(?:те)? (?:також|ще)|за темою|чытайце таксама"
    r"|(?:про)?чете?те (?:още|също)|вижте (?:още|също)|прочетете (?:още|също)|още по темата"
    r"|читајте? (?:још|и)|прочитајте? (?:још|и|повеќе)|погледајте? (?:још|и)"
    r"|διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)|δείτε (?:επίσης|ακόμη|ακόμα)"
    r"|σχετικά(?: άρθρα)?"
    r"|ayrıca (?:okuyun|bakın|bakınız)|(?:bunu|bunlar) da (?:okuyun|oku)"
    r"|ilgili (?:haber(?:ler)?|yazı)"
    r"|i̇lgili haber(?:ler)?|daha fazla(?:sı)?|həmçinin oxuyun|oxuyun"
    r"|bunlar da ilginizi çekebilir"
    r"|loe (?:ka|lisaks|edasi)|vaata ka|lasi (?:arī|vēl)|skatīt arī"
    r"|skaityk(?:ite)? (?:taip pat|daugiau)"
    r"|lexo (?:edhe|më shumë)|shiko edhe|llegiu també|llegeix (?:també|més)|irakurri gehiago"
    r"|baca juga|lihat juga|simak juga|baca selengkapnya|xem thêm|đọc thêm|basahin din"
    r"|اقرأ (?:أيضا|أيضاً|أيضًا|المزيد)|(?:شاهد|طالع|إقرأ) (?:أيضا|أيضاً|أيضًا)|مواضيع ذات صلة"
    r"|بیشتر بخوانید|بخوانید|همچنین بخوانید|مزید پڑھیں|یہ بھی پڑھیں|קראו (?:גם|עוד)|ראו גם"
    r"|עוד בנושא"
    r"|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|আরও পড়ুন|আরো পড়ুন|மேலும் படிக்க|ఇది కూడా చదవండి"
    r"|関連記事|あわせて読みたい|こちらも読む|続きを読む|相关阅读|延伸阅读|相關閱讀|延伸閱讀|更多阅读|推荐阅读"
    r"|관련 ?기사|함께 ?읽기|อ่านเพิ่มเติม|อ่านต่อ|ข่าวที่เกี่ยวข้อง"
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
    rf"(?:{ALSO})",
    rf"(?:{ALSO}) (?:the|these|our|die|diese|folgende|los|las|les|nos|i|gli|le) [^.!?:]{{1,40}}:",
)

# The heading of a widget that is always the last thing on its page.
PAGE_TAIL_OPENER: Final = _lines(r"check also")

# A link to another page on one line: "Read more: Talks resume in Geneva".
TEASER_LINE: Final = _lines(
    rf"(?:[>»›→▶+*–—-]+\s*)?(?:{ALSO})\s*[:：|»›]\s*[^!]{{3,200}}(?<![.!…])",
    rf"[>»›→▶]+\s*(?:{ALSO})\b[^!]{{3,200}}(?<![.!…])",
)


# What a line above the title calls the text that follows; further down it may head a section.
KICKER: Final = _lines(
    r"for immediate release|(?:press|news|media) release|breaking(?: news)?|exclusive",
    r"opinion|editorial|commentary|analysis|interview|news|world|politics",
    r"pressemitteilung|communiqué de presse|comunicado de prensa|comunicato stampa|пресс-релиз",
)


# "More information at ...", with a link: where else to look.
_POINTER: Final = (
    r"^(?:further|more|additional|weitere|mehr|alle|nähere|más|plus d['’]|maggiori|altre"
    r"|meer|więcej)\s*(?:infos?|informations?|information\w*|details|einzelheiten|información|informazioni"
    r"|informatie|informacji)\b.{0,160}$"
    r"|^.{5,160}\b(?:in (?:unserem|diesem) (?:beitrag|artikel|ratgeber|special)|in our (?:guide"
    r"|article|explainer|feature|post)|dans notre (?:article|dossier|guide)"
    r"|en nuestro (?:artículo|especial)|nel nostro (?:articolo|speciale))\b.{0,100}$"
    r"|^[^.!?]{5,120} (?:findest du|finden sie|find(?:et)? ihr|gibt es|lesen sie|lest ihr|liest du)"
    r" (?:hier|unter \S+)[.!]?$"
    r"|^(?:.{5,200}[, ])?(?:(?:click|tap) here|klicken? sie hier|cliquez ici|haga clic aquí"
    r"|clicca qui)\b.{0,60}$"
)
_CALLS: Final = re.compile(
    rf"(?:{_POINTER})|(?:^|[.!?…]\s+)[¡¿>»*\s]*(?:{_CALL})\b(?=.*\b(?:{_MEANS}|{_HERE})\b)(?!.*\b(?:{_SAID})\b)",
    re.IGNORECASE,
)
_LONGEST_CALL: Final = 250


def is_call(line: str) -> bool:
    """True when a line that holds a link calls on its readers to follow it to something of ours."""
    return len(line) <= _LONGEST_CALL and _CALLS.search(line) is not None


def is_furniture(line: str) -> bool:
    """True when the line's wording alone tells that it is none of the text's own."""
    patterns = (FORM_LINE, LONE_LINE, TEASER_OPENER, TEASER_LINE)
    return any(pattern.fullmatch(line) for pattern in patterns)

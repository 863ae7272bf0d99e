"""What a site says of itself between the lines of an article: cookies, subscriptions, mistakes.

Each pattern is one of a whole line, in small letters, and none is a sentence of an article.
"""

from typing import Final

COOKIES: Final = (
    r"(?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)?,? (?:uses?|stores?|sets?)"
    r" (?:[\w-]+ ){0,3}cookies?\b"
    r"(?=.*\b(?:experience|consent|privacy|policy|accept|agree|continu\w+|settings|content|ads"
    r"|advert\w+|traffic|website|preferences|services)\b).{0,400}"
    r"|wir (?:verwenden|nutzen|setzen) .{0,40}cookies\b.{0,400}"
    r"|(?:diese|unsere) (?:web)?(?:site|seite|website) (?:verwendet|nutzt|setzt) .{0,40}cookies"
    r"\b.{0,400}"
    r"|(?:ce site|nous) utilis(?:e|ons) .{0,30}cookies\b.{0,400}"
    r"|en (?:poursuivant|continuant) (?:votre navigation|à naviguer)\b.{0,400}"
    r"|(?:este sitio(?: web)?|esta (?:web|página)|utilizamos|usamos) .{0,40}cookies\b.{0,400}"
    r"|(?:questo sito|utilizziamo|usiamo) .{0,40}cookies?\b.{0,400}"
    r"|(?:este s[íi](?:te|tio)|utilizamos|usamos) .{0,40}cookies\b.{0,400}"
    r"|(?:deze (?:web)?site|wij|we) (?:gebruik(?:t|en)|maakt? gebruik van) .{0,30}cookies\b.{0,400}"
    r"|(?:ta|nasza) strona .{0,40}(?:cookies|ciasteczek)\b.{0,400}"
    r"|(?:używamy|korzystamy z|wykorzystujemy) (?:plik\w+ )?(?:cookies|ciasteczek)\b.{0,400}"
    r"|(?:этот сайт|наш сайт|мы) (?:\w+ )?использу\w+ .{0,40}(?:cookie|куки).{0,400}"
    r"|(?:цей сайт|наш сайт|ми) (?:\w+ )?використову\w+ .{0,40}(?:cookie|кукі).{0,400}"
    r"|(?:tento web|tyto stránky|táto stránka) (?:používají?|používa) .{0,40}cookies\b.{0,400}"
    r"|(?:den här webbplatsen|vi) använder .{0,30}(?:cookies|kakor)\b.{0,400}"
    r"|(?:denne (?:hjemmeside|nettsiden)|dette nettstedet|vi) (?:bruger|bruker) .{0,30}"
    r"(?:cookies|informasjonskapsler)\b.{0,400}"
    r"|(?:tämä sivusto|sivusto|käytämme) .{0,30}evästeitä\b.{0,400}"
    r"|.{0,40}\bçerez(?:ler(?:i|den)?)? kullan\w+.{0,400}"
    r"|(?:acest site|folosim|utilizăm) .{0,40}cookie.{0,400}"
)
"""Notes on cookies."""

SUBSCRIBERS: Final = (
    r"you(?:['’]ve| have) (?:reached|hit|used(?: up)?|read) (?:your|all|the|\d+)\b"
    r"(?=.{0,60}\b(?:limit|free)\b).{0,200}"
    r"|(?:this|the full|the rest of this) (?:article|story|content) is"
    r" (?:only |exclusively )?(?:available |reserved )?(?:for|to) (?:our |paying )?"
    r"(?:subscribers|members)\b.{0,120}"
    r"|(?:sie haben|du hast) .{0,60}\b(?:kostenlose[nr]?|freie[nr]?) artikel\b.{0,120}"
    r"|(?:dieser (?:artikel|beitrag|inhalt)|weiterlesen) .{0,40}\b(?:nur für|mit) "
    r"(?:\w+ )?(?:abonnent\w*|abo|plus|mitglieder)\b.{0,120}"
    r"|(?:cet )?article (?:est )?réservé (?:à nos|aux) abonnés.{0,120}"
    r"|il vous reste \d+.{0,60} de cet article à lire.{0,120}"
    r"|la suite (?:de cet article )?est réservée aux abonnés.{0,120}"
    r"|(?:este )?(?:contenido|artículo) (?:es )?exclusivo para (?:suscriptores|socios).{0,120}"
    r"|(?:articolo|contenuto) riservato agli abbonati.{0,120}"
    r"|(?:conteúdo|matéria) exclusiv[ao] para assinantes.{0,120}"
    r"|dalsza część artykułu .{0,60}(?:prenumer|subskry)\w+.{0,120}"
    r"|(?:werden sie|werde) (?:jetzt )?mitglied\b.{0,160}|become an? (?:\w+ )?member\b.{0,160}"
)
"""What only subscribers are let read."""

COMMENTS_CLOSED: Final = (
    r"comments (?:on this \w+ )?(?:are|have been) (?:now )?(?:closed|disabled|turned off).{0,60}"
    r"|(?:die )?kommentar(?:e|funktion) (?:sind|ist|wurde) (?:\w+ )?(?:geschlossen|deaktiviert)"
    r".{0,60}"
    r"|les commentaires sont (?:fermés|clos|désactivés).{0,60}"
    r"|los comentarios están cerrados.{0,60}"
    r"|i commenti sono chiusi.{0,60}|os comentários estão (?:fechados|encerrados).{0,60}"
    r"|комментарии (?:закрыты|отключены|запрещены).{0,60}|коментарі (?:закрито|вимкнено).{0,60}"
    r"|możliwość komentowania .{0,60}wyłączona.{0,60}|reacties zijn gesloten.{0,60}"
)
"""That nothing can be said of an article any more."""

WRITE_TO_US: Final = (
    r"(?:have|got) (?:a|any) (?:news )?(?:tips?|stor(?:y|ies)|questions?|feedback)\b.{0,60}\?"
    r" .{0,60}\b(?:e-?mail|contact|write|send|tell|get in touch|let us know)\b.{0,160}"
    r"|(?:haben sie|hast du|habt ihr) (?:\w+ ){0,4}(?:fragen|anregungen|hinweise|ideen|fehler)\b"
    r".{0,60}\? .{0,60}\b(?:schreib|mail|kontakt|melde)\w*.{0,160}"
    r"|(?:si )?vous (?:souhaitez|désirez) .{0,80}\bcet article\b.{0,300}"
    r"|(?:found|spotted|noticed) an? (?:typo|mistake|error)\b.{0,160}"
    r"|fehler (?:gefunden|entdeckt)\?.{0,120}"
    r"|vous avez (?:repéré|trouvé) une (?:erreur|faute).{0,160}"
    r"|(?:если вы )?(?:нашли|заметили|увидели) (?:ошибку|опечатку).{0,200}"
    r"|(?:якщо ви )?(?:знайшли|помітили|побачили) (?:помилку|орфографічну).{0,200}"
    r"|(?:zauważyłeś|znalazłeś) błąd.{0,160}|našli jste (?:v článku )?chybu.{0,120}"
)
"""Calls to tell the editors."""

LEADS_ON: Final = (
    r"(?:read|see|watch|view|find) (?:the (?:full |whole |complete |original )?"
    r"(?:story|article|report|interview|statement|text|video|piece|list)"
    r"|it all|more) (?:here|below)\.?"
    r"|(?:den|die|das) (?:ganzen?|vollständigen?|komplette[nr]?) \w+"
    r" (?:lesen sie|gibt es|finden sie) hier\.?"
    r"|(?:[.…]{2,} ?)?(?:weiter zu|next:|suite :|continue to|weiter:) .{1,80}(?<![.!?])"
)
"""Links to go on reading."""

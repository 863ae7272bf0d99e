"""The words beside a day without a year that speak for or against the year before publication."""

import re
from typing import Final

from corpus.lazy_patterns import lazily
from corpus.weekdays_beside import ARTICLE, WEEKDAY

AHEAD_BEFORE: Final = lazily(
    rf"""(?<![^\W_])(?:
        by | until | till | through | thru | for | is | set | runs? | next | coming | upcoming
      | following | last | previous | before
      | bis(?:\ zum|\ zu|\ einschließlich|\ inklusive|\ spätestens)? | spätestens(?:\ am)?
      | für\ den
      | nächste[nmrs]? | kommende[nmrs]? | vergangene[nmrs]? | ab(?:\ dem)?
      | jusqu['’]au | pour\ le | au\ plus\ tard(?:\ le)? | para\ el | per\ il | ist\ der
      | (?<!c['’])est\ le
      | d['’]ici(?:\ le|\ au)? | avant(?:\ le)? | prochain | dès(?:\ le)?
      | à\ partir\ du | hasta(?:\ el)? | antes\ del? | próximo | a\ partir\ del? | até(?:\ o|\ a)?
      | fino\ al | entro(?:\ il)? | prossimo | dal\ prossimo
      | до | следующего | ближайш\w+ | к | (?<!ночь\ )(?<!ніч\ )на | (?<!noc\ )(?<!nocy\ )na
      | حتى | لغاية | قبل | تا | تا\ روز | עד(?:\ ה-?)? | עד\ ליום | לקראת | qədər
      | tot(?:\ en\ met)? | uiterlijk | volgende | komende
      | auf\ den | per | para(?:\ [oae]l?)? | effective(?:\ from)? | no\ later\ than
      | (?:a\ )?más\ tardar(?:\ el)? | à\ compter\ du | mulai(?:\ tanggal)?
      | senast | till | inden | til | do | najpóźniej | przed | nejpozději | kadar
      | every | each | annual | jede[nmrs]? | jährliche[nmrs]? | chaque | tous\ les | cada
      | todos\ [lo]s | ogni | tutti\ i | кажд(?:ое|ый|ого|ому) | кожн(?:е|ого|ий)
      | każd(?:ego|y|e) | každ(?:ého|ý|é) | elke? | iedere? | varje | hvert? | minden | fiecare
      | svak(?:og|i|ega) | всеки | всяко | κάθε | kiekvien\w+ | katru | her | setiap | tiap
      | mỗi | كل | هر | כל | בכל | हर
      | (?:always|usually|traditionally)(?:\ on)? | immer(?:\ am)? | stets(?:\ am)?
      | toujours | siempre | sempre | всегда | завжди | zawsze | vždy | altijd(?:\ op)?
      | alltid(?:\ den)? | altid(?:\ den)? | mindig
    )\s+(?:{ARTICLE})?\s*(?:(?:{WEEKDAY})[.,]?\s+(?:(?:{ARTICLE})\s+)?)?$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Directly before a day, with no more than its weekday between: to come, of no or of every year."""

MAYBE_AHEAD: Final = lazily(
    r"""(?<![^\W_])(?:
        would | could | may | might | should | plans? | planning | hopes? | wants? | decides?
      | returns? | convenes? | travels? | arrives? | flies | departs? | leaves | launches | hears?
      | debuts? | airs? | premieres? | hits? | drops | concludes? | faces? | gets?\ under\ way
      | würde\w* | könnte\w* | dürfte\w* | muss | müssen | will | wollen | kommt | kommen | trifft
      | treffen | reist | tagt | entscheidet | erscheint | folgt | wählt | tritt | kehrt
      | serait | pourrait | doit | doivent | sort | sortent | reprend | revient | rencontre | vote
      | sería | podría | debe | deben | debía | vuelve | regresa | viaja | termina | finaliza | sale
      | potrebbe | deve | devono | esce | inizia | termina | torna | vota | riprende
      | poderia | devem | vai | vão | volta | estreia | termina
      | может | могут | может\ быть | должн\w+ | должен | выходит | проходит | планиру\w+
      | ожида\w+ | может | має | мають | можна | може | можуть | виходить | плану\w+ | очіку\w+
      | olabilir | giriyor | geliyor | sürüyor | bekleniyor | planlanıyor | planlaşdırılır
      | keçirilir | gözlənilir | bilər | يمكن | قد | يجب | يبدأ | تبدأ | يستمر | تستمر | می‌شود
      | باید | صارت | צריך | אמור\w* | יכול\w* | ma | mają | może | mogą | musi | trwa | kończy
      | rusza | upływa | może | má | mají | může | musí | koná | konají | končí | čeká | trvá
    )(?![^\W_])|计划|計劃|预计|預計|有望|上映|举办|舉辦|する方針|する。|します|される|한다|된다|계획""",
    re.IGNORECASE | re.VERBOSE,
)
"""Anywhere in its sentence: what may lie ahead, where the day is far from publication."""

NAMES_AN_EVENT: Final = lazily(
    r"""\s(?i:(?:(?:terrorist|terror|suicide|gun|military|bomb)\s)?(?:attacks?|bombings?|hijackings?
    |coup|revolution|uprising|revolt|plot|putsch|massacre|riots?|amendment|agreement|accords?)\b
    |saldırı\w*|darbe\w*|ayaklanma\w*|devrim\w*|olayları|terrorattack\w*)""",
    re.VERBOSE,
)
"""Right behind a day by which an event is known, whatever its year: "the September 11 attacks"."""

EVENT_BEFORE: Final = lazily(
    r"""(?<![^\W_])(?:
        (?:attentats?|attaques?|massacre|révolution|coup\ d['’]état|putsch|émeutes|insurrection)
        \ (?:du|des|de\ l[a'’])
      | (?:terror)?(?:anschl[aä]g\w*|attentat\w*|aufstand\w*|putsch\w*|revolution|massaker\w*)
        \ (?:vom|am|des)
      | (?:atentados?|ataques?|masacre|revolución|golpe(?:\ de\ estado)?|revolução|revolta
          |attentat[oi]|attacchi|strage)\ (?:del?|do|dell['’])
      | (?:теракт\w*|атак\w+|путч\w*|восстани\w+|революци\w+|переворот\w*|напад\w+|повстанн\w+
          |революці\w+|zamach\w*|atak\w*|masakr\w*|útok\w*|převrat\w*|povstání)
      | هجمات | ثورة | انقلاب | مجزرة | אירועי | פיגועי | מתקפת | טבח
    )\s?$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Right before such a day: "les attentats du 13 novembre"."""

AHEAD: Final = lazily(
    r"""(?<![^\W_])(?:
        will | won['’]t | shall | [’']ll | upcoming | scheduled | slated | due(?!\ to)
      | planned | plans?\ to
      | (?:is|are|am)\ (?:to|expected|going|set|about|planning|hoping|aiming|likely)
      | deadline | tomorrow | starting | beginning | ahead\ of | next | in\ time\ for | coming
      | looking\ forward | expires? | runs?\ (?:through|until|to) | tickets? | on\ sale | vote\ on
      | begins? | starts? | opens? | closes? | (?:takes?|taking)\ place | kicks?\ off
      | meets? | ends? | resumes? | (?:goe?s?|heads?)\ to\ the\ polls | takes?\ effect
      | comes?\ into\ (?:force|effect) | apply | applies | effective | (?:post|re)poned
      | rescheduled | adjourned | deferred | delayed | moved\ (?:to|until) | pushed\ back
      | save\ the\ date | mark\ your\ calendars? | rsvp | on\ view | due\ back | no\ later\ than
      | accepted\ (?:through|until) | early\ voting | registration | applications?\ (?:are|close)
      | (?:at|in)\ (?:the\ )?(?:theaters|theatres|cinemas|bookstores) | court\ date | to\ be\ held
      | falls?\ on | (?:is|are)\ (?:celebrated|observed|marked)
      | beginnt | startet | endet | eröffnet | gilt | gelten | läuft | tritt | treten
      | stimm(?:t|en)\ (?:\w+\ ){0,4}ab | verschoben | vertagt | verlegt | terminiert
      | angesetzt | anberaumt | fällt\ auf | feier[nt] | begeht
      | débute | commence | démarre | s['’]ouvre | se\ tien(?:t|nent) | entre(?:nt)?\ en
      | s['’]applique | report[ée]e?s? | repouss[ée]e?s? | ajourn[ée]e?s? | programm[ée]e?s?
      | renvoy[ée]e?s? | fix[ée]e?s?\ au | célèbre(?:nt)? | fête(?:nt)?
      | comienza | empieza | inicia | arranca | abre | vence | entran?\ e[mn]
      | aplaz(?:ad[oa]|ó|aron) | pospuest[oa] | pospuso | posterg\w+ | reprogram\w+ | celebran?
      | comincia | apre | scade | rinviat[oaie] | fissat[oaie] | slittat[oa] | slitta
      | spostat[oaie] | posticipat[oaie] | festeggia(?:no)?
      | começa | adiad[oa]s? | remarcad[oa]s? | marcad[oa]s?\ para | comemoram?
      | wird | werden | wirst | werde | geplant\w* | bevorsteh\w+ | kommende\w* | nächste[nmrs]?
      | voraussichtlich | Kinostart | Stichtag\w* | Frist | Fristen | Anmeldeschluss | ins\ Kino
      | Einsendeschluss | Bewerbung\w* | vormerken | auf\ dem\ Programm | in\ die\ Kinos
      | soll | sollen | morgen | steht\ an | findet | finden | Anmelde\w+ | Tickets?
      | sera | seront | aura | auront | prochain\w* | prévue?s? | devrait | devra | demain
      | va | vont | fera | verra | pourra | (?:re|ap|com|sur)?prendra | (?:de|re|inter)?viendra
      | (?:main|ob|con|sou)?tiendra | rendra | paraîtra | recevra
      | attendue?s? | rendez-vous | date\ limite | à\ vos\ agendas | échéance | à\ l['’]affiche
      | inscriptions? | en\ salles | inclus | plazo | fecha\ límite | estren\w+ | inscripci\w+
      | la\ cita | scadenza | iscrizioni | appuntamento | in\ programma | prazo | inscrições
      | fissat[oaie] | attes[oaie] | uscirà
      | será | serán | habrá | próxim[oa]s? | prevista?o? | mañana | tendrá | serão | haverá
      | amanhã | [a-z]{2,}r(?:à|anno) | prossim[oa] | previst[oa] | domani
      | будет | будут | предстоящ\w+ | запланирован\w* | завтра | состоится | следующ\w+
      | перен[её]с\w* | перенос\w+ | назначен\w* | отложен\w* | начинается | стартует
      | вступа(?:ет|ют)\ в | истекает | приходится\ на | отмеча(?:ет|ют)\w* | празднуют?
      | намечен\w* | пройд[её]т | начн[её]тся | откроется | грядущ\w+ | ближайш\w+
      | рассмотрит | провед[её]т | выйдет | встретится | примет | подпишет | решит | объявит
      | выступит | посетит | прибудет | приедет | прилетит | вынесет | огласит | закроется
      | состоятся | вступит | соберутся | собер[её]тся | продолжится | завершится | возобновится
      | в\ прокат | премьера | включительно | срок\ (?:подачи|до|—|–|-|при[её]ма)
      | розгляне | зустрінеться | проведе | почнеться | розпочне | відкриється | підпише | вийде
      | прибуде | виступить | продовжиться | завершиться | відбудуться | ухвалить | оголосить
      | прем['’ʼ]єра | заплановано | запланован\w* | включно | кінцев\w+\ термін | в\ прокат
      | призначи\w+ | призначен\w* | відкладен\w* | відклали | починається
      | набира\w+\ чинності | набува\w+\ чинності | припадає | відзнача(?:є|ють)\w* | святкують?
      | буде | будуть | відбудеться | пройде | розпочнеться | наступн\w+ | zal | zullen | volgende
      | uitgesteld | verplaatst | verschoven | begint | vindt | treedt | geldt | valt\ op
      | viert | vieren | gepland\w* | aanstaande | komende
      | przełożon\w+ | przesunięt\w+ | odroczon\w+ | zaplanowan\w+ | wyznaczon\w+ | rozpoczyna
      | przełożono | zaplanowano | zaczyna | startuje | wchodzi\ w | wypada | obchodzi\w*
      | odložen\w* | přesunut\w* | přeložen\w* | presunut\w* | začíná | začína | platí
      | vstupuje | připadá | slaví | świętuj\w+
      | wejdzie | wejdą | rozpatrzy | wyda | ogłosi | spotka | poleci | ruszy | wystąpi | zapadnie
      | premiera | termin | włącznie | potrwa | zakończy | podejmie | zbierze | rozhodne | vstoupí
      | zahájí | projedná | vyjde | premiéra | uzávěrka | termín | naplánován\w* | potrvá | skončí
      | včetně | přihlášky | pokračuje | pokračovat | vystoupí | rozsudek\ padne
      | będzie | będą | odbędzie | odbędą | zostanie | rozpocznie | planowan\w+ | najbliższ\w+
      | bude | budou | budú | příští | proběhne | uskuteční | začne | koná | sejde | nadcház\w+
      | \w{3,}(?:rá|rán|rão|eront|iront) | \w{4,}(?:era|ira)
      | skjuts\ upp | uppskjut\w+ | flyttas? | börjar | inleds | startar | träder | infaller
      | firas? | finder\ sted | finner\ sted | begynder | begynner | starter | træder | trer
      | udsat | udsættes | utsatt | utsettes | fejrer | feirer | siirretty | siirtyy | lykätty
      | lykättiin | astuu | kezdőd\w+ | lép\ hatályba | elhalaszt\w+ | ünnepl\w+
      | începe | amânat\w* | intră\ în | sărbătore\w+ | αναβλήθηκε | ξεκινά | αρχίζει
      | γιορτάζ\w+ | започва | влиза\ в | насрочен\w* | празнува\w*
      | odgođen\w* | odloženo | počinje | stupa\ na | slavi | slave | prestavljen\w*
      | ertelen\w+ | ertelendi | başlıyor | başlar | kutlan\w+
      | kommer\ att | ska | skal | vil | nästa | næste | neste
      | lesz | lesznek | fogják | jövő | következő | va\ fi | urmează | următo\w+ | viito\w+
      | pidetään | järjestetään | alkaa | tuleva\w* | ensi | θα | επόμεν\w+
      | ще\ (?:се|бъде|има) | предстои | следващ\w+
      | će | ће | slijedi | sljedeć\w+ | следећ\w+ | bodo | prihodnj\w+ | toimub | notiks | vyks
      | įvyks
      | \w{2,}(?:acak|ecek|acağ|eceğ|acaq|əcək|əcəy)\w{0,8} | kadar | qədər | son\ başvuru
      | vizyona\ gir\w+ | son\ tarih\w* | son\ gün\w* | planlan\w+ | beklen\w+ | gelecek
      | önümüzdeki
      | ditunda | dijadwalkan | hoãn | dời | bắt\ đầu\ từ | có\ hiệu\ lực
      | س[يت](?:كون|تم|جري|عقد|بدأ|قام|زور|لتقي|علن|صل|نطلق|نعقد|شارك|واصل) | [يت]بدأ
      | ست(?:فتتح|شهد|صدر|نظر|ستضيف|غادر|حضر|مثل|خضع|عود|صوت|ختتم|دلي) | تنطلق | ينطلق | تفتتح
      | س(?:يفتتح|يشهد|يصدر|ينظر|يغادر|يحضر|يمثل|يخضع|يعود|يصوت|يختتم|يستمر|يدلي) | آخر\ موعد
      | قرار\ است | می‌?کند\ آغاز | مهلت | خواهند | خواهیم
      | תתחיל | יתחיל | יתחילו | צפוי\w* | מתוכנ\w+ | עתיד\w* | יחול | יתפרסם | ייצא | יצא | תצא
      | ייפתחו | תיפתח | ידון | תדון | יגיע | תגיע | יישפט | ההרשמה | מועד\ אחרון | תאריך\ אחרון
      | تأجيل\w* | تأجل\w* | المقرر | المزمع | المرتقب | موعد\w*
      | נדחה | נדחתה | תחל | יחל | ייערך | תיערך
      | akan | mendatang | sẽ | sắp | سوف | القادم | المقبل | خواهد | آینده
      | יתקיים | תתקיים | יתקיימו | ייפתח | הבא | הקרוב | होगा | होगी | होंगे | आगामी
    )(?![^\W_])|予定|開催され|行われる|将于|將於|将在|將在|即将|即將|예정|열린다|열릴|오는|연기
    |截止|截至|直到|持续到|持續到|为止|為止|起施行|起实施|起實施|定在|开售|開售|拟于|擬於|预定|預定
    |计划|計劃|预计|預計|締め?切り?|〆切|見通し|見込み|まで。|までに|から開催|に公開|発売|施行さ|を控え
    |까지[다이]|까지\s?(?:접수|신청|모집)|개봉|계획|방침|마감|앞두고|출시|개최할
    |จะ|กำหนด|延期|改至|推迟|推遲|定于|定於|起生效|始まる|開幕する|시작한다|시작된다""",
    re.IGNORECASE | re.VERBOSE,
)
"""Anywhere in its sentence: what is said lies ahead."""

OTHER_YEAR: Final = lazily(
    r"""(?<![^\W_])(?:
        (?:last|that|every|each|next|previous|following|(?:the\ )?same|prior)\ year
      | (?:years?|decades?|centur(?:y|ies))\ (?:ago|later|earlier|before)
      | vor\ (?:\w+\ )?(?:Jahren|Jahrzehnten) | (?:ans|décennies)\ plus\ t(?:ôt|ard)
      | il\ y\ a\ (?:\w+\ )?(?:ans|décennies) | (?:hace|há)\ (?:\w+\ )?a[nñ]os | anni\ fa
      | (?:лет|года?|роки|років|lat|lata)\ (?:назад|тому|temu) | před\ (?:\w+\ )?lety
      | (?:jaar|år)\ (?:geleden|sedan|siden) | yıl\ önce | co\ rok[ou]? | щороку
      | svake\ godine | joka\ vuosi | fiecare\ an | elk\ jaar
      | born | birthday | birth\ of | née?\ le | geboren | Geburtstag\w* | nacid[oa] | nació
      | nat[oa]\ (?:il|a) | nascid[oa] | nasceu | родил\w+ | рождени\w+ | народи\w+ | народжен\w+
      | urodz\w+ | narozen\w* | narodil\w* | född | født | syntyi | syntynyt | született
      | születésnap\w* | născut\w* | γεννήθηκε | роден[аи]? | rođen\w* | doğdu | doğumlu
      | ولد | ولدت | נולד\w* | lahir | holiday | Feiertag\w* | jour\ férié | día\ festivo
      | the\ year\ (?:before|after|earlier|later|previous) | annually | anniversary | yearly
      | (?:letzte[nms]|vorige[nms]|vergangene[nms]|jene[ms]|desselben|selben|gleichen|folgende[nms]
        |nächste[nms]|kommende[nms]|jede[ms])\ Jahr(?:e?s)? | Vorjahr\w* | alljährlich\w*
      | jährlich\w*
      | Jahrestag\w* | im\ Jahr\ (?:darauf|zuvor|davor)
      | (?:l['’]an(?:née)?|année)\ (?:dernière?|passée?|précédente?|suivante?|prochaine?|même)
      | (?:la\ )?même\ année | cette\ année-là | chaque\ année | tous\ les\ ans | anniversaire
      | (?:año|ano)\ (?:pasado|passado|anterior|siguiente|seguinte|próximo|que\ viene) | aniversario
      | (?:ese|aquel|mismo|daquele|aquele|mesmo|nesse|cada|todos\ los|todos\ os)\ a[nñ]os?
      | aniversário
      | anno\ (?:scorso|passato|precedente|successivo|seguente|prossimo) | scorso\ anno
      | (?:stesso|quell['’]|ogni|quello)\ ?anno | anniversario
      | (?:прошл|минувш|предыдущ|следующ|будущ|кажд|т)(?:ого|ый|ом|ему)(?:\ же)?\ год[ау]?
      | (?!эт|текущ|нынешн)\w+(?:ого|ьего)\ года | годовщин\w+
      | ежегодн\w+
      | (?:минул|попередн|наступн|кожн|т|позаминул)(?:ого|ий|ій|ому|ьому)(?:\ ж)?\ ро(?:ку|ці|к)
      | щорічн\w+
      | річниц\w+
      | (?:ubiegł|zeszł|minion|poprzedni|następn|przyszł|t|każd)(?:ego|ym|y)(?:\ samego
      |\ samym)?\ rok[ua]?
      | tegoż\ roku | ub\.\ ?r | corocz\w+ | rocznic\w+
      | (?:minulého|loňského|téhož|příštího|předchozího|každého|toho|ďalšieho|budúceho
      |predošlého)\ rok[ua]
      | loni | vlani | každoročn\w+ | výročí
      | (?:vorig|dat|volgend|hetzelfde|ieder|elk|afgelopen)\ jaar | jaarlijks\w*
      | (?:förra|samma|nästa|det|varje|föregående)\ året? | i\ fjol | i\ fjor | årlig\w*
      | (?:sidste|samme|næste|neste|forrige|hvert)\ år
      | geçen\ (?:yıl|sene) | (?:o|aynı|her|ertesi|gelecek)\ yıl | viime\ vuo\w+ | samana\ vuonna
      | (?:tavaly|múlt\ év\w*|jövőre|azon\ év\w*|minden\ év\w*) | anul\ (?:trecut|viitor|următor)
      | prošle\ godine | iste\ godine | sljedeće\ godine | миналата\ година | същата\ година
      | πέρυσι | πέρσι | (?:ίδιου|προηγούμενου|επόμενου)\ έτους
      | العام\ (?:الماضي|المقبل|القادم|نفسه) | אשתקד | שעברה | tahun\ lalu | năm\ ngoái
      | پارسال | سال\ (?:گذشته|آینده) | पिछले\ (?:साल|वर्ष) | हर\ साल
    )(?![^\W_])|去年|昨年|前年|生まれ|出生于|出生於|태어났|翌年|同年|当年|當年|来年|來年|明年|毎年|每年
    |작년|지난해|이듬해|같은\ 해|매년|내년""",
    re.IGNORECASE | re.VERBOSE,
)
"""Anywhere in its sentence: a year that need not be that of publication, or every year."""

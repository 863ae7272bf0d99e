"""The words beside a day without a year that speak for or against the year before publication."""

import re
from typing import Final

from corpus.lazy_patterns import lazily
from corpus.weekdays_beside import ARTICLE, WEEKDAY

AHEAD_BEFORE: Final = lazily(
    rf"""(?<![^\W_])(?:
        by | until | till | next | coming | upcoming | following | last | previous | before
      | bis(?:\ zum|\ zu)? | nächste[nmrs]? | kommende[nmrs]? | vergangene[nmrs]? | ab(?:\ dem)?
      | jusqu['’]au | d['’]ici(?:\ le|\ au)? | avant(?:\ le)? | prochain | dès(?:\ le)?
      | à\ partir\ du | hasta(?:\ el)? | antes\ del? | próximo | a\ partir\ del? | até(?:\ o|\ a)?
      | fino\ al | entro(?:\ il)? | prossimo | dal\ prossimo
      | до | следующего | ближайш\w+ | к | tot(?:\ en\ met)? | uiterlijk | volgende | komende
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
      | soll | sollen | morgen | steht\ an | findet | finden | Anmelde\w+ | Tickets?
      | sera | seront | aura | auront | prochain\w* | prévue?s? | devrait | devra | demain
      | va | vont | fera | verra | pourra | (?:re|ap|com|sur)?prendra | (?:de|re|inter)?viendra
      | (?:main|ob|con|sou)?tiendra | rendra | paraîtra | recevra
      | será | serán | habrá | próxim[oa]s? | prevista?o? | mañana | tendrá | serão | haverá
      | amanhã | [a-z]{2,}r(?:à|anno) | prossim[oa] | previst[oa] | domani
      | будет | будут | предстоящ\w+ | запланирован\w* | завтра | состоится | следующ\w+
      | перен[её]с\w* | перенос\w+ | назначен\w* | отложен\w* | начинается | стартует
      | вступа(?:ет|ют)\ в | истекает | приходится\ на | отмеча(?:ет|ют)\w* | празднуют?
      | намечен\w* | пройд[её]т | начн[её]тся | откроется | грядущ\w+ | ближайш\w+
      | призначен\w* | призначили | відкладен\w* | відклали | починається
      | набира\w+\ чинності | набува\w+\ чинності | припадає | відзнача(?:є|ють)\w* | святкують?
      | буде | будуть | відбудеться | пройде | розпочнеться | наступн\w+ | zal | zullen | volgende
      | uitgesteld | verplaatst | verschoven | begint | vindt | treedt | geldt | valt\ op
      | viert | vieren | gepland\w* | aanstaande | komende
      | przełożon\w+ | przesunięt\w+ | odroczon\w+ | zaplanowan\w+ | wyznaczon\w+ | rozpoczyna
      | przełożono | zaplanowano | zaczyna | startuje | wchodzi\ w | wypada | obchodzi\w*
      | odložen\w* | přesunut\w* | přeložen\w* | presunut\w* | začíná | začína | platí
      | vstupuje | připadá | slaví | świętuj\w+
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
      | \w{2,}(?:acak|ecek|acağı|eceği|acaklar|ecekler) | gelecek | önümüzdeki
      | ditunda | dijadwalkan | hoãn | dời | bắt\ đầu\ từ | có\ hiệu\ lực
      | س[يت](?:كون|تم|جري|عقد|بدأ|قام|زور|لتقي|علن|صل|نطلق|نعقد|شارك|واصل) | [يت]بدأ
      | تأجيل\w* | تأجل\w* | المقرر | المزمع | المرتقب | موعد\w*
      | נדחה | נדחתה | תחל | יחל | ייערך | תיערך
      | akan | mendatang | sẽ | sắp | سوف | القادم | المقبل | خواهد | آینده
      | יתקיים | תתקיים | יתקיימו | ייפתח | הבא | הקרוב | होगा | होगी | होंगे | आगामी
    )(?![^\W_])|予定|開催され|行われる|将于|將於|将在|將在|即将|即將|예정|열린다|열릴|오는|연기
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

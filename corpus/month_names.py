"""The names of months and weekdays in some fifty languages, as dates are written with them.

From the Unicode CLDR (by way of Babel), with the Levantine and Maghrebi names of months in Arabic
and the forms that Basque and Finnish put into a date. Tests hold them against Babel.
"""

# One text a month, in small letters; an underscore stands for a space.
MONTH_NAMES = (
    """
    january jan januar jänner janvier enero janeiro gennaio января январь يناير yanvar
    студзеня студзень януари জানুয়ারী gener ledna leden ιανουαρίου ιανουάριος jaanuar
    urtarrila urtarrilaren ژانویهٔ ژانویه tammikuuta tammikuu tammikuussa tammikuun eanáir
    xaneiro ינואר जनवरी siječnja siječanj január հունվարի հունվար januari janúar იანვარი
    қаңтар sausio sausis janvāris janvārī јануари stycznia styczeń ianuarie januára janar јануар
    ஜனவரி มกราคม ocak січня січень جنوری كانون_الثاني جانفي
    styczniu lednu januári январе січні siječnju јануару
    """,
    """
    february feb februar février febrero fevereiro febbraio февраля февраль فبراير fevral
    лютага люты февруари ফেব্রুয়ারী febrer února únor φεβρουαρίου φεβρουάριος veebruar
    otsaila otsailaren فوریهٔ فوریه helmikuuta helmikuu helmikuussa helmikuun pebrero
    feabhra febreiro פברואר फ़रवरी veljače veljača február փետրվարի փետրվար februari febrúar
    თებერვალი ақпан vasario vasaris februāris februārī lutego luty februarie februára shkurt фебруар
    பிப்ரவரி กุมภาพันธ์ şubat лютого лютий فروری شباط فيفري
    lutym únoru februári феврале лютому veljači фебруару
    """,
    """
    march mar märz mars marzo março марта март مارس mart сакавіка сакавік মার্চ març března
    březen marts martā μαρτίου μάρτιος märts martxoa martxoaren maaliskuuta maaliskuu maaliskuussa
    maaliskuun marso márta מרץ मार्च ožujka ožujak március մարտի մարտ maret მარტი наурыз
    kovo kovas maart marca marzec martie marec machi மார்ச் มีนาคม березня березень مارچ
    آذار
    marcu březnu marci марте березні ožujku марту
    """,
    """
    april apr avril abril aprile апреля апрель أبريل aprel красавіка красавік април এপ্রিল
    dubna duben απριλίου απρίλιος aprill apirila apirilaren آوریل huhtikuuta huhtikuu
    huhtikuussa huhtikuun aibreán אפריל अप्रैल travnja travanj április ապրիլի ապրիլ apríl
    აპრილი сәуір balandžio balandis aprīlis aprīlī kwietnia kwiecień aprilie apríla prill aprili
    ஏப்ரல் เมษายน nisan квітня квітень اپریل نيسان أفريل
    kwietniu dubnu apríli апреле квітні travnju априлу
    """,
    """
    may mai mayo maio maggio мая май مايو মে maig května květen maj μαΐου μάιος maiatza
    maiatzaren مهٔ مه toukokuuta toukokuu toukokuussa toukokuun bealtaine מאי मई svibnja
    svibanj május մայիսի մայիս mei maí მაისი мамыр gegužės gegužė maijs maijā мај maja mája máj மே
    พฤษภาคม mayıs травня травень مئی أيار ماي
    maju květnu máji мае травні svibnju мају
    """,
    """
    june jun juni juin junio junho giugno июня июнь يونيو iyun чэрвеня чэрвень юни জুন juny
    června červen ιουνίου ιούνιος juuni ekaina ekainaren ژوئن kesäkuuta kesäkuu kesäkuussa
    kesäkuun hunyo meitheamh xuño יוני जून lipnja lipanj június հունիսի հունիս júní ივნისი
    маусым birželio birželis jūnijs jūnijā јуни czerwca czerwiec iunie júna jún junij qershor јун
    ஜூன் มิถุนายน haziran червня червень جون حزيران جوان
    czerwcu červnu júni июне червні lipnju јуну
    """,
    """
    july jul juli juillet julio julho luglio июля июль يوليو iyul ліпеня ліпень юли জুলাই
    juliol července červenec ιουλίου ιούλιος juuli uztaila uztailaren ژوئیهٔ ژوئیه
    heinäkuuta heinäkuu heinäkuussa heinäkuun hulyo iúil xullo יולי जुलाई srpnja srpanj
    július հուլիսի հուլիս júlí ივლისი шілде liepos liepa jūlijs jūlijā јули julai lipca lipiec
    iulie júla júl julij korrik јул ஜூலை กรกฎาคม temmuz липня липень جولائی تموز جويلية
    lipcu červenci júli июле липні srpnju јулу
    """,
    """
    august aug août agosto августа август أغسطس avqust жніўня жнівень আগস্ট agost srpna
    srpen αυγούστου αύγουστος abuztua abuztuaren اوت elokuuta elokuu elokuussa elokuun
    lúnasa אוגוסט अगस्त kolovoza kolovoz augusztus օգոստոսի օգոստոս agustus ágúst აგვისტო
    тамыз rugpjūčio rugpjūtis augusts augustā ogos augustus sierpnia sierpień augusta avgust gusht
    augusti agosti ஆகஸ்ட் สิงหาคม ağustos серпня серпень اگست آب أوت
    sierpniu srpnu auguste августе серпні kolovozu августу
    """,
    """
    september sept sep septembre septiembre setembro settembre сентября сентябрь سبتمبر
    sentyabr верасня верасень септември সেপ্টেম্বর setembre září σεπτεμβρίου σεπτέμβριος
    iraila irailaren سپتامبر syyskuuta syyskuu syyskuussa syyskuun setyembre ספטמבר सितंबर
    rujna rujan szeptember սեպտեմբերի սեպտեմբեր სექტემბერი қыркүйек rugsėjo rugsėjis
    septembris septembrī września wrzesień septembrie septembra shtator септембар septemba
    செப்டம்பர்
    กันยายน eylül вересня вересень ستمبر sentabr أيلول
    wrześniu septembri сентябре вересні rujnu септембру
    """,
    """
    october oct oktober octobre octubre outubro ottobre октября октябрь أكتوبر oktyabr
    кастрычніка кастрычнік октомври অক্টোবর října říjen οκτωβρίου οκτώβριος oktoober urria
    urriaren اکتبر lokakuuta lokakuu lokakuussa lokakuun oktubre אוקטובר अक्टूबर október
    հոկտեմբերի հոկտեմբեր ოქტომბერი қазан spalio spalis oktobris oktobrī października październik
    octombrie októbra tetor октобар oktoba அக்டோபர் ตุลาคม ekim жовтня жовтень اکتوبر oktabr
    تشرين_الأول
    październiku říjnu októbri октябре жовтні октобру
    """,
    """
    november nov novembre noviembre novembro ноября ноябрь نوفمبر noyabr лістапада лістапад
    ноември নভেম্বর νοεμβρίου νοέμβριος azaroa azaroaren نوامبر marraskuuta marraskuu
    marraskuussa marraskuun nobyembre samhain נובמבר नवंबर studenoga studeni նոյեմբերի
    նոյեմբեր nóvember ნოემბერი қараша lapkričio lapkritis novembris novembrī noiembrie novembra
    nëntor новембар novemba நவம்பர் พฤศจิกายน kasım листопада листопад نومبر تشرين_الثاني
    listopadu
    listopadzie novembri ноябре листопаді studenom новембру
    """,
    """
    december dec dezember décembre diciembre dezembro dicembre декабря декабрь ديسمبر dekabr
    снежня снежань декември ডিসেম্বর desembre prosince prosinec δεκεμβρίου δεκέμβριος
    detsember abendua abenduaren دسامبر joulukuuta joulukuu joulukuussa joulukuun disyembre
    nollaig decembro דצמבר दिसंबर prosinca prosinac դեկտեմբերի դեկտեմբեր desember დეკემბერი
    желтоқсан gruodžio gruodis decembris decembrī disember grudnia grudzień decembrie decembra
    dhjetor децембар desemba டிசம்பர் ธันวาคม aralık грудня грудень دسمبر كانون_الأول
    grudniu prosinci decembri декабре грудні децембру
    """,
)

# Cut short; a date with these has its day and its year.
SHORT_MONTHS = (
    """
    janv jän янв січ ene
    """,
    """
    févr fev febr февр фев лют lut
    """,
    """
    mrz mär мар бер
    """,
    """
    avr abr апр квіт kwi
    """,
    """
    трав maj
    """,
    """
    чэрв черв cze jún
    """,
    """
    juil juli июл лип
    """,
    """
    aoû авг серп sie aug
    """,
    """
    sett сент сен вер wrz
    """,
    """
    okt ott окт жовт paź
    """,
    """
    нояб ноя лист nov
    """,
    """
    dez déc dic дек груд
    """,
)

# One text a weekday, Monday first.
DAY_NAMES = (
    """
    måndagen mandagen hétfőn pirmadienį pirmdien esmaspäeval
    monday mon montag lundi lunes segunda-feira lunedì понедельник الاثنين панядзелак
    понеделник সোমবার dilluns pondělí mandag δευτέρα esmaspäev astelehena دوشنبه maanantaina
    maanantai luns सोमवार ponedjeljak hétfő երկուշաբթի senin mánudagur ორშაბათი дүйсенбі
    pirmadienis pirmdiena isnin maandag måndag poniedziałek luni pondelok ponedeljek
    понедељак jumatatu திங்கள் วันจันทร์ pazartesi понеділок پیر dushanba
    """,
    """
    tisdagen tirsdagen kedden antradienį otrdien teisipäeval
    tuesday tue tues dienstag mardi martes terça-feira martedì вторник الثلاثاء аўторак
    মঙ্গলবার dimarts úterý tirsdag τρίτη teisipäev asteartea سه‌شنبه tiistaina tiistai
    मंगलवार utorak kedd երեքշաբթի selasa þriðjudagur სამშაბათი сейсенбі antradienis otrdiena
    dinsdag tysdag wtorek marți utorok torek уторак tisdag jumanne செவ்வாய் วันอังคาร salı
    вівторок منگل seshanba
    """,
    """
    onsdagen szerdán trečiadienį trešdien kolmapäeval
    wednesday wed mittwoch mercredi miércoles quarta-feira mercoledì среда الأربعاء çərşənbə
    серада сряда বুধবার dimecres středa onsdag τετάρτη kolmapäev asteazkena چهارشنبه
    keskiviikkona keskiviikko miyerkules mércores बुधवार srijeda szerda չորեքշաբթի rabu
    miðvikudagur ოთხშაბათი сәрсенбі trečiadienis trešdiena woensdag środa miercuri streda
    sreda jumatano புதன் วันพุธ çarşamba середа بدھ chorshanba
    среду середу środę středu stredu sredu
    """,
    """
    torsdagen csütörtökön ketvirtadienį ceturtdien neljapäeval
    thursday thu thur thurs donnerstag jeudi jueves quinta-feira giovedì четверг الخميس
    чацвер четвъртък বৃহস্পতিবার dijous čtvrtek torsdag πέμπτη neljapäev osteguna پنجشنبه
    torstaina torstai huwebes déardaoin xoves गुरुवार četvrtak csütörtök հինգշաբթի kamis
    fimmtudagur ხუთშაბათი бейсенбі ketvirtadienis ceturtdiena четврток khamis donderdag
    czwartek joi štvrtok četrtek четвртак alhamisi வியாழன் วันพฤหัสบดี perşembe четвер
    جمعرات payshanba
    """,
    """
    fredagen pénteken penktadienį piektdien reedel
    friday fri freitag vendredi viernes sexta-feira venerdì пятница الجمعة cümə пятніца
    петък শুক্রবার divendres pátek fredag παρασκευή reede ostirala جمعه perjantaina
    perjantai biyernes venres शुक्रवार petak péntek ուրբաթ jumat föstudagur პარასკევი жұма
    penktadienis piektdiena петок jumaat vrijdag piątek vineri piatok petek петак ijumaa
    வெள்ளி วันศุกร์ cuma пʼятниця جمعہ juma
    пятницу п’ятницю п'ятницю п’ятниця п'ятниця
    """,
    """
    lördagen lørdagen szombaton šeštadienį sestdien laupäeval
    saturday sat samstag sonnabend samedi sábado sabato суббота السبت şənbə субота събота
    শনিবার dissabte sobota lørdag σάββατο laupäev larunbata شنبه lauantaina lauantai sabado
    शनिवार subota szombat շաբաթ sabtu laugardagur შაბათი сенбі šeštadienis sestdiena сабота
    zaterdag laurdag sâmbătă lördag jumamosi சனி วันเสาร์ cumartesi ہفتہ shanba
    субботу суботу sobotę sobotu subotu
    """,
    """
    söndagen søndagen sekmadienį svētdien pühapäeval
    sunday sun sonntag dimanche domingo domenica воскресенье الأحد bazar нядзеля неделя
    রবিবার diumenge neděle søndag κυριακή pühapäev igandea یکشنبه sunnuntai linggo रविवार
    nedjelja vasárnap կիրակի minggu sunnudagur კვირა жексенбі sekmadienis svētdiena недела
    ahad zondag niedziela duminică nedeľa nedelja недеља söndag jumapili ஞாயிறு วันอาทิตย์
    pazar неділя اتوار yakshanba
    неділю niedzielę neděli nedeľu nedjelju nedelju недељу
    """,
)

"""One article as each press database lays it out in an export."""

from tests.corpus.test_press_export import BODY

TITLE = "Barges stayed in port, says master"
TEXT = "\n\n".join(BODY)
GERMAN_LEXIS = f"""Dokument 1 von 1

Hafenpost

Samstag 4. Mai 2019
Nord Ausgabe

{TITLE}

AUTOR: Ana Ruiz

RUBRIK: Politik; S. 5

LÄNGE: 212 Wörter

{TEXT}

UPDATE: 5. Mai 2019

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

Copyright 2019 Hafenpost GmbH
Alle Rechte vorbehalten
"""
NEXIS_WITH_COVER = f"""Page 1 of 1
User Name: A User
Date and Time: Saturday, November 28, 2026 10:15:00 AM CET
Job Number: 123456789
Document (1)
1. {TITLE}
Client/Matter: -None-
Search Terms: barges AND master
Narrowed by:
Content Type: News

{TITLE}
Hafenpost
May 4, 2019 Saturday 10:22 AM GMT

Copyright 2019 Hafenpost All Rights Reserved

Section: METRO; Version:1
Length: 212 words
Byline: Ana Ruiz in Alma
Body

{TEXT}

Classification

Language: ENGLISH
Load-Date: May 5, 2019

End of Document
"""
FACTIVA_CODES = f"""SE  Metro
HD  {TITLE}
BY  Ana Ruiz
WC  212 words
PD  4 May 2019
ET  10:22
SN  Hafenpost
SC  HARBPO
PG  12
LA  English
CY  (c) 2019 Hafenpost. All rights reserved.

LP  {BODY[0]}

TD
{BODY[1]}

NS  gpol : Domestic Politics
PUB  Hafenpost Limited
AN  Document HARBPO0020190504ef540000p
"""
FACTIVA_GERMAN = f"""Hafen
{TITLE}
Ana Ruiz
212 Wörter
4. Mai 2019
10:22
Hafenpost
HARBPO
12
Deutsch
(c) 2019 Hafenpost GmbH

{TEXT}

Dokument HARBPO0020190504ef540000p
"""
PROQUEST = f"""____________________________________________________________

Document 1 of 1

{TITLE}

Author: Ana Ruiz

Publication info: Hafenpost ; Alma [Alma]. 04 May 2019: B3.

ProQuest document link

Abstract: None available.

Full text: {TEXT}

Credit: Ana Ruiz

Title: {TITLE}

Publication title: Hafenpost

Publication year: 2019

Publication date: May 4, 2019

ProQuest document ID: 2448571234

Last updated: 2019-05-06

____________________________________________________________

Contact ProQuest

Copyright © 2026 ProQuest LLC. All rights reserved. - Terms and Conditions
"""
EUROPRESSE = f"""Hafenpost
Région, samedi 4 mai 2019, p. 3

{TITLE}

Ana Ruiz

{TEXT}

© 2019 SA Hafenpost. Tous droits réservés.

Le présent document est protégé par les lois sur le droit d'auteur.

Certificat émis le 28 novembre 2026 à U à des fins de visualisation personnelle et temporaire.

news·20190504·HP·20190504_3_123
"""
GENIOS = f"""Hafenpost, 04.05.2019, Nr. 102, S. 5

{TITLE}

Von Ana Ruiz, Alma

{TEXT}

Quelle: Hafenpost, 04.05.2019, Nr. 102, S. 5
Ressort: Politik
ISSN: 0174-4909
Dokumentnummer: HAP__20190504_123

Dauerhafte Adresse des Dokuments:
https://wiso.example/document/HAP__20190504_123

Alle Rechte vorbehalten: (c) Hafenpost GmbH
"""
NEWSBANK = f"""{TITLE}

May 4, 2019 | Hafenpost
Author: Ana Ruiz | Section: News
212 Words
Page: 5
OpenURL Link

{TEXT}

Record: 0FD5C2E1
Copyright: Copyright, 2019, Hafenpost
"""
GALE = f"""Title: {TITLE}
Author: Ana Ruiz
Date: May 4, 2019
From: Hafenpost
Publisher: Harbour Newspapers
Document Type: Article
Length: 212 words

Full Text:

{TEXT}

Copyright: COPYRIGHT 2019 Harbour Newspapers
Source Citation: "{TITLE}." Hafenpost, 4 May 2019, p. 12.
Gale Document Number: GALE|A637512345
"""
SPANISH_LEXIS = f"""                    1 of 1 DOCUMENT

Hafenpost

Sábado 4 de mayo de 2019

{TITLE}

AUTOR: Ana Ruiz

SECCIÓN: MUNDO; Pág. 3

LONGITUD: 212 palabras

{TEXT}

FECHA-CARGA: 5 de mayo de 2019

IDIOMA: SPANISH; ESPAÑOL

TIPO-PUBLICACIÓN: Periódico
"""
FACTIVA_ONE_SPACE = f"""SE World
HD {TITLE}
BY Ana Ruiz
WC 212 words
PD 4 May 2019
SN Hafenpost
SC HARBPO
LA English
CY (c) 2019 Hafenpost. All rights reserved.
LP
{TEXT}
NS gpol : Domestic Politics
PUB Hafenpost GmbH
AN Document HARBPO0020190504ef540000p
"""
PROQUEST_REPORT = f"""____________________________________________________________

Report Information from ProQuest
28 November 2026 10:22
____________________________________________________________

Document 1 of 1

{TITLE}

Author: Ana Ruiz

Publication info: Hafenpost ; Alma [Alma]. 04 May 2019: B3.

Abstract: A short summary of it.

Full text: {TEXT}

Publication title: Hafenpost

Publication date: May 4, 2019

ProQuest document ID: 2448571234
"""
GENIOS_OF_THE_DAY = f"""Hafenpost vom 04.05.2019, Seite 3

{TITLE}

Autor: Ana Ruiz

{TEXT}

Quelle: Hafenpost vom 04.05.2019, Seite 3
Ressort: Politik
Dokumentnummer: HP__20190504_3456

Alle Rechte vorbehalten: (c) Hafenpost GmbH
"""
ONE = (
    *(SPANISH_LEXIS, FACTIVA_ONE_SPACE, PROQUEST_REPORT, GENIOS_OF_THE_DAY),
    *(GERMAN_LEXIS, NEXIS_WITH_COVER, FACTIVA_CODES, FACTIVA_GERMAN),
    *(PROQUEST, EUROPRESSE, GENIOS, NEWSBANK, GALE),
)

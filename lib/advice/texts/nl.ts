import type { AdviceTexts } from '../texts.ts'

/** Dutch, with “u”. */
export const texts: AdviceTexts = {
  heading: 'Over uw certificaatbestelling {order} bij Sectigo:',
  stateHeading:
    'Over uw certificaatbestelling {order} bij Sectigo. Voor zover wij kunnen zien, is dit de stand van zaken:',
  steps: {
    csr: 'certificaataanvraag (CSR)',
    agreement: 'gebruikersovereenkomst (Subscriber Agreement)',
    'domain-control': 'bewijs van controle over het domein[ {domain}|]',
    organisation: 'controle van de organisatie',
    'ev-checks': 'verdere controles voor Extended Validation (EV)',
    callback: 'terugbelverificatie van de organisatie (callback)',
    brand: 'beoordeling van de naam',
    caa: 'CAA-controle',
    issued: 'uitgifte van het certificaat',
  },
  operations: {
    'schedule-callback': 'een automatisch telefoongesprek op een vast tijdstip',
    'request-manual-callback': 'een telefoontje door een medewerker',
    'replace-callback-phone': 'een ander telefoonnummer voor de callback',
    'switch-callback-to-email': 'de callback per e-mail in plaats van per telefoon',
    'resend-callback-email': 'de e-mail over de callback opnieuw versturen',
    'resend-click-through-email': 'de e-mail met de overeenkomst opnieuw versturen',
    'replace-click-through-email': 'de overeenkomst naar een ander e-mailadres versturen',
    'resend-dcv-email': 'de e-mail voor de domeincontrole opnieuw versturen',
    'resend-smime-collection-email': 'de e-mail voor het ophalen van het certificaat opnieuw versturen',
    'resend-smime-verification-email': 'de e-mail voor de verificatie van de mailbox opnieuw versturen',
    'resend-smime-invitation-email': 'de uitnodiging opnieuw versturen',
  },
  texts: {
    'step-done': `Deze stap is afgerond: {step}.
U hoeft hiervoor niets meer te doen. Als uw hulp bij een andere stap nodig is, laten wij het u weten.`,
    'step-not-needed': `Deze stap is voor deze bestelling niet nodig: {step}.
U hoeft hiervoor niets te doen.`,
    'step-not-known': `Wij gaan na hoe het met deze stap staat: {step}.
U hoeft op dit moment niets te doen. Wij laten u weten wat wij te weten komen.`,
    'step-waits': `Deze stap volgt pas als eerdere stappen van de bestelling zijn afgerond: {step}.
Voor deze stap zelf hoeft u niets te doen. Als uw hulp bij een eerdere stap nodig is, laten wij het u weten.`,
    'csr-customer': `Sectigo heeft de certificaataanvraag (CSR) nog niet geaccepteerd.
Wilt u controleren of de CSR volledig is en voor het juiste domein is gemaakt?
Maak bij twijfel een nieuwe CSR en stuur die naar ons. Stuur nooit de privésleutel mee.`,
    'csr-ca': `Sectigo controleert de certificaataanvraag (CSR).
U hoeft op dit moment niets te doen.`,
    agreement: `De gebruikersovereenkomst (Subscriber Agreement) is nog niet ondertekend.
Zoek alstublieft de e-mail van Sectigo met de overeenkomst, ook in de map met ongewenste e-mail, en onderteken de overeenkomst via de link in dat bericht.
Doe dit zo spoedig mogelijk: andere stappen moeten hier mogelijk op wachten.
Kunt u de e-mail niet vinden, reageer dan op dit bericht; wij kunnen de e-mail opnieuw laten versturen.`,
    'dcv-email': `De controle over het domein[ {domain}|] is nog niet aangetoond.
Laat alstublieft de eigenaar van het domein de e-mail van Sectigo[ aan {email}|] zoeken, ook in de map met ongewenste e-mail, en de code daaruit invoeren op de pagina van Sectigo.
De code is hooguit {days} dagen te gebruiken; doe dit daarom zo spoedig mogelijk.
Is de e-mail niet te vinden, reageer dan op dit bericht; wij kunnen de e-mail opnieuw laten versturen.`,
    'dcv-cname': `De controle over het domein[ {domain}|] is nog niet aangetoond. Het bewijs is een CNAME-record in de DNS; hiervoor wordt geen e-mail verstuurd.
Laat alstublieft degene die uw DNS beheert controleren of het record precies zo aanwezig is als het aan u is doorgegeven.
Laat het staan totdat het certificaat is uitgegeven.
Hebt u de gegevens van het record niet meer, reageer dan op dit bericht.`,
    'dcv-file': `De controle over het domein[ {domain}|] is nog niet aangetoond. Het bewijs is een bestand op de webserver; hiervoor wordt geen e-mail verstuurd.
Wilt u controleren of het bestand op het aan u doorgegeven adres vanaf het internet te openen is, zonder in te loggen?
Laat het staan totdat het certificaat is uitgegeven.
Hebt u het bestand of het adres niet meer, reageer dan op dit bericht.`,
    'dcv-unknown': `De controle over het domein[ {domain}|] is nog niet aangetoond.
Bij bewijs per e-mail: laat de eigenaar van het domein de e-mail van Sectigo zoeken, ook in de map met ongewenste e-mail, en de code daaruit invoeren op de pagina van Sectigo.
Bij bewijs door een DNS-record of een bestand op de webserver: controleer of het aanwezig is.
Weet u niet zeker om welke manier het gaat, reageer dan op dit bericht.`,
    organisation: `Sectigo heeft de controle van de gegevens van uw organisatie nog niet afgerond.
Vraagt Sectigo u om documenten, upload deze dan in de Validation Manager van Sectigo. De link daarnaar staat in de e-mail met de orderbevestiging; kijk ook in de map met ongewenste e-mail.
In andere gevallen hoeft u op dit moment niets te doen.`,
    'ev-checks': `Sectigo heeft de verdere controles voor Extended Validation (EV) nog niet afgerond.
Neemt Sectigo hierover contact met u op, antwoord dan zo spoedig mogelijk.
In andere gevallen hoeft u op dit moment niets te doen.`,
    callback: `Sectigo moet deze bestelling nog door uw organisatie laten bevestigen, meestal per telefoon (callback).
Zoek alstublieft de e-mail van Sectigo hierover, ook in de map met ongewenste e-mail. Neem op als u wordt gebeld en noteer de code die wordt voorgelezen.
Een automatische oproep komt niet langs een keuzemenu of voicemail.
Wilt u op een bepaald tijdstip worden gebeld, geef ons dan de dag, de tijd en uw tijdzone door.`,
    'callback-after-agreement': `Voor zover wij weten, kan de callback naar uw organisatie pas plaatsvinden als de gebruikersovereenkomst is ondertekend.
Zoek alstublieft de e-mail van Sectigo met de overeenkomst, ook in de map met ongewenste e-mail, en onderteken de overeenkomst zo spoedig mogelijk via de link in dat bericht.
Kunt u de e-mail niet vinden, reageer dan op dit bericht; wij kunnen de e-mail opnieuw laten versturen.`,
    'callback-after-organisation': `Voor zover wij weten, kan de callback naar uw organisatie pas plaatsvinden als Sectigo de controle van de organisatie heeft afgerond.
Vraagt Sectigo u om documenten, upload deze dan in de Validation Manager van Sectigo.
In andere gevallen hoeft u op dit moment niets te doen.`,
    brand: `Sectigo heeft de beoordeling van de naam in deze bestelling[ ({domain})|] nog niet afgerond. Medewerkers doen dit handmatig.
Zo’n beoordeling duurt meestal een tot twee werkdagen.
U hoeft op dit moment niets te doen. Neemt Sectigo hierover contact met u op, antwoord dan zo spoedig mogelijk.`,
    'caa-owner': `De CAA-controle is niet geslaagd. Mogelijk is zij nog niet uitgevoerd, of staat een CAA-record in de DNS Sectigo niet toe.
Laat alstublieft degene die uw DNS beheert zo spoedig mogelijk de CAA-records van het domein controleren. Als die er zijn, moet een daarvan Sectigo toestaan.
Wilt u op dit bericht reageren zodra dit is gecontroleerd?`,
    'caa-ca': `Sectigo controleert de CAA-records van het domein in de DNS.
U hoeft op dit moment niets te doen.`,
    'issue-due': `Voor zover wij kunnen zien, zijn alle stappen van deze bestelling afgerond. Het certificaat is nog niet uitgegeven.
U hoeft niets te doen. Als dit zo blijft, vragen wij het na bij Sectigo.`,
    issuing: `Volgens Sectigo wordt het certificaat op dit moment uitgegeven.
U hoeft nu niets te doen.`,
    issued: `Volgens Sectigo is het certificaat uitgegeven.
Hebt u het niet ontvangen, kijk dan ook in de map met ongewenste e-mail.
Vindt u het ook daar niet, reageer dan op dit bericht.`,
    'order-rejected': `Volgens Sectigo is deze bestelling afgewezen of geannuleerd.
Wij vragen Sectigo naar de reden en laten u weten hoe het verder gaat.
Onderneem voorlopig niets meer voor deze bestelling.`,
    'order-revoked': `Volgens Sectigo is het certificaat van deze bestelling ingetrokken.
Gebruik het niet meer. U hebt een nieuw certificaat nodig.
Reageer op dit bericht; wij helpen u er graag bij.`,
    'order-unpaid': `Volgens Sectigo staat de betaling van deze bestelling nog open.
Wij zoeken dit uit en laten het u weten als wij iets van u nodig hebben.`,
    'sign-failed': `Voor zover wij kunnen zien, heeft Sectigo geprobeerd het certificaat uit te geven en is dat niet gelukt. Wij vragen Sectigo naar de reden.
Laat intussen degene die uw DNS beheert de CAA-records van het domein controleren: een record dat Sectigo niet toestaat, is een mogelijke oorzaak.`,
    'callback-booked': `Voor zover wij kunnen zien, heeft Sectigo de automatische oproep naar uw organisatie ingepland.
[Tijdstip van de oproep: {when}|]
[Toestelnummer: {extension}|]
Zorg dat u op dat moment bij de telefoon bent, neem op en noteer de code die wordt voorgelezen.
Een automatische oproep komt niet langs een keuzemenu of voicemail. Komt het tijdstip u niet uit, reageer dan van tevoren op dit bericht.`,
    'callback-by-hand': `Wij hebben Sectigo gevraagd uw organisatie door een medewerker te laten bellen. Het gesprek zelf is niet ingepland.
[Gevraagd tijdstip: {when}|]
[Toestelnummer: {extension}|]
Zorg zo mogelijk dat u rond dat tijdstip bij de telefoon bent.
Heeft op de volgende werkdag nog niemand gebeld, reageer dan op dit bericht.`,
    'callback-time-past': `Het tijdstip dat voor de oproep van Sectigo naar uw organisatie was gevraagd, is voorbij.
[Tijdstip van de oproep: {when}|]
Wilt u ons laten weten of de oproep u heeft bereikt?
Zo niet, geef ons dan een andere dag en tijd door, met uw tijdzone.`,
    'phone-proposed': `Wij hebben het telefoonnummer[ {phone}|] voor de callback aan Sectigo doorgegeven. Dat het wordt gebruikt, is nog niet bevestigd.
Meestal moet Sectigo het nummer eerst in een openbaar register of een openbare gids vinden. Het helpt dus als het daar voor uw organisatie vermeld staat.
Verder hoeft u op dit moment niets te doen. Wij laten u weten hoe het verder gaat.`,
    'callback-to-email': `Wij hebben de medewerkers van Sectigo gevraagd de callback per e-mail uit te voeren in plaats van per telefoon[, aan {email}|].
Dat er een e-mail is verstuurd, is nog niet bevestigd.
Let de komende dagen op een e-mail van Sectigo, ook in de map met ongewenste e-mail, en volg de aanwijzingen daarin.
Is er binnen twee werkdagen niets aangekomen, reageer dan op dit bericht.`,
    'callback-email': `Wij hebben de medewerkers van Sectigo gevraagd de e-mail over de callback opnieuw te versturen.
Dat deze is verstuurd, is nog niet bevestigd.
Let de komende dagen op een e-mail van Sectigo, ook in de map met ongewenste e-mail, en volg de aanwijzingen daarin.
Is er binnen twee werkdagen niets aangekomen, reageer dan op dit bericht.`,
    'agreement-email': `Op {sent} heeft Sectigo de e-mail met de gebruikersovereenkomst (Subscriber Agreement) opnieuw verstuurd, naar het geregistreerde adres.
Zoek alstublieft deze e-mail, ook in de map met ongewenste e-mail, en onderteken de overeenkomst zo spoedig mogelijk via de link daarin.
Hebt u de e-mail de volgende werkdag nog niet gevonden, reageer dan op dit bericht.`,
    'agreement-address': `Op {sent} heeft Sectigo de e-mail met de gebruikersovereenkomst (Subscriber Agreement) verstuurd naar [{email}|het gevraagde adres].
Zoek alstublieft deze e-mail, ook in de map met ongewenste e-mail, en onderteken de overeenkomst zo spoedig mogelijk via de link daarin.
Hebt u de e-mail de volgende werkdag nog niet gevonden, reageer dan op dit bericht.`,
    'dcv-sent': `Op {sent} heeft Sectigo ons verzoek aangenomen om de e-mail voor de domeincontrole opnieuw te versturen, naar [{email}|het laatst gebruikte adres].
Laat alstublieft de eigenaar van het domein deze e-mail zoeken, ook in de map met ongewenste e-mail, en de code zo spoedig mogelijk invoeren op de pagina van Sectigo.
De code is hooguit {days} dagen te gebruiken.
Is de e-mail de volgende werkdag nog niet gevonden, reageer dan op dit bericht.`,
    'code-void': `De e-mail die wij op {sent} bij Sectigo hebben aangevraagd, is inmiddels te oud: de code daarin is niet meer te gebruiken.
Hebt u de code op tijd gebruikt, dan hoeft u niets te doen.
Reageer anders op dit bericht; wij kunnen een nieuwe e-mail aanvragen.`,
    'smime-collection': `Op {sent} heeft Sectigo bevestigd dat de e-mail voor het ophalen van het certificaat opnieuw wordt verstuurd, naar het geregistreerde adres.
Zoek alstublieft deze e-mail, ook in de map met ongewenste e-mail, en haal het certificaat op via de link daarin.
Hebt u de e-mail de volgende werkdag nog niet gevonden, reageer dan op dit bericht.`,
    'smime-verification': `Voor zover wij kunnen zien, heeft Sectigo op {sent} bevestigd dat de e-mail voor de verificatie van de mailbox opnieuw wordt verstuurd, naar [{email}|de te verifiëren adressen].
Laat alstublieft de eigenaar van elke mailbox deze e-mail zoeken, ook in de map met ongewenste e-mail, en binnen {hours} uur bevestigen.
Uiterlijk: {until}
Daarna is de e-mail niet meer te gebruiken. Reageer op dit bericht als u een nieuwe nodig hebt.`,
    'smime-invitation': `Voor zover wij kunnen zien, heeft Sectigo op {sent} bevestigd dat de uitnodiging opnieuw wordt verstuurd, naar het geregistreerde adres.
Zoek alstublieft deze e-mail, ook in de map met ongewenste e-mail, en volg zo spoedig mogelijk de link daarin.
Hebt u de e-mail de volgende werkdag nog niet gevonden, reageer dan op dit bericht.`,
    'passed-on': `Wij hebben Sectigo het volgende gevraagd: {operation}.
De medewerkers van Sectigo moeten dit behandelen; dat het is gebeurd, is nog niet bevestigd.
U hoeft op dit moment niets te doen. Wij laten u weten hoe het verder gaat.`,
    'nothing-done': `Wij hebben Sectigo het volgende gevraagd: {operation}.
Zoals wij het antwoord begrijpen, past dit niet bij de huidige stand van de bestelling en is er niets gedaan.
U hoeft op dit moment niets te doen. Wij gaan na waar de bestelling op wacht en laten het u weten.`,
    refused: `Wij hebben Sectigo het volgende gevraagd: {operation}.
Sectigo heeft het verzoek niet aangenomen. Wij zoeken de oorzaak uit.
U hoeft op dit moment niets te doen. Wij laten u weten hoe het verder gaat.`,
    'refused-agreement': `Wij hebben Sectigo het volgende gevraagd: {operation}.
Volgens het antwoord is de overeenkomst voor het certificaat nog niet geaccepteerd.
Zoek alstublieft de e-mail van Sectigo met de overeenkomst, ook in de map met ongewenste e-mail, en accepteer de overeenkomst zo spoedig mogelijk.
Reageer op dit bericht zodra u dat hebt gedaan; wij vragen het dan opnieuw aan.`,
    'refused-open-steps': `Wij hebben Sectigo het volgende gevraagd: {operation}.
Volgens het antwoord moeten eerst andere stappen van de bestelling worden afgerond. Vaak moet er nog een mailbox worden geverifieerd.
Vindt u een verificatie-e-mail van Sectigo, misschien in de map met ongewenste e-mail, bevestig die dan binnen {hours} uur na ontvangst.
Wij gaan na welke stappen openstaan en laten het u weten.`,
    'refused-not-issued': `Wij hebben Sectigo het volgende gevraagd: {operation}.
Volgens het antwoord is het certificaat nog niet uitgegeven en valt er dus nog niets op te halen.
U hoeft op dit moment niets te doen. Wij gaan na welke stappen openstaan en laten het u weten.`,
    unrecognised: `Wij hebben Sectigo het volgende gevraagd: {operation}.
Sectigo heeft geantwoord, maar uit het antwoord blijkt niet met zekerheid wat ervan is geworden. Wij gaan dit na.
U hoeft op dit moment niets te doen. Ontvangt u hierover een e-mail of telefoontje van Sectigo, laat het ons dan weten.`,
    unknown: `Wij hebben geprobeerd Sectigo het volgende te vragen: {operation}.
Wij weten nog niet of het is gebeurd. Wij gaan dit na.
U hoeft op dit moment niets te doen. Ontvangt u hierover een e-mail of telefoontje van Sectigo, laat het ons dan weten.`,
    'not-done': `Dit is nog niet gebeurd: {operation}.
Wij zorgen ervoor en laten het u weten.
U hoeft op dit moment niets te doen.`,
  },
}

import type { AdviceTexts } from '../texts.ts'

/** German, with “Sie”. */
export const texts: AdviceTexts = {
  heading: 'Zu Ihrer Zertifikatsbestellung {order} bei Sectigo:',
  stateHeading:
    'Zu Ihrer Zertifikatsbestellung {order} bei Sectigo. Soweit wir sehen, ist der Stand folgender:',
  steps: {
    csr: 'Zertifikatsanforderung (CSR)',
    agreement: 'Nutzungsvereinbarung (Subscriber Agreement)',
    'domain-control': 'Nachweis der Kontrolle über die Domain[ {domain}|]',
    organisation: 'Prüfung der Organisation',
    'ev-checks': 'weitere Prüfungen für Extended Validation (EV)',
    callback: 'Rückruf bei der Organisation (Callback)',
    brand: 'Prüfung des Namens',
    caa: 'CAA-Prüfung',
    issued: 'Ausstellung des Zertifikats',
  },
  operations: {
    'schedule-callback': 'automatischer Anruf zu einem festen Termin',
    'request-manual-callback': 'Anruf durch eine Person statt durch einen Automaten',
    'replace-callback-phone': 'andere Telefonnummer für den Rückruf',
    'switch-callback-to-email': 'Rückruf per E-Mail statt per Telefon',
    'resend-callback-email': 'erneuter Versand der E-Mail zum Rückruf',
    'resend-click-through-email': 'erneuter Versand der E-Mail mit der Nutzungsvereinbarung',
    'replace-click-through-email': 'Versand der Nutzungsvereinbarung an eine andere Adresse',
    'resend-dcv-email': 'erneuter Versand der E-Mail zum Domainnachweis',
    'resend-smime-collection-email': 'erneuter Versand der E-Mail zum Abholen des Zertifikats',
    'resend-smime-verification-email': 'erneuter Versand der E-Mail zur Bestätigung des Postfachs',
    'resend-smime-invitation-email': 'erneuter Versand der Einladung',
  },
  texts: {
    'step-done': `Dieser Schritt ist erledigt: {step}.
Sie müssen dafür nichts mehr tun. Wenn wir bei einem anderen Schritt Ihre Mithilfe brauchen, melden wir uns.`,
    'step-not-needed': `Dieser Schritt ist für diese Bestellung nicht nötig: {step}.
Sie müssen hierzu nichts tun.`,
    'step-not-known': `Wir prüfen, wie weit dieser Schritt ist: {step}.
Sie müssen im Moment nichts tun. Wir melden uns, sobald wir mehr wissen.`,
    'step-waits': `Dieser Schritt folgt erst, wenn frühere Schritte der Bestellung erledigt sind: {step}.
Für diesen Schritt selbst müssen Sie nichts tun. Wenn wir bei einem früheren Ihre Mithilfe brauchen, melden wir uns.`,
    'csr-customer': `Sectigo hat die Zertifikatsanforderung (CSR) noch nicht angenommen.
Bitte prüfen Sie, ob die CSR vollständig und für die richtige Domain erstellt ist.
Im Zweifel erstellen Sie bitte eine neue CSR und senden Sie sie uns. Senden Sie bitte niemals den privaten Schlüssel.`,
    'csr-ca': `Sectigo prüft die Zertifikatsanforderung (CSR).
Sie müssen im Moment nichts tun.`,
    agreement: `Die Nutzungsvereinbarung (Subscriber Agreement) ist noch nicht unterzeichnet.
Bitte suchen Sie die E-Mail von Sectigo mit der Vereinbarung, auch im Spam-Ordner, und unterzeichnen Sie die Vereinbarung über den Link darin.
Bitte tun Sie das möglichst bald, denn andere Schritte müssen unter Umständen darauf warten.
Wenn Sie die E-Mail nicht finden, antworten Sie bitte auf diese Nachricht; wir können sie erneut anfordern.`,
    'dcv-email': `Die Kontrolle über die Domain[ {domain}|] ist noch nicht nachgewiesen.
Bitte lassen Sie den Inhaber der Domain die E-Mail von Sectigo[ an {email}|] suchen, auch im Spam-Ordner, und den Code daraus auf der Seite von Sectigo eingeben.
Der Code ist höchstens {days} Tage gültig; bitte erledigen Sie das daher möglichst bald.
Wenn die E-Mail nicht zu finden ist, antworten Sie bitte auf diese Nachricht; wir können sie erneut anfordern.`,
    'dcv-cname': `Die Kontrolle über die Domain[ {domain}|] ist noch nicht nachgewiesen. Der Nachweis erfolgt über einen CNAME-Eintrag im DNS; dafür wird keine E-Mail versandt.
Bitte lassen Sie von der Person, die Ihr DNS betreut, prüfen, ob der Eintrag genau so vorhanden ist, wie er Ihnen mitgeteilt wurde.
Bitte belassen Sie ihn dort, bis das Zertifikat ausgestellt ist.
Wenn Ihnen die Angaben zum Eintrag nicht mehr vorliegen, antworten Sie bitte auf diese Nachricht.`,
    'dcv-file': `Die Kontrolle über die Domain[ {domain}|] ist noch nicht nachgewiesen. Der Nachweis erfolgt über eine Datei auf dem Webserver; dafür wird keine E-Mail versandt.
Bitte prüfen Sie, ob die Datei unter der Ihnen mitgeteilten Adresse aus dem Internet ohne Anmeldung abrufbar ist.
Bitte belassen Sie sie dort, bis das Zertifikat ausgestellt ist.
Wenn Ihnen die Datei oder ihre Adresse nicht mehr vorliegt, antworten Sie bitte auf diese Nachricht.`,
    'dcv-unknown': `Die Kontrolle über die Domain[ {domain}|] ist noch nicht nachgewiesen.
Beim Nachweis per E-Mail: Bitte lassen Sie den Inhaber der Domain die E-Mail von Sectigo suchen, auch im Spam-Ordner, und den Code daraus auf der Seite von Sectigo eingeben.
Beim Nachweis über einen DNS-Eintrag oder eine Datei auf dem Webserver: Bitte prüfen Sie, ob Eintrag oder Datei vorhanden ist.
Wenn Sie nicht sicher sind, welcher Weg gewählt wurde, antworten Sie bitte auf diese Nachricht.`,
    organisation: `Sectigo hat die Prüfung der Angaben zu Ihrer Organisation noch nicht abgeschlossen.
Wenn Sectigo Sie um Unterlagen bittet, laden Sie diese bitte im Validation Manager von Sectigo hoch. Den Link dazu enthält die E-Mail mit der Bestellbestätigung; bitte sehen Sie auch im Spam-Ordner nach.
Andernfalls müssen Sie im Moment nichts tun.`,
    'ev-checks': `Sectigo hat die weiteren Prüfungen für Extended Validation (EV) noch nicht abgeschlossen.
Wenn Sectigo sich deswegen bei Ihnen meldet, antworten Sie bitte möglichst bald.
Andernfalls müssen Sie im Moment nichts tun.`,
    callback: `Sectigo muss diese Bestellung noch von Ihrer Organisation bestätigen lassen, in der Regel durch einen Anruf (Callback).
Bitte suchen Sie die E-Mail von Sectigo dazu, auch im Spam-Ordner. Wenn der Anruf kommt, nehmen Sie bitte ab und notieren Sie den angesagten Code.
Ein automatischer Anruf kommt an einem Telefonmenü oder Anrufbeantworter nicht vorbei.
Wenn Sie den Anruf zu einer bestimmten Zeit wünschen, nennen Sie uns bitte Tag, Uhrzeit und Ihre Zeitzone.`,
    'callback-after-agreement': `Nach unserem Kenntnisstand ist der Rückruf bei Ihrer Organisation erst möglich, wenn die Nutzungsvereinbarung unterzeichnet ist.
Bitte suchen Sie die E-Mail von Sectigo mit der Vereinbarung, auch im Spam-Ordner, und unterzeichnen Sie die Vereinbarung möglichst bald über den Link darin.
Wenn Sie die E-Mail nicht finden, antworten Sie bitte auf diese Nachricht; wir können sie erneut anfordern.`,
    'callback-after-organisation': `Nach unserem Kenntnisstand ist der Rückruf bei Ihrer Organisation erst möglich, wenn Sectigo die Prüfung der Organisation abgeschlossen hat.
Wenn Sectigo Sie um Unterlagen bittet, laden Sie diese bitte im Validation Manager von Sectigo hoch.
Andernfalls müssen Sie im Moment nichts tun.`,
    brand: `Sectigo hat die Prüfung des Namens in dieser Bestellung[ ({domain})|] noch nicht abgeschlossen. Sie wird von Hand vorgenommen.
Eine solche Prüfung dauert in der Regel ein bis zwei Arbeitstage.
Sie müssen im Moment nichts tun. Wenn Sectigo sich deswegen bei Ihnen meldet, antworten Sie bitte möglichst bald.`,
    'caa-owner': `Die CAA-Prüfung ist nicht bestanden. Entweder hat sie noch nicht stattgefunden, oder ein CAA-Eintrag im DNS lässt Sectigo möglicherweise nicht zu.
Bitte lassen Sie von der Person, die Ihr DNS betreut, möglichst bald die CAA-Einträge der Domain prüfen. Falls es welche gibt, muss einer davon Sectigo zulassen.
Bitte antworten Sie auf diese Nachricht, sobald das geprüft ist.`,
    'caa-ca': `Sectigo prüft die CAA-Einträge der Domain im DNS.
Sie müssen im Moment nichts tun.`,
    'issue-due': `Soweit wir sehen, sind alle Schritte dieser Bestellung erledigt. Das Zertifikat ist noch nicht ausgestellt.
Sie müssen nichts tun. Wenn es dabei bleibt, fragen wir bei Sectigo nach.`,
    issuing: `Laut Sectigo wird das Zertifikat gerade ausgestellt.
Sie müssen im Moment nichts tun.`,
    issued: `Laut Sectigo ist das Zertifikat ausgestellt.
Wenn es Sie nicht erreicht hat, sehen Sie bitte auch im Spam-Ordner nach.
Wenn Sie es auch dort nicht finden, antworten Sie bitte auf diese Nachricht.`,
    'order-rejected': `Laut Sectigo wurde diese Bestellung abgelehnt oder storniert.
Wir fragen bei Sectigo nach dem Grund und teilen Ihnen mit, wie es weitergeht.
Bitte unternehmen Sie für diese Bestellung vorerst nichts weiter.`,
    'order-revoked': `Laut Sectigo wurde das Zertifikat dieser Bestellung widerrufen.
Bitte verwenden Sie es nicht mehr. Sie benötigen ein neues Zertifikat.
Bitte antworten Sie auf diese Nachricht; wir helfen Ihnen dabei.`,
    'order-unpaid': `Laut Sectigo ist die Zahlung für diese Bestellung noch offen.
Wir klären das und melden uns, falls wir etwas von Ihnen benötigen.`,
    'sign-failed': `Soweit wir sehen, wollte Sectigo das Zertifikat ausstellen, und das ist nicht gelungen. Wir fragen bei Sectigo nach dem Grund.
Bitte lassen Sie in der Zwischenzeit von der Person, die Ihr DNS betreut, die CAA-Einträge der Domain prüfen: Ein Eintrag, der Sectigo nicht zulässt, ist eine mögliche Ursache.`,
    'callback-booked': `Soweit wir sehen, hat Sectigo den automatischen Anruf bei Ihrer Organisation gebucht.
[Zeitpunkt des Anrufs: {when}|]
[Durchwahl: {extension}|]
Bitte seien Sie zu dieser Zeit am Telefon, nehmen Sie ab und notieren Sie den angesagten Code.
Ein automatischer Anruf kommt an einem Telefonmenü oder Anrufbeantworter nicht vorbei. Wenn Ihnen die Zeit nicht passt, antworten Sie bitte vorher auf diese Nachricht.`,
    'callback-by-hand': `Wir haben Sectigo gebeten, dass eine Mitarbeiterin oder ein Mitarbeiter Ihre Organisation anruft. Der Anruf selbst ist damit noch nicht gebucht.
[Gewünschte Zeit: {when}|]
[Durchwahl: {extension}|]
Bitte seien Sie etwa zu dieser Zeit nach Möglichkeit am Telefon.
Wenn bis zum nächsten Arbeitstag niemand angerufen hat, antworten Sie bitte auf diese Nachricht.`,
    'callback-time-past': `Die Zeit, die für den Anruf von Sectigo bei Ihrer Organisation angefragt war, ist vorbei.
[Zeitpunkt des Anrufs: {when}|]
Bitte teilen Sie uns mit, ob der Anruf Sie erreicht hat.
Falls nicht, nennen Sie uns bitte einen anderen Tag mit Uhrzeit und Ihre Zeitzone.`,
    'phone-proposed': `Wir haben die Telefonnummer[ {phone}|] für den Rückruf an Sectigo weitergegeben. Dass sie verwendet wird, ist noch nicht bestätigt.
In der Regel muss Sectigo die Nummer erst in einem öffentlichen Register oder Verzeichnis finden. Es hilft daher, wenn sie dort für Ihre Organisation eingetragen ist.
Sonst müssen Sie im Moment nichts tun. Wir teilen Ihnen mit, wie es weitergeht.`,
    'callback-to-email': `Wir haben das Personal von Sectigo gebeten, den Rückruf per E-Mail statt per Telefon durchzuführen[, an {email}|].
Dass eine E-Mail versandt wurde, ist noch nicht bestätigt.
Bitte achten Sie in den nächsten Tagen auf eine E-Mail von Sectigo, auch im Spam-Ordner, und folgen Sie den Anweisungen darin.
Wenn innerhalb von zwei Arbeitstagen keine eintrifft, antworten Sie bitte auf diese Nachricht.`,
    'callback-email': `Wir haben das Personal von Sectigo gebeten, die E-Mail zum Rückruf noch einmal zu senden.
Dass sie versandt wurde, ist noch nicht bestätigt.
Bitte achten Sie in den nächsten Tagen auf eine E-Mail von Sectigo, auch im Spam-Ordner, und folgen Sie den Anweisungen darin.
Wenn innerhalb von zwei Arbeitstagen keine eintrifft, antworten Sie bitte auf diese Nachricht.`,
    'agreement-email': `Am {sent} hat Sectigo die E-Mail mit der Nutzungsvereinbarung (Subscriber Agreement) erneut versandt, an die hinterlegte Adresse.
Bitte suchen Sie diese E-Mail, auch im Spam-Ordner, und unterzeichnen Sie die Vereinbarung möglichst bald über den Link darin.
Wenn Sie die E-Mail bis zum nächsten Arbeitstag nicht gefunden haben, antworten Sie bitte auf diese Nachricht.`,
    'agreement-address': `Am {sent} hat Sectigo die E-Mail mit der Nutzungsvereinbarung (Subscriber Agreement) an [{email}|die gewünschte Adresse] versandt.
Bitte suchen Sie diese E-Mail, auch im Spam-Ordner, und unterzeichnen Sie die Vereinbarung möglichst bald über den Link darin.
Wenn Sie die E-Mail bis zum nächsten Arbeitstag nicht gefunden haben, antworten Sie bitte auf diese Nachricht.`,
    'dcv-sent': `Am {sent} hat Sectigo unseren Auftrag angenommen, die E-Mail zum Domainnachweis erneut zu senden, an [{email}|die zuletzt verwendete Adresse].
Bitte lassen Sie den Inhaber der Domain diese E-Mail suchen, auch im Spam-Ordner, und den Code daraus möglichst bald auf der Seite von Sectigo eingeben.
Der Code ist höchstens {days} Tage gültig.
Wenn die E-Mail bis zum nächsten Arbeitstag nicht gefunden ist, antworten Sie bitte auf diese Nachricht.`,
    'code-void': `Die E-Mail, die wir am {sent} bei Sectigo angefordert haben, ist inzwischen zu alt: Der Code daraus gilt nicht mehr.
Wenn Sie den Code rechtzeitig verwendet haben, müssen Sie nichts tun.
Andernfalls antworten Sie bitte auf diese Nachricht; wir können eine neue E-Mail anfordern.`,
    'smime-collection': `Am {sent} hat Sectigo bestätigt, dass die E-Mail zum Abholen des Zertifikats erneut gesendet wird, an die hinterlegte Adresse.
Bitte suchen Sie diese E-Mail, auch im Spam-Ordner, und holen Sie das Zertifikat über den Link darin ab.
Wenn Sie die E-Mail bis zum nächsten Arbeitstag nicht gefunden haben, antworten Sie bitte auf diese Nachricht.`,
    'smime-verification': `Soweit wir sehen, hat Sectigo am {sent} bestätigt, dass die E-Mail zur Bestätigung des Postfachs erneut gesendet wird, an [{email}|die zu bestätigenden Adressen].
Bitte lassen Sie den Inhaber jedes Postfachs diese E-Mail suchen, auch im Spam-Ordner, und innerhalb von {hours} Stunden bestätigen.
Spätestens: {until}
Danach gilt die E-Mail nicht mehr. Wenn Sie eine neue benötigen, antworten Sie bitte auf diese Nachricht.`,
    'smime-invitation': `Soweit wir sehen, hat Sectigo am {sent} bestätigt, dass die Einladung erneut gesendet wird, an die hinterlegte Adresse.
Bitte suchen Sie diese E-Mail, auch im Spam-Ordner, und folgen Sie möglichst bald dem Link darin.
Wenn Sie die E-Mail bis zum nächsten Arbeitstag nicht gefunden haben, antworten Sie bitte auf diese Nachricht.`,
    'passed-on': `Wir haben bei Sectigo angefragt: {operation}.
Das Personal von Sectigo muss sich darum kümmern; dass es erledigt ist, ist noch nicht bestätigt.
Sie müssen im Moment nichts tun. Wir teilen Ihnen mit, wie es weitergeht.`,
    'nothing-done': `Wir haben bei Sectigo angefragt: {operation}.
So wie wir die Antwort verstehen, passt das nicht zum gegenwärtigen Stand der Bestellung, und es wurde nichts veranlasst.
Sie müssen im Moment nichts tun. Wir prüfen, worauf die Bestellung wartet, und melden uns.`,
    refused: `Wir haben bei Sectigo angefragt: {operation}.
Sectigo hat die Anfrage nicht angenommen. Wir klären die Ursache.
Sie müssen im Moment nichts tun. Wir teilen Ihnen mit, wie es weitergeht.`,
    'refused-agreement': `Wir haben bei Sectigo angefragt: {operation}.
Laut der Antwort ist die Vereinbarung für das Zertifikat noch nicht angenommen.
Bitte suchen Sie die E-Mail von Sectigo mit der Vereinbarung, auch im Spam-Ordner, und nehmen Sie die Vereinbarung möglichst bald an.
Bitte antworten Sie danach auf diese Nachricht; wir fragen dann erneut an.`,
    'refused-open-steps': `Wir haben bei Sectigo angefragt: {operation}.
Laut der Antwort müssen zuerst andere Schritte der Bestellung erledigt werden. Oft fehlt noch die Bestätigung eines Postfachs.
Wenn Sie eine solche E-Mail von Sectigo finden, vielleicht im Spam-Ordner, bestätigen Sie sie bitte innerhalb von {hours} Stunden nach ihrem Eingang.
Wir prüfen, welche Schritte offen sind, und melden uns.`,
    'refused-not-issued': `Wir haben bei Sectigo angefragt: {operation}.
Laut der Antwort ist das Zertifikat noch nicht ausgestellt, es kann also noch nicht abgeholt werden.
Sie müssen im Moment nichts tun. Wir prüfen, welche Schritte offen sind, und melden uns.`,
    unrecognised: `Wir haben bei Sectigo angefragt: {operation}.
Sectigo hat geantwortet, doch aus der Antwort geht nicht sicher hervor, was daraus geworden ist. Wir prüfen das.
Sie müssen im Moment nichts tun. Wenn Sie dazu eine E-Mail oder einen Anruf von Sectigo erhalten, teilen Sie es uns bitte mit.`,
    unknown: `Wir haben versucht, bei Sectigo anzufragen: {operation}.
Wir wissen noch nicht, ob es erledigt wurde. Wir prüfen das.
Sie müssen im Moment nichts tun. Wenn Sie dazu eine E-Mail oder einen Anruf von Sectigo erhalten, teilen Sie es uns bitte mit.`,
    'not-done': `Das ist noch nicht erledigt: {operation}.
Wir kümmern uns darum und melden uns.
Sie müssen im Moment nichts tun.`,
  },
}

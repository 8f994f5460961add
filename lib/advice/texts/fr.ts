import type { AdviceTexts } from '../texts.ts'

/** French, with “vous”. The spaces before colons and semicolons are kept on their line by `typeset`. */
export const texts: AdviceTexts = {
  heading: 'Concernant votre commande de certificat {order} auprès de Sectigo :',
  stateHeading:
    'Concernant votre commande de certificat {order} auprès de Sectigo. D’après ce que nous voyons, voici où elle en est :',
  steps: {
    csr: 'demande de certificat (CSR)',
    agreement: 'contrat d’abonné (Subscriber Agreement)',
    'domain-control': 'preuve du contrôle du domaine[ {domain}|]',
    organisation: 'vérification de l’organisation',
    'ev-checks': 'vérifications complémentaires pour la validation étendue (EV)',
    callback: 'rappel de l’organisation (callback)',
    brand: 'examen du nom',
    caa: 'contrôle CAA',
    issued: 'émission du certificat',
  },
  operations: {
    'schedule-callback': 'un appel automatique à une heure fixée',
    'request-manual-callback': 'un appel effectué par un membre de son personnel',
    'replace-callback-phone': 'un autre numéro de téléphone pour le rappel',
    'switch-callback-to-email': 'le rappel par e-mail au lieu du téléphone',
    'resend-callback-email': 'un nouvel envoi de l’e-mail relatif au rappel',
    'resend-click-through-email': 'un nouvel envoi de l’e-mail contenant le contrat',
    'replace-click-through-email': 'l’envoi du contrat à une autre adresse e-mail',
    'resend-dcv-email': 'un nouvel envoi de l’e-mail de contrôle du domaine',
    'resend-smime-collection-email': 'un nouvel envoi de l’e-mail de récupération du certificat',
    'resend-smime-verification-email':
      'un nouvel envoi de l’e-mail de vérification de la boîte de messagerie',
    'resend-smime-invitation-email': 'un nouvel envoi de l’e-mail d’invitation',
  },
  texts: {
    'step-done': `Cette étape est terminée : {step}.
Vous n’avez plus rien à faire à ce sujet. Si votre aide est nécessaire pour une autre étape, nous vous en informerons.`,
    'step-not-needed': `Cette étape n’est pas nécessaire pour cette commande : {step}.
Vous n’avez rien à faire à ce sujet.`,
    'step-not-known': `Nous vérifions où en est cette étape : {step}.
Vous n’avez rien à faire pour le moment. Nous vous tiendrons au courant.`,
    'step-waits': `Cette étape ne peut avancer qu’une fois les étapes précédentes de la commande terminées : {step}.
Vous n’avez rien à faire pour cette étape elle-même. Si votre aide est nécessaire pour une étape précédente, nous vous en informerons.`,
    'csr-customer': `Sectigo n’a pas encore accepté la demande de certificat (CSR).
Veuillez vérifier que la CSR est complète et qu’elle a été créée pour le bon domaine.
En cas de doute, veuillez créer une nouvelle CSR et nous l’envoyer. N’envoyez jamais la clé privée.`,
    'csr-ca': `Sectigo examine la demande de certificat (CSR).
Vous n’avez rien à faire pour le moment.`,
    agreement: `Le contrat d’abonné (Subscriber Agreement) n’a pas encore été signé.
Veuillez rechercher l’e-mail de Sectigo contenant le contrat, y compris dans le dossier des courriers indésirables, et signer le contrat à l’aide du lien qu’il contient.
Merci de le faire dès que possible, car d’autres étapes peuvent en dépendre.
Si vous ne trouvez pas cet e-mail, veuillez répondre à ce message ; nous pouvons demander un nouvel envoi.`,
    'dcv-email': `Le contrôle du domaine[ {domain}|] n’a pas encore été prouvé.
Veuillez demander au titulaire du domaine de rechercher l’e-mail de Sectigo[ envoyé à {email}|], y compris dans le dossier des courriers indésirables, et de saisir le code qu’il contient sur la page de Sectigo.
Ce code est utilisable pendant {days} jours au maximum ; merci de le faire dès que possible.
Si l’e-mail est introuvable, veuillez répondre à ce message ; nous pouvons demander un nouvel envoi.`,
    'dcv-cname': `Le contrôle du domaine[ {domain}|] n’a pas encore été prouvé. La preuve se fait par un enregistrement CNAME dans le DNS ; aucun e-mail n’est envoyé pour cela.
Veuillez demander à la personne qui gère votre DNS de vérifier que l’enregistrement est présent, exactement tel qu’il vous a été indiqué.
Veuillez le laisser en place jusqu’à l’émission du certificat.
Si vous n’avez plus les données de l’enregistrement, veuillez répondre à ce message.`,
    'dcv-file': `Le contrôle du domaine[ {domain}|] n’a pas encore été prouvé. La preuve se fait par un fichier sur le serveur web ; aucun e-mail n’est envoyé pour cela.
Veuillez vérifier que le fichier est accessible depuis Internet, sans authentification, à l’adresse qui vous a été indiquée.
Veuillez le laisser en place jusqu’à l’émission du certificat.
Si vous n’avez plus le fichier ou son adresse, veuillez répondre à ce message.`,
    'dcv-unknown': `Le contrôle du domaine[ {domain}|] n’a pas encore été prouvé.
Si la preuve se fait par e-mail : veuillez demander au titulaire du domaine de rechercher l’e-mail de Sectigo, y compris dans le dossier des courriers indésirables, et de saisir le code qu’il contient sur la page de Sectigo.
Si la preuve se fait par un enregistrement DNS ou par un fichier sur le serveur web : veuillez vérifier que l’élément est en place.
Si vous ne savez pas quelle méthode a été choisie, veuillez répondre à ce message.`,
    organisation: `Sectigo n’a pas terminé la vérification des données de votre organisation.
Si Sectigo vous demande des documents, veuillez les déposer dans son Validation Manager. Le lien figure dans l’e-mail de confirmation de commande ; veuillez regarder aussi dans le dossier des courriers indésirables.
Sinon, vous n’avez rien à faire pour le moment.`,
    'ev-checks': `Sectigo n’a pas terminé les vérifications complémentaires pour la validation étendue (EV).
Si Sectigo vous contacte à ce sujet, veuillez répondre dès que possible.
Sinon, vous n’avez rien à faire pour le moment.`,
    callback: `Sectigo doit encore faire confirmer cette commande par votre organisation, en général par téléphone (rappel ou « callback »).
Veuillez rechercher l’e-mail de Sectigo à ce sujet, y compris dans le dossier des courriers indésirables. Lors de l’appel, veuillez décrocher et noter le code qui sera énoncé.
Un appel automatique ne peut franchir ni un menu vocal ni une messagerie vocale.
Si vous souhaitez recevoir l’appel à un moment précis, veuillez nous indiquer le jour, l’heure et votre fuseau horaire.`,
    'callback-after-agreement': `À notre connaissance, le rappel de votre organisation n’est possible qu’une fois le contrat d’abonné signé.
Veuillez rechercher l’e-mail de Sectigo contenant le contrat, y compris dans le dossier des courriers indésirables, et signer le contrat dès que possible à l’aide du lien qu’il contient.
Si vous ne trouvez pas cet e-mail, veuillez répondre à ce message ; nous pouvons demander un nouvel envoi.`,
    'callback-after-organisation': `À notre connaissance, le rappel de votre organisation n’est possible qu’une fois la vérification de l’organisation terminée par Sectigo.
Si Sectigo vous demande des documents, veuillez les déposer dans son Validation Manager.
Sinon, vous n’avez rien à faire pour le moment.`,
    brand: `Sectigo n’a pas terminé l’examen du nom figurant dans cette commande[ ({domain})|]. Cet examen est fait manuellement.
Il prend en général un à deux jours ouvrés.
Vous n’avez rien à faire pour le moment. Si Sectigo vous contacte à ce sujet, veuillez répondre dès que possible.`,
    'caa-owner': `Le contrôle CAA n’est pas validé. Soit il n’a pas encore eu lieu, soit un enregistrement CAA dans le DNS n’autorise peut-être pas Sectigo.
Veuillez demander à la personne qui gère votre DNS de vérifier dès que possible les enregistrements CAA du domaine. S’il y en a, l’un d’eux doit autoriser Sectigo.
Veuillez répondre à ce message une fois cette vérification faite.`,
    'caa-ca': `Sectigo contrôle les enregistrements CAA du domaine dans le DNS.
Vous n’avez rien à faire pour le moment.`,
    'issue-due': `D’après ce que nous voyons, toutes les étapes de cette commande sont terminées. Le certificat n’a pas encore été émis.
Vous n’avez rien à faire. Si la situation ne change pas, nous interrogerons Sectigo.`,
    issuing: `Selon Sectigo, le certificat est en cours d’émission.
Vous n’avez rien à faire pour le moment.`,
    issued: `Selon Sectigo, le certificat a été émis.
Si vous ne l’avez pas reçu, veuillez regarder aussi dans le dossier des courriers indésirables.
Si vous ne le trouvez toujours pas, veuillez répondre à ce message.`,
    'order-rejected': `Selon Sectigo, cette commande a été refusée ou annulée.
Nous allons en demander la raison à Sectigo et vous indiquer la suite.
Veuillez ne rien entreprendre d’autre pour cette commande pour le moment.`,
    'order-revoked': `Selon Sectigo, le certificat de cette commande a été révoqué.
Veuillez ne plus l’utiliser. Il vous faut un nouveau certificat.
Veuillez répondre à ce message ; nous vous aiderons dans cette démarche.`,
    'order-unpaid': `Selon Sectigo, le paiement de cette commande est encore en attente.
Nous étudions la question et vous informerons si nous avons besoin de quelque chose de votre part.`,
    'sign-failed': `D’après ce que nous voyons, Sectigo a tenté d’émettre le certificat sans y parvenir. Nous allons en demander la raison à Sectigo.
En attendant, veuillez demander à la personne qui gère votre DNS de vérifier les enregistrements CAA du domaine : un enregistrement qui n’autorise pas Sectigo est une cause possible.`,
    'callback-booked': `D’après ce que nous voyons, Sectigo a programmé son appel automatique à votre organisation.
[Heure de l’appel : {when}|]
[Numéro de poste : {extension}|]
Veuillez être près du téléphone à ce moment-là, décrocher et noter le code qui sera énoncé.
Un appel automatique ne peut franchir ni un menu vocal ni une messagerie vocale. Si cette heure ne vous convient pas, veuillez répondre à ce message avant l’appel.`,
    'callback-by-hand': `Nous avons demandé à Sectigo qu’un membre de son personnel appelle votre organisation. L’appel lui-même n’est pas programmé.
[Heure demandée : {when}|]
[Numéro de poste : {extension}|]
Si possible, veuillez être près du téléphone vers ce moment-là.
Si personne n’a appelé d’ici le jour ouvré suivant, veuillez répondre à ce message.`,
    'callback-time-past': `L’heure demandée pour l’appel de Sectigo à votre organisation est passée.
[Heure de l’appel : {when}|]
Veuillez nous dire si l’appel vous est parvenu.
Dans le cas contraire, veuillez nous indiquer un autre jour et une autre heure, ainsi que votre fuseau horaire.`,
    'phone-proposed': `Nous avons transmis à Sectigo le numéro de téléphone[ {phone}|] pour le rappel. Il n’est pas encore confirmé qu’il sera utilisé.
En général, Sectigo doit d’abord trouver ce numéro dans un registre ou un annuaire public ; il est donc utile qu’il y figure pour votre organisation.
Vous n’avez rien d’autre à faire pour le moment. Nous vous informerons de la suite.`,
    'callback-to-email': `Nous avons demandé au personnel de Sectigo d’effectuer le rappel par e-mail au lieu du téléphone[, à l’adresse {email}|].
L’envoi d’un e-mail n’est pas encore confirmé.
Veuillez surveiller l’arrivée d’un e-mail de Sectigo ces prochains jours, y compris dans le dossier des courriers indésirables, et suivre ses instructions.
Si rien n’arrive sous deux jours ouvrés, veuillez répondre à ce message.`,
    'callback-email': `Nous avons demandé au personnel de Sectigo d’envoyer de nouveau l’e-mail relatif au rappel.
Son envoi n’est pas encore confirmé.
Veuillez surveiller l’arrivée d’un e-mail de Sectigo ces prochains jours, y compris dans le dossier des courriers indésirables, et suivre ses instructions.
Si rien n’arrive sous deux jours ouvrés, veuillez répondre à ce message.`,
    'agreement-email': `Le {sent}, Sectigo a envoyé de nouveau l’e-mail contenant le contrat d’abonné (Subscriber Agreement), à l’adresse enregistrée.
Veuillez rechercher cet e-mail, y compris dans le dossier des courriers indésirables, et signer le contrat dès que possible à l’aide du lien qu’il contient.
Si vous ne l’avez pas trouvé d’ici le prochain jour ouvré, veuillez répondre à ce message.`,
    'agreement-address': `Le {sent}, Sectigo a envoyé l’e-mail contenant le contrat d’abonné (Subscriber Agreement) à [{email}|l’adresse demandée].
Veuillez rechercher cet e-mail, y compris dans le dossier des courriers indésirables, et signer le contrat dès que possible à l’aide du lien qu’il contient.
Si vous ne l’avez pas trouvé d’ici le prochain jour ouvré, veuillez répondre à ce message.`,
    'dcv-sent': `Le {sent}, Sectigo a accepté notre demande d’envoyer de nouveau l’e-mail de contrôle du domaine, à [{email}|la dernière adresse utilisée].
Veuillez demander au titulaire du domaine de rechercher cet e-mail, y compris dans le dossier des courriers indésirables, et de saisir dès que possible le code qu’il contient sur la page de Sectigo.
Ce code est utilisable pendant {days} jours au maximum.
Si l’e-mail n’est pas trouvé d’ici le prochain jour ouvré, veuillez répondre à ce message.`,
    'code-void': `L’e-mail que nous avons demandé à Sectigo le {sent} est désormais trop ancien : son code n’est plus utilisable.
Si vous avez utilisé le code à temps, vous n’avez rien à faire.
Sinon, veuillez répondre à ce message ; nous pouvons demander un nouvel e-mail.`,
    'smime-collection': `Le {sent}, Sectigo a confirmé le nouvel envoi de l’e-mail de récupération du certificat, à l’adresse enregistrée.
Veuillez rechercher cet e-mail, y compris dans le dossier des courriers indésirables, et récupérer le certificat à l’aide du lien qu’il contient.
Si vous ne l’avez pas trouvé d’ici le prochain jour ouvré, veuillez répondre à ce message.`,
    'smime-verification': `D’après ce que nous voyons, Sectigo a confirmé le {sent} le nouvel envoi de l’e-mail de vérification de la boîte de messagerie, à [{email}|toutes les adresses à vérifier].
Veuillez demander au titulaire de chaque boîte de rechercher cet e-mail, y compris dans le dossier des courriers indésirables, et de confirmer dans les {hours} heures.
Au plus tard : {until}
Passé ce délai, l’e-mail n’est plus utilisable. Veuillez répondre à ce message s’il vous en faut un nouveau.`,
    'smime-invitation': `D’après ce que nous voyons, Sectigo a confirmé le {sent} le nouvel envoi de l’e-mail d’invitation, à l’adresse enregistrée.
Veuillez rechercher cet e-mail, y compris dans le dossier des courriers indésirables, et suivre dès que possible le lien qu’il contient.
Si vous ne l’avez pas trouvé d’ici le prochain jour ouvré, veuillez répondre à ce message.`,
    'passed-on': `Nous avons demandé à Sectigo ce qui suit : {operation}.
Le personnel de Sectigo doit s’en occuper ; il n’est pas encore confirmé que cela a été fait.
Vous n’avez rien à faire pour le moment. Nous vous informerons de la suite.`,
    'nothing-done': `Nous avons demandé à Sectigo ce qui suit : {operation}.
D’après ce que nous comprenons de sa réponse, cela ne correspond pas à l’état actuel de la commande, et rien n’a été fait.
Vous n’avez rien à faire pour le moment. Nous vérifions ce que la commande attend et vous en informerons.`,
    refused: `Nous avons demandé à Sectigo ce qui suit : {operation}.
Sectigo n’a pas accepté la demande. Nous en recherchons la cause.
Vous n’avez rien à faire pour le moment. Nous vous informerons de la suite.`,
    'refused-agreement': `Nous avons demandé à Sectigo ce qui suit : {operation}.
Selon sa réponse, le contrat relatif au certificat n’a pas encore été accepté.
Veuillez rechercher l’e-mail de Sectigo contenant le contrat, y compris dans le dossier des courriers indésirables, et accepter le contrat dès que possible.
Veuillez répondre à ce message une fois que c’est fait ; nous renouvellerons alors la demande.`,
    'refused-open-steps': `Nous avons demandé à Sectigo ce qui suit : {operation}.
Selon sa réponse, d’autres étapes de la commande doivent d’abord être terminées. Souvent, une boîte de messagerie reste à vérifier.
Si vous trouvez un e-mail de vérification de Sectigo, peut-être parmi les courriers indésirables, veuillez confirmer dans les {hours} heures suivant son arrivée.
Nous vérifions quelles étapes restent ouvertes et vous en informerons.`,
    'refused-not-issued': `Nous avons demandé à Sectigo ce qui suit : {operation}.
Selon sa réponse, le certificat n’a pas encore été émis ; il n’y a donc encore rien à récupérer.
Vous n’avez rien à faire pour le moment. Nous vérifions quelles étapes restent ouvertes et vous en informerons.`,
    unrecognised: `Nous avons demandé à Sectigo ce qui suit : {operation}.
Sectigo a répondu, mais sa réponse ne nous dit pas avec certitude ce qu’il en est. Nous vérifions.
Vous n’avez rien à faire pour le moment. Si vous recevez un e-mail ou un appel de Sectigo à ce sujet, merci de nous le signaler.`,
    unknown: `Nous avons tenté de demander à Sectigo ce qui suit : {operation}.
Nous ne savons pas encore si cela a été fait. Nous vérifions.
Vous n’avez rien à faire pour le moment. Si vous recevez un e-mail ou un appel de Sectigo à ce sujet, merci de nous le signaler.`,
    'not-done': `Cela n’a pas encore été fait : {operation}.
Nous nous en occupons et vous tiendrons au courant.
Vous n’avez rien à faire pour le moment.`,
  },
}

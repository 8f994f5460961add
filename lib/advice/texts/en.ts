import type { AdviceTexts } from '../texts.ts'

/** English. The others say the same; see docs/decisions/0016-advice-texts.md. */
export const texts: AdviceTexts = {
  heading: 'About your certificate order {order} with Sectigo:',
  stateHeading:
    'About your certificate order {order} with Sectigo. As far as we can see, this is where it stands:',
  steps: {
    csr: 'certificate request (CSR)',
    agreement: 'subscriber agreement',
    'domain-control': 'proof of control of the domain[ {domain}|]',
    organisation: 'check of the organisation',
    'ev-checks': 'further checks for extended validation (EV)',
    callback: 'callback to the organisation',
    brand: 'review of the name',
    caa: 'CAA check',
    issued: 'issue of the certificate',
  },
  operations: {
    'schedule-callback': 'an automatic call at a fixed time',
    'request-manual-callback': 'a call by a member of its staff',
    'replace-callback-phone': 'another phone number for the callback',
    'switch-callback-to-email': 'the callback by e-mail instead of by telephone',
    'resend-callback-email': 'the callback e-mail once more',
    'resend-click-through-email': 'the agreement e-mail once more',
    'replace-click-through-email': 'the agreement e-mail to another address',
    'resend-dcv-email': 'the domain control e-mail once more',
    'resend-smime-collection-email': 'the e-mail for collecting the certificate once more',
    'resend-smime-verification-email': 'the mailbox verification e-mail once more',
    'resend-smime-invitation-email': 'the invitation e-mail once more',
  },
  texts: {
    'step-done': `This step is complete: {step}.
You do not need to do anything more for it. If another step needs your help, we will let you know.`,
    'step-not-needed': `This order does not need this step: {step}.
There is nothing for you to do about it.`,
    'step-not-known': `We are checking where this step stands: {step}.
You do not need to do anything for now. We will let you know what we find out.`,
    'step-waits': `This step has to wait until earlier steps of the order are complete: {step}.
There is nothing for you to do about this step itself. If an earlier one needs your help, we will let you know.`,
    'csr-customer': `Sectigo has not accepted the certificate request (CSR) yet.
Please check that the CSR is complete and made for the right domain.
If in doubt, please create a new CSR and send it to us. Please never send the private key.`,
    'csr-ca': `Sectigo is checking the certificate request (CSR).
You do not need to do anything for now.`,
    agreement: `The subscriber agreement has not been signed yet.
Please look for Sectigo’s e-mail with the agreement, also in the spam folder, and sign the agreement behind its link.
Please do so as soon as you can, because other steps may have to wait for it.
If you cannot find the e-mail, please reply to this message; we can ask for it to be sent again.`,
    'dcv-email': `Control of the domain[ {domain}|] has not been proven yet.
Please have the owner of the domain look for Sectigo’s e-mail[ at {email}|], also in the spam folder, and enter its code on Sectigo’s page.
The code can be used for {days} days at most, so please do this as soon as you can.
If the e-mail cannot be found, please reply to this message; we can ask for it to be sent again.`,
    'dcv-cname': `Control of the domain[ {domain}|] has not been proven yet. The proof is a CNAME record in the DNS; no e-mail is sent for it.
Please have whoever looks after the DNS check that the record is there exactly as it was given to you.
Please leave it in place until the certificate has been issued.
If you no longer have the details of the record, please reply to this message.`,
    'dcv-file': `Control of the domain[ {domain}|] has not been proven yet. The proof is a file on the web server; no e-mail is sent for it.
Please check that the file can be opened from the internet at the address that was given to you, without a sign-in.
Please leave it in place until the certificate has been issued.
If you no longer have the file or its address, please reply to this message.`,
    'dcv-unknown': `Control of the domain[ {domain}|] has not been proven yet.
If the proof is by e-mail: please have the owner of the domain look for Sectigo’s e-mail, also in the spam folder, and enter its code on Sectigo’s page.
If the proof is a DNS record or a file on the web server: please check that it is in place.
If you are not sure which it is, please reply to this message.`,
    organisation: `Sectigo has not finished checking the details of your organisation.
If Sectigo asks you for documents, please upload them in its Validation Manager. The link to it is in the order confirmation e-mail; please also look in the spam folder.
Otherwise you do not need to do anything for now.`,
    'ev-checks': `Sectigo has not finished the further checks for extended validation (EV).
If Sectigo contacts you about them, please answer as soon as you can.
Otherwise you do not need to do anything for now.`,
    callback: `Sectigo still has to confirm this order with your organisation, usually by telephone (callback).
Please look for Sectigo’s e-mail about it, also in the spam folder. When the call comes, please pick up and note the code that is read out.
An automatic call cannot get past a phone menu or a voicemail.
If you would like the call at a certain time, please reply with the day, the time and your time zone.`,
    'callback-after-agreement': `As far as we know, the callback to your organisation can only take place once the subscriber agreement has been signed.
Please look for Sectigo’s e-mail with the agreement, also in the spam folder, and sign the agreement behind its link as soon as you can.
If you cannot find the e-mail, please reply to this message; we can ask for it to be sent again.`,
    'callback-after-organisation': `As far as we know, the callback to your organisation can only take place once Sectigo has finished checking the organisation.
If Sectigo asks you for documents, please upload them in its Validation Manager.
Otherwise you do not need to do anything for now.`,
    brand: `Sectigo has not finished reviewing the name in this order[ ({domain})|]. Its staff do this by hand.
Such a review usually takes one to two working days.
You do not need to do anything for now. If Sectigo contacts you about it, please answer as soon as you can.`,
    'caa-owner': `The CAA check has not been passed. It may not have run yet, or a CAA record in the DNS may not allow Sectigo.
Please have whoever looks after the DNS check the domain’s CAA records as soon as possible. If there are any, one of them has to allow Sectigo.
Please reply to this message once that has been checked.`,
    'caa-ca': `Sectigo is checking the domain’s CAA records in the DNS.
You do not need to do anything for now.`,
    'issue-due': `As far as we can see, all steps of this order are complete. The certificate has not been issued yet.
You do not need to do anything. If it stays like this, we will ask Sectigo about it.`,
    issuing: `According to Sectigo, the certificate is being issued right now.
You do not need to do anything for now.`,
    issued: `According to Sectigo, the certificate has been issued.
If it has not reached you, please look in the spam folder as well.
If you still cannot find it, please reply to this message.`,
    'order-rejected': `According to Sectigo, this order has been rejected or cancelled.
We will ask Sectigo for the reason and tell you how to go on.
Please do not do anything more for this order for now.`,
    'order-revoked': `According to Sectigo, the certificate of this order has been revoked.
Please stop using it. You will need a new certificate.
Please reply to this message, and we will help you with it.`,
    'order-unpaid': `According to Sectigo, the payment of this order is still open.
We are looking into it and will let you know if we need anything from you.`,
    'sign-failed': `As far as we can see, Sectigo tried to issue the certificate and could not. We will ask Sectigo for the reason.
In the meantime, please have whoever looks after the DNS check the domain’s CAA records: one that does not allow Sectigo is a possible cause.`,
    'callback-booked': `As far as we can see, Sectigo has booked its automatic call to your organisation.
[Time of the call: {when}|]
[Extension: {extension}|]
Please be by the phone at that time, pick up, and note the code that is read out.
An automatic call cannot get past a phone menu or a voicemail. If the time does not suit you, please reply to this message before then.`,
    'callback-by-hand': `We have asked Sectigo’s staff to call your organisation in person. The call itself is not booked.
[Time asked for: {when}|]
[Extension: {extension}|]
Please be by the phone at about that time if you can.
If nobody has called by the next working day, please reply to this message.`,
    'callback-time-past': `The time that was asked for Sectigo’s call to your organisation has passed.
[Time of the call: {when}|]
Please tell us whether the call reached you.
If it did not, please reply with another day and time and your time zone.`,
    'phone-proposed': `We have passed the phone number[ {phone}|] on to Sectigo for the callback. It is not confirmed yet that it will be used.
Sectigo’s staff usually have to find the number in a public register or directory first, so it helps if it is listed there for your organisation.
You do not need to do anything else for now. We will let you know how it goes on.`,
    'callback-to-email': `We have asked Sectigo’s staff to do the callback by e-mail instead of by telephone[, to {email}|].
It is not confirmed yet that an e-mail has been sent.
Please look for an e-mail from Sectigo in the next few days, also in the spam folder, and do what it asks for.
If none arrives within two working days, please reply to this message.`,
    'callback-email': `We have asked Sectigo’s staff to send the callback e-mail once more.
It is not confirmed yet that it has been sent.
Please look for an e-mail from Sectigo in the next few days, also in the spam folder, and do what it asks for.
If none arrives within two working days, please reply to this message.`,
    'agreement-email': `On {sent}, Sectigo sent the e-mail with the subscriber agreement again, to the address on file.
Please look for it, also in the spam folder, and sign the agreement behind its link as soon as you can.
If you have not found it by the next working day, please reply to this message.`,
    'agreement-address': `On {sent}, Sectigo sent the e-mail with the subscriber agreement to [{email}|the address that was asked for].
Please look for it, also in the spam folder, and sign the agreement behind its link as soon as you can.
If you have not found it by the next working day, please reply to this message.`,
    'dcv-sent': `On {sent}, Sectigo accepted our request to send the domain control e-mail again, to [{email}|the address used last].
Please have the owner of the domain look for it, also in the spam folder, and enter its code on Sectigo’s page as soon as possible.
The code can be used for {days} days at most.
If the e-mail has not been found by the next working day, please reply to this message.`,
    'code-void': `The e-mail that we asked Sectigo for on {sent} is too old by now: its code can no longer be used.
If you have already used the code in time, you do not need to do anything.
Otherwise please reply to this message; we can ask for a new e-mail.`,
    'smime-collection': `On {sent}, Sectigo confirmed that it is sending the e-mail for collecting the certificate again, to the address on file.
Please look for it, also in the spam folder, and collect the certificate behind its link.
If you have not found it by the next working day, please reply to this message.`,
    'smime-verification': `As far as we can see, Sectigo confirmed on {sent} that it is sending the mailbox verification e-mail again, to [{email}|the addresses to be verified].
Please have the owner of each mailbox look for it, also in the spam folder, and confirm within {hours} hours.
At the latest: {until}
After that the e-mail can no longer be used. Please reply to this message if you need a new one.`,
    'smime-invitation': `As far as we can see, Sectigo confirmed on {sent} that it is sending the invitation e-mail again, to the address on file.
Please look for it, also in the spam folder, and follow its link as soon as you can.
If you have not found it by the next working day, please reply to this message.`,
    'passed-on': `We have asked Sectigo for this: {operation}.
Sectigo’s staff have to deal with it; it is not confirmed yet that it has been done.
You do not need to do anything for now. We will let you know how it goes on.`,
    'nothing-done': `We asked Sectigo for this: {operation}.
As we understand its answer, that does not fit the present state of the order, and nothing was done.
You do not need to do anything for now. We are checking what the order is waiting for and will let you know.`,
    refused: `We asked Sectigo for this: {operation}.
Sectigo has not accepted the request. We are looking into the cause.
You do not need to do anything for now. We will let you know how it goes on.`,
    'refused-agreement': `We asked Sectigo for this: {operation}.
According to its answer, the agreement for the certificate has not been accepted yet.
Please look for Sectigo’s e-mail with the agreement, also in the spam folder, and accept the agreement as soon as you can.
Please reply to this message once you have done so; we will then ask again.`,
    'refused-open-steps': `We asked Sectigo for this: {operation}.
According to its answer, other steps of the order have to be completed first. Often a mailbox still has to be verified.
If you find a verification e-mail from Sectigo, perhaps in the spam folder, please confirm it within {hours} hours of its arrival.
We are checking which steps are open and will let you know.`,
    'refused-not-issued': `We asked Sectigo for this: {operation}.
According to its answer, the certificate has not been issued yet, so there is nothing to collect.
You do not need to do anything for now. We are checking which steps are open and will let you know.`,
    unrecognised: `We asked Sectigo for this: {operation}.
Sectigo has answered, but the answer does not tell us for certain what came of it. We are checking.
You do not need to do anything for now. If you receive an e-mail or a call from Sectigo about it, please tell us.`,
    unknown: `We tried to ask Sectigo for this: {operation}.
We do not know yet whether it has been done. We are checking.
You do not need to do anything for now. If you receive an e-mail or a call from Sectigo about it, please tell us.`,
    'not-done': `This has not been done yet: {operation}.
We are seeing to it and will let you know.
You do not need to do anything for now.`,
  },
}

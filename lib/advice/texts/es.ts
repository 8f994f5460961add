import type { AdviceTexts } from '../texts.ts'

/** Spanish, with “usted”. */
export const texts: AdviceTexts = {
  heading: 'En relación con su pedido de certificado {order} en Sectigo:',
  stateHeading:
    'En relación con su pedido de certificado {order} en Sectigo. Por lo que podemos ver, esta es la situación:',
  steps: {
    csr: 'solicitud de certificado (CSR)',
    agreement: 'acuerdo de suscripción (Subscriber Agreement)',
    'domain-control': 'prueba del control del dominio[ {domain}|]',
    organisation: 'verificación de la organización',
    'ev-checks': 'comprobaciones adicionales para la validación extendida (EV)',
    callback: 'llamada de verificación a la organización (callback)',
    brand: 'revisión del nombre',
    caa: 'comprobación CAA',
    issued: 'emisión del certificado',
  },
  operations: {
    'schedule-callback': 'una llamada automática a una hora fija',
    'request-manual-callback': 'una llamada realizada por su personal',
    'replace-callback-phone': 'otro número de teléfono para la llamada de verificación',
    'switch-callback-to-email': 'la verificación por correo electrónico en lugar de por teléfono',
    'resend-callback-email': 'un nuevo envío del correo sobre la llamada de verificación',
    'resend-click-through-email': 'un nuevo envío del correo con el acuerdo',
    'replace-click-through-email': 'el envío del acuerdo a otra dirección de correo',
    'resend-dcv-email': 'un nuevo envío del correo de control del dominio',
    'resend-smime-collection-email': 'un nuevo envío del correo para recoger el certificado',
    'resend-smime-verification-email': 'un nuevo envío del correo de verificación del buzón',
    'resend-smime-invitation-email': 'un nuevo envío de la invitación',
  },
  texts: {
    'step-done': `Este paso está completado: {step}.
No tiene que hacer nada más al respecto. Si necesitamos su ayuda en otro paso, se lo comunicaremos.`,
    'step-not-needed': `Este pedido no necesita este paso: {step}.
No tiene que hacer nada al respecto.`,
    'step-not-known': `Estamos comprobando en qué situación se encuentra este paso: {step}.
Por ahora no tiene que hacer nada. Le informaremos de lo que averigüemos.`,
    'step-waits': `Este paso tiene que esperar a que se completen pasos anteriores del pedido: {step}.
En cuanto a este paso, usted no tiene que hacer nada. Si necesitamos su ayuda en uno anterior, se lo comunicaremos.`,
    'csr-customer': `Sectigo todavía no ha aceptado la solicitud de certificado (CSR).
Compruebe, por favor, que la CSR está completa y que se creó para el dominio correcto.
En caso de duda, cree una nueva CSR y envíenosla. No envíe nunca la clave privada.`,
    'csr-ca': `Sectigo está comprobando la solicitud de certificado (CSR).
Por ahora no tiene que hacer nada.`,
    agreement: `El acuerdo de suscripción (Subscriber Agreement) todavía no se ha firmado.
Busque, por favor, el correo de Sectigo con el acuerdo, también en la carpeta de correo no deseado, y firme el acuerdo mediante el enlace que contiene.
Le rogamos que lo haga cuanto antes, ya que otros pasos pueden depender de ello.
Si no encuentra el correo, responda a este mensaje; podemos solicitar que se envíe de nuevo.`,
    'dcv-email': `Todavía no se ha probado el control del dominio[ {domain}|].
El titular del dominio debe buscar el correo de Sectigo[ enviado a {email}|], también en la carpeta de correo no deseado, e introducir el código que contiene en la página de Sectigo.
El código se puede utilizar durante {days} días como máximo, por lo que le rogamos que lo haga cuanto antes.
Si no encuentra el correo, responda a este mensaje; podemos solicitar que se envíe de nuevo.`,
    'dcv-cname': `Todavía no se ha probado el control del dominio[ {domain}|]. La prueba consiste en un registro CNAME en el DNS; para ello no se envía ningún correo.
Pida, por favor, a la persona que gestiona su DNS que compruebe que el registro existe exactamente como se le indicó.
Manténgalo hasta que se haya emitido el certificado.
Si ya no dispone de los datos del registro, responda a este mensaje.`,
    'dcv-file': `Todavía no se ha probado el control del dominio[ {domain}|]. La prueba consiste en un archivo en el servidor web; para ello no se envía ningún correo.
Compruebe, por favor, que el archivo se puede abrir desde internet, sin iniciar sesión, en la dirección que se le indicó.
Manténgalo hasta que se haya emitido el certificado.
Si ya no dispone del archivo o de su dirección, responda a este mensaje.`,
    'dcv-unknown': `Todavía no se ha probado el control del dominio[ {domain}|].
Si la prueba es por correo electrónico: el titular del dominio debe buscar el correo de Sectigo, también en la carpeta de correo no deseado, e introducir el código que contiene en la página de Sectigo.
Si la prueba es un registro DNS o un archivo en el servidor web: compruebe, por favor, que existe.
Si tiene dudas sobre el método, responda a este mensaje.`,
    organisation: `Sectigo todavía no ha terminado de verificar los datos de su organización.
Si Sectigo le pide documentos, súbalos, por favor, a su Validation Manager. El enlace está en el correo de confirmación del pedido; mire también en la carpeta de correo no deseado.
En caso contrario, por ahora no tiene que hacer nada.`,
    'ev-checks': `Sectigo todavía no ha terminado las comprobaciones adicionales para la validación extendida (EV).
Si Sectigo se pone en contacto con usted al respecto, le rogamos que responda cuanto antes.
En caso contrario, por ahora no tiene que hacer nada.`,
    callback: `Falta que su organización confirme este pedido a Sectigo, normalmente por teléfono (callback).
Busque, por favor, el correo de Sectigo al respecto, también en la carpeta de correo no deseado. Cuando reciba la llamada, conteste y anote el código que se le dicte.
Una llamada automática no puede superar un menú telefónico ni un buzón de voz.
Si desea recibir la llamada a una hora determinada, indíquenos el día, la hora y su zona horaria.`,
    'callback-after-agreement': `Según nuestra información, la llamada de verificación a su organización solo es posible una vez firmado el acuerdo de suscripción.
Busque, por favor, el correo de Sectigo con el acuerdo, también en la carpeta de correo no deseado, y firme el acuerdo cuanto antes mediante el enlace que contiene.
Si no encuentra el correo, responda a este mensaje; podemos solicitar que se envíe de nuevo.`,
    'callback-after-organisation': `Según nuestra información, la llamada de verificación a su organización solo es posible cuando Sectigo haya terminado de verificar la organización.
Si Sectigo le pide documentos, súbalos, por favor, a su Validation Manager.
En caso contrario, por ahora no tiene que hacer nada.`,
    brand: `Sectigo todavía no ha terminado de revisar el nombre de este pedido[ ({domain})|]. Su personal lo hace de forma manual.
Esta revisión suele tardar uno o dos días laborables.
Por ahora no tiene que hacer nada. Si Sectigo se pone en contacto con usted al respecto, le rogamos que responda cuanto antes.`,
    'caa-owner': `La comprobación CAA no se ha superado. Puede que todavía no se haya realizado o que un registro CAA del DNS no autorice a Sectigo.
Pida, por favor, a la persona que gestiona su DNS que compruebe cuanto antes los registros CAA del dominio. Si los hay, uno de ellos debe autorizar a Sectigo.
Responda a este mensaje cuando se haya comprobado.`,
    'caa-ca': `Sectigo está comprobando los registros CAA del dominio en el DNS.
Por ahora no tiene que hacer nada.`,
    'issue-due': `Por lo que podemos ver, todos los pasos de este pedido están completados. El certificado todavía no se ha emitido.
No tiene que hacer nada. Si la situación no cambia, lo consultaremos con Sectigo.`,
    issuing: `Según Sectigo, el certificado se está emitiendo en este momento.
Por ahora no tiene que hacer nada.`,
    issued: `Según Sectigo, el certificado se ha emitido.
Si no lo ha recibido, mire también, por favor, en la carpeta de correo no deseado.
Si tampoco lo encuentra allí, responda a este mensaje.`,
    'order-rejected': `Según Sectigo, este pedido ha sido rechazado o cancelado.
Preguntaremos el motivo a Sectigo y le indicaremos cómo continuar.
Por ahora, le rogamos que no haga nada más en relación con este pedido.`,
    'order-revoked': `Según Sectigo, el certificado de este pedido ha sido revocado.
Le rogamos que deje de utilizarlo. Necesita un certificado nuevo.
Responda a este mensaje y le ayudaremos con ello.`,
    'order-unpaid': `Según Sectigo, el pago de este pedido sigue pendiente.
Lo estamos aclarando y le avisaremos si necesitamos algo de usted.`,
    'sign-failed': `Por lo que podemos ver, Sectigo intentó emitir el certificado y no lo consiguió. Preguntaremos el motivo a Sectigo.
Mientras tanto, pida, por favor, a la persona que gestiona su DNS que compruebe los registros CAA del dominio: un registro que no autorice a Sectigo es una causa posible.`,
    'callback-booked': `Por lo que podemos ver, Sectigo ha programado la llamada automática a su organización.
[Hora de la llamada: {when}|]
[Extensión: {extension}|]
Le rogamos que esté junto al teléfono a esa hora, conteste y anote el código que se le dicte.
Una llamada automática no puede superar un menú telefónico ni un buzón de voz. Si la hora no le conviene, responda antes a este mensaje.`,
    'callback-by-hand': `Hemos pedido a Sectigo que un miembro de su personal llame a su organización. La llamada en sí no está programada.
[Hora solicitada: {when}|]
[Extensión: {extension}|]
Si le es posible, esté junto al teléfono alrededor de esa hora.
Si el siguiente día laborable todavía no ha llamado nadie, responda a este mensaje.`,
    'callback-time-past': `La hora solicitada para la llamada de Sectigo a su organización ya ha pasado.
[Hora de la llamada: {when}|]
Díganos, por favor, si recibió la llamada.
En caso contrario, indíquenos otro día y otra hora, así como su zona horaria.`,
    'phone-proposed': `Hemos comunicado a Sectigo el número de teléfono[ {phone}|] para la llamada de verificación. Todavía no está confirmado que se vaya a utilizar.
Por lo general, Sectigo tiene que encontrar antes el número en un registro o directorio público; por eso ayuda que figure allí a nombre de su organización.
Por ahora no tiene que hacer nada más. Le informaremos de cómo continúa.`,
    'callback-to-email': `Hemos pedido al personal de Sectigo que realice la verificación por correo electrónico en lugar de por teléfono[, a la dirección {email}|].
Todavía no está confirmado que se haya enviado un correo.
En los próximos días, esté pendiente de un correo de Sectigo, también en la carpeta de correo no deseado, y siga sus instrucciones.
Si no llega ninguno en dos días laborables, responda a este mensaje.`,
    'callback-email': `Hemos pedido al personal de Sectigo que envíe de nuevo el correo sobre la llamada de verificación.
Todavía no está confirmado que se haya enviado.
En los próximos días, esté pendiente de un correo de Sectigo, también en la carpeta de correo no deseado, y siga sus instrucciones.
Si no llega ninguno en dos días laborables, responda a este mensaje.`,
    'agreement-email': `El {sent}, Sectigo envió de nuevo el correo con el acuerdo de suscripción (Subscriber Agreement) a la dirección registrada.
Búsquelo, por favor, también en la carpeta de correo no deseado, y firme el acuerdo cuanto antes mediante el enlace que contiene.
Si no lo ha encontrado el siguiente día laborable, responda a este mensaje.`,
    'agreement-address': `El {sent}, Sectigo envió el correo con el acuerdo de suscripción (Subscriber Agreement) a [{email}|la dirección solicitada].
Búsquelo, por favor, también en la carpeta de correo no deseado, y firme el acuerdo cuanto antes mediante el enlace que contiene.
Si no lo ha encontrado el siguiente día laborable, responda a este mensaje.`,
    'dcv-sent': `El {sent}, Sectigo aceptó nuestra solicitud de enviar de nuevo el correo de control del dominio a [{email}|la última dirección utilizada].
El titular del dominio debe buscarlo, también en la carpeta de correo no deseado, e introducir cuanto antes el código que contiene en la página de Sectigo.
El código se puede utilizar durante {days} días como máximo.
Si no se ha encontrado el correo el siguiente día laborable, responda a este mensaje.`,
    'code-void': `El correo que solicitamos a Sectigo el {sent} es ya demasiado antiguo: su código ya no se puede utilizar.
Si utilizó el código a tiempo, no tiene que hacer nada.
En caso contrario, responda a este mensaje; podemos solicitar un correo nuevo.`,
    'smime-collection': `El {sent}, Sectigo confirmó que vuelve a enviar el correo para recoger el certificado a la dirección registrada.
Búsquelo, por favor, también en la carpeta de correo no deseado, y recoja el certificado mediante el enlace que contiene.
Si no lo ha encontrado el siguiente día laborable, responda a este mensaje.`,
    'smime-verification': `Por lo que podemos ver, Sectigo confirmó el {sent} que vuelve a enviar el correo de verificación del buzón a [{email}|las direcciones que se deben verificar].
El titular de cada buzón debe buscarlo, también en la carpeta de correo no deseado, y confirmar en un plazo de {hours} horas.
A más tardar: {until}
Después, el correo ya no se puede utilizar. Responda a este mensaje si necesita uno nuevo.`,
    'smime-invitation': `Por lo que podemos ver, Sectigo confirmó el {sent} que vuelve a enviar la invitación a la dirección registrada.
Busque, por favor, ese correo, también en la carpeta de correo no deseado, y siga cuanto antes el enlace que contiene.
Si no lo ha encontrado el siguiente día laborable, responda a este mensaje.`,
    'passed-on': `Hemos pedido a Sectigo lo siguiente: {operation}.
El personal de Sectigo tiene que ocuparse de ello; todavía no está confirmado que se haya hecho.
Por ahora no tiene que hacer nada. Le informaremos de cómo continúa.`,
    'nothing-done': `Hemos pedido a Sectigo lo siguiente: {operation}.
Según entendemos su respuesta, eso no corresponde al estado actual del pedido y no se ha hecho nada.
Por ahora no tiene que hacer nada. Estamos comprobando a qué espera el pedido y se lo comunicaremos.`,
    refused: `Hemos pedido a Sectigo lo siguiente: {operation}.
Sectigo no ha aceptado la solicitud. Estamos averiguando la causa.
Por ahora no tiene que hacer nada. Le informaremos de cómo continúa.`,
    'refused-agreement': `Hemos pedido a Sectigo lo siguiente: {operation}.
Según su respuesta, todavía no se ha aceptado el acuerdo relativo al certificado.
Busque, por favor, el correo de Sectigo con el acuerdo, también en la carpeta de correo no deseado, y acepte el acuerdo cuanto antes.
Responda a este mensaje cuando lo haya hecho; entonces volveremos a solicitarlo.`,
    'refused-open-steps': `Hemos pedido a Sectigo lo siguiente: {operation}.
Según su respuesta, antes deben completarse otros pasos del pedido. A menudo falta verificar un buzón.
Si encuentra un correo de verificación de Sectigo, quizá en la carpeta de correo no deseado, confírmelo en las {hours} horas siguientes a su llegada.
Estamos comprobando qué pasos están pendientes y se lo comunicaremos.`,
    'refused-not-issued': `Hemos pedido a Sectigo lo siguiente: {operation}.
Según su respuesta, el certificado todavía no se ha emitido, por lo que aún no hay nada que recoger.
Por ahora no tiene que hacer nada. Estamos comprobando qué pasos están pendientes y se lo comunicaremos.`,
    unrecognised: `Hemos pedido a Sectigo lo siguiente: {operation}.
Sectigo ha respondido, pero su respuesta no nos dice con certeza cuál ha sido el resultado. Lo estamos comprobando.
Por ahora no tiene que hacer nada. Si recibe un correo o una llamada de Sectigo al respecto, le rogamos que nos lo comunique.`,
    unknown: `Hemos intentado pedir a Sectigo lo siguiente: {operation}.
Todavía no sabemos si se ha hecho. Lo estamos comprobando.
Por ahora no tiene que hacer nada. Si recibe un correo o una llamada de Sectigo al respecto, le rogamos que nos lo comunique.`,
    'not-done': `Esto todavía no se ha hecho: {operation}.
Nos estamos ocupando de ello y le informaremos.
Por ahora no tiene que hacer nada.`,
  },
}

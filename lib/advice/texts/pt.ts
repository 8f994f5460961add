import type { AdviceTexts } from '../texts.ts'

/** Portuguese as it is written in Brazil, formal, without “você”. */
export const texts: AdviceTexts = {
  heading: 'Sobre o seu pedido de certificado {order} junto à Sectigo:',
  stateHeading:
    'Sobre o seu pedido de certificado {order} junto à Sectigo. Até onde podemos ver, esta é a situação:',
  steps: {
    csr: 'solicitação de certificado (CSR)',
    agreement: 'contrato de assinante (Subscriber Agreement)',
    'domain-control': 'comprovação do controle do domínio[ {domain}|]',
    organisation: 'verificação da organização',
    'ev-checks': 'verificações adicionais para a validação estendida (EV)',
    callback: 'ligação de verificação para a organização (callback)',
    brand: 'análise do nome',
    caa: 'verificação CAA',
    issued: 'emissão do certificado',
  },
  operations: {
    'schedule-callback': 'uma ligação automática em horário marcado',
    'request-manual-callback': 'uma ligação feita por uma pessoa da equipe',
    'replace-callback-phone': 'outro número de telefone para a ligação de verificação',
    'switch-callback-to-email': 'a verificação por e-mail em vez de por telefone',
    'resend-callback-email': 'um novo envio do e-mail sobre a ligação de verificação',
    'resend-click-through-email': 'um novo envio do e-mail com o contrato',
    'replace-click-through-email': 'o envio do contrato para outro endereço de e-mail',
    'resend-dcv-email': 'um novo envio do e-mail de controle do domínio',
    'resend-smime-collection-email': 'um novo envio do e-mail para a retirada do certificado',
    'resend-smime-verification-email': 'um novo envio do e-mail de verificação da caixa de correio',
    'resend-smime-invitation-email': 'um novo envio do convite',
  },
  texts: {
    'step-done': `Esta etapa está concluída: {step}.
Não é necessário fazer mais nada a respeito. Se precisarmos da sua ajuda em outra etapa, entraremos em contato.`,
    'step-not-needed': `Este pedido não precisa desta etapa: {step}.
Não é necessário fazer nada a respeito.`,
    'step-not-known': `Estamos verificando em que situação está esta etapa: {step}.
Por enquanto, não é necessário fazer nada. Informaremos o que descobrirmos.`,
    'step-waits': `Esta etapa precisa aguardar a conclusão de etapas anteriores do pedido: {step}.
Quanto a esta etapa em si, não é necessário fazer nada. Se precisarmos da sua ajuda em uma etapa anterior, entraremos em contato.`,
    'csr-customer': `A Sectigo ainda não aceitou a solicitação de certificado (CSR).
Por favor, verifique se a CSR está completa e se foi criada para o domínio correto.
Em caso de dúvida, crie uma nova CSR e envie-a para nós. Nunca envie a chave privada.`,
    'csr-ca': `A Sectigo está verificando a solicitação de certificado (CSR).
Por enquanto, não é necessário fazer nada.`,
    agreement: `O contrato de assinante (Subscriber Agreement) ainda não foi assinado.
Por favor, procure o e-mail da Sectigo com o contrato, também na pasta de spam, e assine o contrato pelo link contido nele.
Pedimos que isso seja feito o quanto antes, pois outras etapas podem depender disso.
Se não encontrar o e-mail, por favor, responda a esta mensagem; podemos solicitar um novo envio.`,
    'dcv-email': `O controle do domínio[ {domain}|] ainda não foi comprovado.
Por favor, peça ao titular do domínio que procure o e-mail da Sectigo[ enviado para {email}|], também na pasta de spam, e digite o código contido nele na página da Sectigo.
O código pode ser usado por no máximo {days} dias; por isso, pedimos que isso seja feito o quanto antes.
Se o e-mail não for encontrado, por favor, responda a esta mensagem; podemos solicitar um novo envio.`,
    'dcv-cname': `O controle do domínio[ {domain}|] ainda não foi comprovado. A comprovação é feita por um registro CNAME no DNS; nenhum e-mail é enviado para isso.
Por favor, peça à pessoa responsável pelo DNS que verifique se o registro existe exatamente como foi informado.
Mantenha-o até que o certificado seja emitido.
Se os dados do registro não estiverem mais disponíveis, por favor, responda a esta mensagem.`,
    'dcv-file': `O controle do domínio[ {domain}|] ainda não foi comprovado. A comprovação é feita por um arquivo no servidor web; nenhum e-mail é enviado para isso.
Por favor, verifique se o arquivo pode ser aberto a partir da internet, sem login, no endereço informado.
Mantenha-o até que o certificado seja emitido.
Se o arquivo ou o endereço não estiver mais disponível, por favor, responda a esta mensagem.`,
    'dcv-unknown': `O controle do domínio[ {domain}|] ainda não foi comprovado.
Se a comprovação for por e-mail: por favor, peça ao titular do domínio que procure o e-mail da Sectigo, também na pasta de spam, e digite o código contido nele na página da Sectigo.
Se a comprovação for por um registro DNS ou um arquivo no servidor web: por favor, verifique se ele existe.
Se houver dúvida sobre o método, por favor, responda a esta mensagem.`,
    organisation: `A Sectigo ainda não concluiu a verificação dos dados da sua organização.
Se a Sectigo pedir documentos, por favor, envie-os pelo Validation Manager da Sectigo. O link está no e-mail de confirmação do pedido; verifique também a pasta de spam.
Caso contrário, por enquanto, não é necessário fazer nada.`,
    'ev-checks': `A Sectigo ainda não concluiu as verificações adicionais para a validação estendida (EV).
Se a Sectigo entrar em contato a respeito, por favor, responda o quanto antes.
Caso contrário, por enquanto, não é necessário fazer nada.`,
    callback: `Falta a confirmação deste pedido pela sua organização à Sectigo, normalmente por telefone (callback).
Por favor, procure o e-mail da Sectigo a respeito, também na pasta de spam. Quando receber a ligação, atenda e anote o código que será informado.
Uma ligação automática não consegue passar por um menu telefônico nem por uma caixa postal.
Se desejar receber a ligação em um horário específico, informe-nos o dia, a hora e o seu fuso horário.`,
    'callback-after-agreement': `Até onde sabemos, a ligação de verificação para a sua organização só é possível depois da assinatura do contrato de assinante.
Por favor, procure o e-mail da Sectigo com o contrato, também na pasta de spam, e assine o contrato o quanto antes pelo link contido nele.
Se não encontrar o e-mail, por favor, responda a esta mensagem; podemos solicitar um novo envio.`,
    'callback-after-organisation': `Até onde sabemos, a ligação de verificação para a sua organização só é possível depois que a Sectigo concluir a verificação da organização.
Se a Sectigo pedir documentos, por favor, envie-os pelo Validation Manager da Sectigo.
Caso contrário, por enquanto, não é necessário fazer nada.`,
    brand: `A Sectigo ainda não concluiu a análise do nome deste pedido[ ({domain})|]. Ela é feita manualmente.
Essa análise costuma levar de um a dois dias úteis.
Por enquanto, não é necessário fazer nada. Se a Sectigo entrar em contato a respeito, por favor, responda o quanto antes.`,
    'caa-owner': `A verificação CAA não foi aprovada. É possível que ela ainda não tenha sido feita ou que um registro CAA no DNS não autorize a Sectigo.
Por favor, peça à pessoa responsável pelo DNS que verifique o quanto antes os registros CAA do domínio. Se houver algum, um deles precisa autorizar a Sectigo.
Por favor, responda a esta mensagem assim que isso tiver sido verificado.`,
    'caa-ca': `A Sectigo está verificando os registros CAA do domínio no DNS.
Por enquanto, não é necessário fazer nada.`,
    'issue-due': `Até onde podemos ver, todas as etapas deste pedido estão concluídas. O certificado ainda não foi emitido.
Não é necessário fazer nada. Se a situação não mudar, consultaremos a Sectigo.`,
    issuing: `Segundo a Sectigo, o certificado está sendo emitido neste momento.
Por enquanto, não é necessário fazer nada.`,
    issued: `Segundo a Sectigo, o certificado foi emitido.
Se não o recebeu, por favor, procure também na pasta de spam.
Se mesmo assim não o encontrar, por favor, responda a esta mensagem.`,
    'order-rejected': `Segundo a Sectigo, este pedido foi recusado ou cancelado.
Perguntaremos o motivo à Sectigo e informaremos como prosseguir.
Por enquanto, pedimos que não faça mais nada em relação a este pedido.`,
    'order-revoked': `Segundo a Sectigo, o certificado deste pedido foi revogado.
Por favor, deixe de usá-lo. Será necessário um novo certificado.
Por favor, responda a esta mensagem para que possamos ajudar.`,
    'order-unpaid': `Segundo a Sectigo, o pagamento deste pedido ainda está pendente.
Estamos apurando a questão e avisaremos se precisarmos de algo da sua parte.`,
    'sign-failed': `Até onde podemos ver, a Sectigo tentou emitir o certificado e não conseguiu. Perguntaremos o motivo à Sectigo.
Enquanto isso, por favor, peça à pessoa responsável pelo DNS que verifique os registros CAA do domínio: um registro que não autorize a Sectigo é uma causa possível.`,
    'callback-booked': `Até onde podemos ver, a Sectigo agendou a ligação automática para a sua organização.
[Horário da ligação: {when}|]
[Ramal: {extension}|]
Por favor, esteja ao lado do telefone nesse horário, atenda e anote o código que será informado.
Uma ligação automática não consegue passar por um menu telefônico nem por uma caixa postal. Se o horário não for conveniente, por favor, responda a esta mensagem antes da ligação.`,
    'callback-by-hand': `Pedimos à Sectigo que uma pessoa da equipe ligue para a sua organização. A ligação em si não está agendada.
[Horário solicitado: {when}|]
[Ramal: {extension}|]
Se possível, esteja ao lado do telefone por volta desse horário.
Se ninguém tiver ligado até o dia útil seguinte, por favor, responda a esta mensagem.`,
    'callback-time-past': `O horário solicitado para a ligação da Sectigo à sua organização já passou.
[Horário da ligação: {when}|]
Por favor, informe-nos se recebeu a ligação.
Caso não tenha recebido, indique outro dia e outro horário, com o seu fuso horário.`,
    'phone-proposed': `Encaminhamos à Sectigo o número de telefone[ {phone}|] para a ligação de verificação. Ainda não está confirmado que ele será usado.
Em geral, a Sectigo precisa antes encontrar o número em um registro ou diretório público; por isso, ajuda se ele constar ali em nome da sua organização.
Por enquanto, não é necessário fazer mais nada. Informaremos como prossegue.`,
    'callback-to-email': `Pedimos à equipe da Sectigo que faça a verificação por e-mail em vez de por telefone[, no endereço {email}|].
Ainda não está confirmado que um e-mail tenha sido enviado.
Nos próximos dias, acompanhe a chegada de um e-mail da Sectigo, também na pasta de spam, e siga as instruções contidas nele.
Se nada chegar em dois dias úteis, por favor, responda a esta mensagem.`,
    'callback-email': `Pedimos à equipe da Sectigo que envie novamente o e-mail sobre a ligação de verificação.
Ainda não está confirmado que ele tenha sido enviado.
Nos próximos dias, acompanhe a chegada de um e-mail da Sectigo, também na pasta de spam, e siga as instruções contidas nele.
Se nada chegar em dois dias úteis, por favor, responda a esta mensagem.`,
    'agreement-email': `Em {sent}, a Sectigo enviou novamente o e-mail com o contrato de assinante (Subscriber Agreement) para o endereço cadastrado.
Por favor, procure esse e-mail, também na pasta de spam, e assine o contrato o quanto antes pelo link contido nele.
Se não o encontrar até o próximo dia útil, por favor, responda a esta mensagem.`,
    'agreement-address': `Em {sent}, a Sectigo enviou o e-mail com o contrato de assinante (Subscriber Agreement) para [{email}|o endereço solicitado].
Por favor, procure esse e-mail, também na pasta de spam, e assine o contrato o quanto antes pelo link contido nele.
Se não o encontrar até o próximo dia útil, por favor, responda a esta mensagem.`,
    'dcv-sent': `Em {sent}, a Sectigo aceitou a nossa solicitação de enviar novamente o e-mail de controle do domínio para [{email}|o último endereço usado].
Por favor, peça ao titular do domínio que procure esse e-mail, também na pasta de spam, e digite o quanto antes o código contido nele na página da Sectigo.
O código pode ser usado por no máximo {days} dias.
Se o e-mail não for encontrado até o próximo dia útil, por favor, responda a esta mensagem.`,
    'code-void': `O e-mail que solicitamos à Sectigo em {sent} já é antigo demais: o código dele não pode mais ser usado.
Se o código foi usado a tempo, não é necessário fazer nada.
Caso contrário, por favor, responda a esta mensagem; podemos solicitar um novo e-mail.`,
    'smime-collection': `Em {sent}, a Sectigo confirmou o novo envio do e-mail para a retirada do certificado ao endereço cadastrado.
Por favor, procure esse e-mail, também na pasta de spam, e retire o certificado pelo link contido nele.
Se não o encontrar até o próximo dia útil, por favor, responda a esta mensagem.`,
    'smime-verification': `Até onde podemos ver, a Sectigo confirmou em {sent} o novo envio do e-mail de verificação da caixa de correio para [{email}|os endereços a serem verificados].
Por favor, peça ao titular de cada caixa de correio que procure esse e-mail, também na pasta de spam, e confirme dentro de {hours} horas.
Prazo final: {until}
Depois disso, o e-mail não pode mais ser usado. Por favor, responda a esta mensagem se precisar de um novo.`,
    'smime-invitation': `Até onde podemos ver, a Sectigo confirmou em {sent} o novo envio do convite ao endereço cadastrado.
Por favor, procure esse e-mail, também na pasta de spam, e siga o quanto antes o link contido nele.
Se não o encontrar até o próximo dia útil, por favor, responda a esta mensagem.`,
    'passed-on': `Solicitamos à Sectigo o seguinte: {operation}.
A equipe da Sectigo precisa cuidar disso; ainda não está confirmado que tenha sido feito.
Por enquanto, não é necessário fazer nada. Informaremos como prossegue.`,
    'nothing-done': `Solicitamos à Sectigo o seguinte: {operation}.
Pelo que entendemos da resposta, isso não corresponde ao estado atual do pedido, e nada foi feito.
Por enquanto, não é necessário fazer nada. Estamos verificando o que o pedido aguarda e informaremos.`,
    refused: `Solicitamos à Sectigo o seguinte: {operation}.
A Sectigo não aceitou a solicitação. Estamos apurando a causa.
Por enquanto, não é necessário fazer nada. Informaremos como prossegue.`,
    'refused-agreement': `Solicitamos à Sectigo o seguinte: {operation}.
Segundo a resposta, o contrato referente ao certificado ainda não foi aceito.
Por favor, procure o e-mail da Sectigo com o contrato, também na pasta de spam, e aceite o contrato o quanto antes.
Por favor, responda a esta mensagem depois disso; faremos então uma nova solicitação.`,
    'refused-open-steps': `Solicitamos à Sectigo o seguinte: {operation}.
Segundo a resposta, outras etapas do pedido precisam ser concluídas antes. Muitas vezes, ainda falta verificar uma caixa de correio.
Se encontrar um e-mail de verificação da Sectigo, talvez na pasta de spam, por favor, confirme-o dentro de {hours} horas após a chegada.
Estamos verificando quais etapas estão pendentes e informaremos.`,
    'refused-not-issued': `Solicitamos à Sectigo o seguinte: {operation}.
Segundo a resposta, o certificado ainda não foi emitido; portanto, ainda não há nada para retirar.
Por enquanto, não é necessário fazer nada. Estamos verificando quais etapas estão pendentes e informaremos.`,
    unrecognised: `Solicitamos à Sectigo o seguinte: {operation}.
A Sectigo respondeu, mas a resposta não deixa claro qual foi o resultado. Estamos verificando.
Por enquanto, não é necessário fazer nada. Se receber um e-mail ou uma ligação da Sectigo a respeito, por favor, avise-nos.`,
    unknown: `Tentamos solicitar à Sectigo o seguinte: {operation}.
Ainda não sabemos se foi feito. Estamos verificando.
Por enquanto, não é necessário fazer nada. Se receber um e-mail ou uma ligação da Sectigo a respeito, por favor, avise-nos.`,
    'not-done': `Isto ainda não foi feito: {operation}.
Estamos cuidando disso e informaremos.
Por enquanto, não é necessário fazer nada.`,
  },
}

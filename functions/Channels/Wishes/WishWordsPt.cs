namespace CxFunctions.Channels.Wishes;

internal static class WishWordsPt
{
    private const string Again = "(?: mais| nunca| nunca mais| jamais| de novo| novamente| outra vez| aqui| nada| nesse numero| neste numero| para mim| pra mim| para este numero| pra esse numero| para esse numero| no meu celular| por sms| por favor| para o meu celular| pro meu celular)*";

    private const string Number = "(?:o )?(?:meu|esse|este|minha|meus)(?: (?:numero|numero de telefone|telefone|celular|contato|cadastro|nome|email|e mail|dados|linha|zap|whatsapp))";

    public static readonly WishWords Words = new()
    {
        Locale = "pt",
        Stop =
        [
            "stop", "pare", "parar", "parem", "pare ja", "parar tudo", "sair", "saia", "cancelar", "cancela", "cancelem", "cancelar tudo", "remover", "remova", "removam",
            "(?:me )?descadastr(?:ar|e|a|em|o|amento|ar me)", "descadastre me", "me descadastr[ae]m?", "desinscrever(?: me)?", "desinscreva(?: me)?", "desinscricao",
            "desinscreverme", "excluir", "exclua", "excluam", "me exclu(?:a|am|i)", "chega", "basta", "ja chega", "chega disso", "deletar", "desativar", "desative",
            "nao mais", "nao (?:mais )?(?:mensagens|sms|pesquisas|spam)", "nao (?:quero|desejo) mais",
            "(?:revogo|retiro|cancelo) (?:meu |minha |o |a )?(?:consentimento|autorizacao)", "cancelar (?:o )?recebimento", "cancelar (?:a |minha )?inscricao",
            "quero sair", "quero parar",
            "me tir(?:a|e|em)", "me remov(?:a|e|am)", "tira me", "parem com isso", "pare com isso", "para com isso", "desligar sms", "revogar",
            "nunca mais (?:me )?(?:mande|mandem|envie|enviem|escreva|escrevam)(?: nada)?",
        ],
        Start =
        [
            "voltar", "iniciar", "inicia", "reiniciar", "retomar", "reativar", "ativar", "comecar", "inscrever(?: me)?", "me inscrev[ae]", "recomecar", "cadastrar",
            "me cadastr[ae]", "(?:quero )?(?:voltar a )?receber {o}(?: de novo| novamente| outra vez)?", "(?:quero )?voltar a receber(?: {o})?", "receber de novo",
        ],
        Help =
        [
            "ajuda", "info", "informacao", "informacoes", "mais informacoes", "me ajuda", "me ajude", "preciso de ajuda", "quem e", "quem e voce", "quem sao voces",
            "quem fala", "quem esta falando", "o que e isso", "que isso", "que e isso", "de quem e esse numero",
        ],
        Requests =
        [
            $"(?:ja )?nao (?:me |nos )?(?:envie|enviem|envia|enviar|enviarem|mande|mandem|manda|mandar|mandarem|passem?)(?: mais| me)* {{x}}{Again}",
            $"nao (?:me |nos )?(?:envie|enviem|envia|mande|mandem|manda|enviar|mandar)(?: me)? (?:mais nada|mais|nada|nada mais){Again}",
            $"nao (?:me |nos )?(?:escreva|escrevam|escreve|escrever|contate|contatem|contacte|contactem|contatar|perturbe|perturbem|perturba|perturbar|incomode|incomodem|incomoda|incomodar|encha|encham|importune|importunem|procure|procurem|aborreca|aborrecam)(?: me)?{Again}",
            $"(?:pare|parem|para|parar|deixe|deixem|deixa|deixar|chega|parem ja) de (?:me |nos )?(?:enviar|enviarem|mandar|mandarem|escrever|incomodar|perturbar|encher|contatar|contactar|importunar|receber|aborrecer|spammar)(?: me)?(?: mais)?(?: {{o}})?{Again}",
            $"nao (?:quero|desejo|queremos|gostaria de|aceito|autorizo|preciso|tenho interesse em|pretendo)(?: (?:mais|receber|continuar recebendo|ficar recebendo|que (?:me )?(?:enviem|mandem)|ter|ver|o envio de|recebimento de|nenhum|nenhuma|nenhum tipo de))* {{o}}{Again}",
            $"nao (?:quero|desejo)(?: mais)? (?:que me (?:mandem|enviem|escrevam|contatem|incomodem|perturbem)|ser (?:contatad[oa]|contactad[oa]|incomodad[oa]|perturbad[oa]))(?: {{o}})?{Again}",
            $"(?:cancelar|cancele|cancela|cancelem|parar|pare|parem|suspender|suspendam|bloquear|remover|excluir|chega de|basta|sem mais|nao mais|stop|desativar|descadastrar|interromper|interrompam|encerrar)(?: com| de| o envio de| o recebimento de)? {{o}}{Again}",
            $"(?:tira|tire|tirem|tirar|remova|remove|removam|remover|exclua|exclui|excluam|excluir|apague|apaga|apaguem|apagar|delete|deleta|deletem|deletar|retire|retirem|retirar|descadastre|descadastra|descadastrem|descadastrar|esquece|esquecam|esqueca) {Number}(?: (?:d[aeo]s?|dessa|desta|desse|deste)(?: {{list}})?)?",
            "(?:me )?(?:tira|tire|tirem|tirar|remova|remove|removam|remover|exclua|exclui|excluam|excluir|retire|retirem|retirar|descadastre|descadastra|descadastrem|descadastrar|sair|saia)(?: me)? d(?:a|e|esta|essa|esse|este|o|as|os|essas|estas) {list}",
            "(?:me )?deix(?:a|e|em)(?: eu| me)? (?:em paz|quiet[oa]|tranquil[oa])",
            "nunca mais (?:me )?(?:mande|mandem|envie|enviem|escreva|escrevam|contatem)(?: nada| {o})?", "nao (?:quero|desejo)(?: mais)? receber(?: mais)? {x}",
            "nao (?:me )?(?:enche|encham|encha)(?: o saco| mais)?", "(?:pare|parem|para) de encher(?: o saco)?",
            $"(?:parar|deixar) de receber(?: {{o}})?{Again}", $"nao receber(?: mais)? {{o}}{Again}",
        ],
        WholeRequests =
        [
            $"(?:ja )?nao (?:me |nos )?(?:envie|enviem|envia|mande|mandem|manda|ligue|liguem|liga|ligar|mandar|enviar|chame|chamem|chama|liguem pra mim){Again}",
            $"nao (?:quero|desejo)(?: mais)? (?:receber|receber nada|receber mais|receber mais nada|continuar recebendo|saber|nada disso){Again}",
            $"nao (?:quero|desejo) mais(?: isso| nada| nada disso){Again}",
            "nao quero que (?:me )?(?:mandem|enviem|escrevam|liguem|contatem)(?: mais)?(?: nada)?", "(?:pare|parem|para) de (?:ligar|me ligar|insistir|perguntar)",
            "(?:ja )?(?:disse|falei|respondi|escrevi|mandei) (?:que )?(?:pare|parar|sair|stop|para parar|nao)", "chega de(?: tudo)? isso",
        ],
        Doubts =
        [
            "descadastr\\w*", "desinscr\\w*", "nao (?:me )?interess[ao]\\w*", "nao tenho interesse", "sem interesse", "nao (?:quero|desejo|gostaria de)(?: \\w+){0,2} (?:receber|recebendo)",
            "(?:me )?(?:tira|tire|tirem|remova|removam|exclua|excluam|retire|retirem)(?: me)? (?:daqui|disso|dessa|desta|desse|deste)", "nao estou interessad[oa]",
            "(?:numero|pessoa|telefone) errad[oa]", "nao me (?:mande|mandem|manda|envie|enviem) (?:mais )?{o}", "continuam (?:mandando|enviando|escrevendo)",
            "nao (?:param|parou) de (?:mandar|enviar|escrever)",
            "como (?:faco (?:para|pra) |eu |posso )?(?:cancelo|cancelar|saio|sair|parar|nao receber|me descadastro|descadastrar)", "muit[ao]s {o}",
            "nao me (?:inscrevi|cadastrei)", "(?:exclu\\w+|apag\\w+|delet\\w+|remov\\w+) (?:o )?(?:meu|minha) {list}",
            "(?:deu|passou|conseguiram|pegaram) (?:o )?meu (?:numero|telefone|contato)", "(?:cansei|cansad[oa]|saco cheio|fart[oa])(?: \\w+){0,2} {o}",
            "nao me (?:escrevam|contatem|contate)",
        ],
        WholeDoubts =
        [
            "nao obrigad[oa]", "nao quero(?: nada| isso| nao| fazer| nada disso)?", "nao desejo",
            "nao (?:quero|desejo) (?:participar|responder|opinar|avaliar)(?: \\w+){0,3}", "para", "para ja", "sai", "saiam", "fim", "terminar", "encerrar", "suspender",
            "bloquear", "bloqueado", "spam", "(?:isso )?(?:e )?golpe", "nunca mais", "ja deu", "vao embora", "vai embora", "vai se \\w+", "cai fora", "me deixa",
            "me deixem", "recuso", "nao autorizo", "(?:quero|preciso|gostaria de|desejo) (?:cancelar|encerrar)",
            "cancelar (?:(?:minha|a|o|meu) )?(?:assinatura|cadastro)", "nao sou(?: \\w+){0,3}", "baixa", "dar baixa",
        ],
        Polite =
        [
            "por favor", "pfv", "pf", "pfvr", "por gentileza", "faz favor", "faca o favor", "obrigad[oa]", "muito obrigad[oa]", "obg", "obgd[oa]", "grat[oa]", "agradeco",
            "desde ja", "oi", "ola", "bom dia", "boa tarde", "boa noite", "senhor(?:a|es|as)?", "prezad[oa]s?", "att", "atenciosamente", "abracos?", "desculpe",
            "desculpa", "vlw", "valeu", "porra", "caramba", "merda", "pelo amor de deus", "gente", "pessoal",
        ],
        Before =
        [
            "quero", "queria", "gostaria de", "gostaria que", "desejo", "solicito", "solicito que", "preciso", "peco", "peco que", "exijo", "exijo que", "quero que",
            "favor", "podem", "pode", "poderia", "poderiam", "ja", "sim", "ok", "agora", "entao", "urgente", "e", "mas", "so", "somente", "quero pedir para",
            "venho pedir para", "da pra", "da para", "vamos", "digo", "eu", "eu quero", "palavra", "tem como", "de uma vez por todas", "quero me", "desejo me", "assunto",
            "re", "pela ultima vez",
        ],
        After =
        [
            "ja", "agora", "agora mesmo", "imediatamente", "urgente", "de uma vez", "de uma vez por todas", "para sempre", "pra sempre", "tudo", "ok", "hoje", "logo",
            "o quanto antes", "definitivamente", "ai", "dai", "a partir de (?:hoje|agora)", "daqui", "dessa lista", "da lista", "com isso", "tchau", "por enquanto", "ne",
            "de voces", "de vcs", "voces", "disso",
            "enviado do meu(?: \\w+){1,3}", "enviado (?:do|via|pelo) \\w+",
        ],
        Joints =
        [
            "e", "mas", "ou", "porque", "pq", "pois", "que", "ja que", "estou", "to", "entao", "senao", "se", "eu", "isso", "sao", "tambem", "por isso", "vou", "voces",
            "nao",
        ],
        Negations = ["nao", "nunca", "jamais", "sem", "nem", "ninguem"],
        Objects =
        [
            "mensagens", "mensagem", "mensagem de texto", "mensagens de texto", "msgs?", "sms", "torpedos?", "pesquisas?", "pesquisas? de satisfacao", "questionarios?",
            "emails?", "e mails?", "spam", "propagandas?", "publicidade", "notificac(?:ao|oes)", "lembretes?", "comunicacoes", "comunicados?", "avisos", "textos",
            "enquetes?", "(?:mensagens|mensagem|sms|emails?) (?:de|com) (?:pesquisas?|propaganda|voces|publicidade|ninguem)", "contatos? de voces",
            "recebimento de (?:mensagens|sms|pesquisas)", "envio de (?:mensagens|sms|pesquisas)",
        ],
        Determiners =
        [
            "o", "a", "os", "as", "um", "uma", "da", "do", "das", "dos", "suas", "seus", "sua", "seu", "estas", "estes", "esta", "este", "essas", "esses", "essa", "esse",
            "dessas", "desses", "dessa", "desse", "destas", "tantas", "tantos", "nenhum", "nenhuma", "outra", "outro", "outras", "outros", "todas", "todos", "tipo de",
            "minhas", "meus", "tanta",
        ],
        Lists =
        [
            "(?:(?:sua|suas|seu|vossa|minha|essa|esta|toda|de|todas as) )?(?:base de dados|banco de dados|listas?|base|cadastro|cadastros|sistema|mailing|grupo|contatos|registros?)(?: de \\w+)?",
        ],
    };
}

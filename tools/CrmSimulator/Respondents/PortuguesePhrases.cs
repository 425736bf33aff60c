namespace CxFunctions.CrmSimulator.Respondents;

internal static class PortuguesePhrases
{
    public static readonly Phrasebook Book = new(
        new Dictionary<string, Topic>
        {
            ["call-center"] = new(
                ["A atendente foi muito gentil e resolveu tudo em uma ligação.", "Atendimento rápido e muita paciência.", "Excelente atendimento, explicação muito clara."],
                ["Esperei quarenta minutos e a ligação caiu.", "Passaram-me de um setor para outro e ninguém resolveu o problema.", "O atendente foi grosseiro e não quis ajudar.", "Péssimo atendimento, expliquei a mesma coisa três vezes."]),
            ["branch"] = new(
                ["O atendimento no caixa foi excelente e rápido.", "Equipe muito gentil, saí feliz.", "Agência limpa e organizada, ótima orientação."],
                ["A fila foi horrível, mais de uma hora em pé.", "Só havia um caixa aberto e o atendimento foi péssimo.", "A equipe foi grosseira e a agência estava suja.", "Experiência terrível: sistema fora do ar e ninguém avisava nada."]),
            ["loan"] = new(
                ["O pedido foi fácil e rápido, tudo pela internet.", "Explicaram as taxas com clareza, excelente.", "Aprovaram em um dia, ótimo serviço."],
                ["Papelada demais e ninguém sabe nada.", "Pediram os mesmos documentos quatro vezes, um processo péssimo.", "A aprovação demorou semanas e a taxa era enganosa."]),
            ["purchase"] = new(
                ["Bons preços e ótimo atendimento no caixa.", "Encontrei tudo rápido e o vendedor foi muito gentil.", "Adoro a loja, produtos de excelente qualidade."],
                ["Um só caixa aberto e uma fila horrível.", "O preço da prateleira não era o do caixa, senti-me enganado.", "O vendedor foi grosseiro e o produto estava quebrado."]),
            ["delivery"] = new(
                ["Chegou antes do prometido e bem embalado.", "Entrega pontual e entregador muito gentil.", "Excelente, tudo em perfeito estado."],
                ["O pedido chegou dois dias atrasado e com a caixa rasgada.", "Ninguém avisou nada, péssima entrega.", "Entregaram o produto errado e ninguém responde."]),
            ["support-ticket"] = new(
                ["Resolveram a minha reclamação no mesmo dia, muito fácil.", "Resposta rápida e clara, excelente.", "A pessoa do suporte foi gentil e eficaz."],
                ["Abri a reclamação há uma semana e ninguém responde.", "Fecharam o meu caso sem resolver o problema, uma vergonha.", "Suporte terrível, só respostas automáticas inúteis."]),
        },
        ["Muito obrigado.", "Voltarei com certeza.", "Recomendo.", "Continuem assim.", "Fiquei muito satisfeito."],
        ["Estou muito irritado.", "Não volto mais.", "Uma perda de tempo.", "Senti-me maltratado.", "Penso em mudar de empresa."],
        ["Normal, nada de especial.", "Cumpriram, mas pode melhorar.", "Foi bom, embora um pouco lento.", "Nem bom nem ruim."],
        ["Abram mais caixas, por favor.", "Contratem mais gente.", "Deveriam avisar as mudanças por mensagem.", "Revejam o tempo de espera.", "Treinem melhor a equipe."],
        ["Podem ligar para {phone}.", "O meu e-mail é {email}, espero resposta.", "Sou {name}, escrevam para {email}.", "Liguem para {phone}, falem com {name}."]);
}

namespace CxFunctions.Tests.Unit.Sentiment;

/// <summary>
/// What customers write with numbers in it that are nobody's: prices, dates, times, counts, marks. Written as people write, in the three languages,
/// also in the forms that are hard to tell from telephones and documents (thousands with points, years in a row, lists of numbers).
/// </summary>
internal static class HarmlessSentences
{
    public static readonly string[] Es =
    [
        "Pagué S/ 1,250.50 y me cobraron S/ 1,350.50.",
        "Esperé 45 minutos en la cola de la caja 3.",
        "Fui el 22/11/2026 a las 10:30 y volví el 23/11/2026 a las 16:15.",
        "Me ofrecieron 24 cuotas de $ 35.990 con un 12,5 % de interés.",
        "El producto costaba 1.250.000 pesos y subió a 1.400.000.",
        "De 10 cajas solo 2 atendían.",
        "Le pongo un 9/10, la última vez fue un 4/10.",
        "Llamé 5 veces entre las 9:00 y las 11:45.",
        "Compré 3 pares, talla 38, 39 y 40.",
        "Mi pedido llegó en 48 horas, no en 24 como decían.",
        "En 2024, 2025 y 2026 siempre la misma atención.",
        "El plan de 500 MB a 29,90 soles al mes no alcanza.",
        "Son 15 años de cliente y 3 meses de problemas.",
        "La promoción 2x1 valía del 1/12 al 15/12.",
        "El local del piso 2, módulo 14, estaba cerrado a las 18:00.",
        "Me dieron el turno 1042 y llamaban al 987.",
        "El crédito de 150000 soles salió en 7 días.",
        "Cobran 0,5 % por cada transferencia mayor a 500.",
        "Atienden de 9 a 18, de lunes a viernes, 24/7 no.",
        "Tardaron 1 h 20 min; la vez pasada, 15 min.",
        "De 1 a 5 le doy 4, por los 10 minutos de espera.",
        "Gané 3.500 puntos y solo pude usar 1.200.",
    ];

    public static readonly string[] En =
    [
        "I paid $1,299.99 and the refund was only $1,199.99.",
        "Waited 45 minutes, then 20 more at desk 7.",
        "It was 11/22/2026 at 10:30 am, and again on 2026-11-23.",
        "They charged £12.50 twice and €9.99 once.",
        "3 of 4 items arrived, order of 12 pieces.",
        "8/10 for the staff, 3/10 for the app.",
        "Called 6 times between 9:00 and 17:30.",
        "Size 10.5 was sent as 9.5, 2 pairs.",
        "Delivery took 72 hours instead of 24-48.",
        "A customer since 1998, that is 28 years.",
        "The 500 GB plan went from 39.90 to 49.90 a month.",
        "Room 1204 on floor 12 was fine.",
        "It cost 250000 in total for 5 years.",
        "Version 10.4.2 crashes after 30 seconds, 10.4.1 did not.",
        "Only 2 out of 15 tills were open at 6 pm.",
        "Rates went up 0.25 % in 2025 and 0.5 % in 2026.",
        "Open 9-5, Mon-Fri, not 24/7.",
        "I got 1,500 points for 3 nights.",
        "From 1 to 10, a 7; from 1 to 5, a 4.",
        "Flight at 06:45, gate 12, seat 14C, 35 minutes late.",
        "It was 20 km away, 1 h 15 min by bus 42.",
    ];

    public static readonly string[] Pt =
    [
        "Paguei R$ 1.250,50 e cobraram R$ 1.350,50.",
        "Esperei 45 minutos na fila do caixa 3.",
        "Fui no dia 22/11/2026 às 10h30 e voltei em 23/11/2026.",
        "O apartamento de R$ 1.250.000,00 caiu para R$ 1.190.000,00.",
        "Ofereceram 24 parcelas de R$ 359,90 com 1,99 % ao mês.",
        "De 10 caixas só 2 atendiam.",
        "Nota 9/10 para a atendente, 4/10 para o aplicativo.",
        "Liguei 5 vezes entre 9:00 e 11:45.",
        "Comprei 3 pares, números 38, 39 e 40.",
        "A entrega levou 72 horas em vez de 24.",
        "Em 2024, 2025 e 2026 foi sempre igual.",
        "O plano de 500 MB por 29,90 ao mês não dá.",
        "São 15 anos de cliente e 3 meses de problemas.",
        "A promoção valia de 1/12 a 15/12, 2 por 1.",
        "A loja do piso 2, sala 14, fechou às 18:00.",
        "Peguei a senha 1042 e chamavam a 987.",
        "O crédito de 150000 saiu em 7 dias.",
        "Cobram 0,5 % por transferência acima de 500.",
        "Atendem das 9 às 18, de segunda a sexta.",
        "Demorou 1 h 20 min; da outra vez, 15 min.",
        "De 1 a 5 dou 4, pelos 10 minutos de espera.",
        "Tinha 3.500 pontos e só usei 1.200.",
    ];

    /// <summary>The same kind of sentence with something personal in it, between bars.</summary>
    public static readonly string[] Personal =
    [
        "Pagué S/ 1,250.50, llámenme al |987 654 321| después de las 18:00.",
        "Fui el 22/11/2026, mi DNI es |45678912|, y esperé 45 minutos.",
        "Mi correo es |ana@correo.pe|, compré 3 pares el 1/12.",
        "The 2 refunds went to card |4111 1111 1111 1111| on 11/22/2026.",
        "Call |(415) 555-0100| between 9:00 and 17:30, 3 times if needed.",
        "I paid $1,299.99; write to |joe.doe@example.com| within 48 hours.",
        "Paguei R$ 1.250,50, meu CPF é |123.456.789-09|, esperei 45 minutos.",
        "Ligue para |11 98765-4321| em 24 horas, nota 9/10.",
        "Em 22/11/2026 usei a conta |191-2345678-0-45| por 3 meses.",
    ];
}

namespace CxFunctions.CrmSimulator.Respondents;

internal static class SpanishPhrases
{
    public static readonly Phrasebook Book = new(
        new Dictionary<string, Topic>
        {
            ["call-center"] = new(
                ["La asesora fue muy amable y resolvió todo en una llamada.", "Me atendieron rápido y con mucha paciencia.", "Excelente atención, muy clara la explicación.", "El trato fue cordial y la solución inmediata."],
                ["Esperé cuarenta minutos y se cortó la llamada.", "Me pasaron de un área a otra y nadie resolvió mi problema.", "El asesor fue grosero y no quiso ayudarme.", "Pésima atención, tuve que explicar lo mismo tres veces."]),
            ["branch"] = new(
                ["La atención en ventanilla fue excelente y rápida.", "Todo el personal muy amable, salí contento.", "La agencia estaba limpia y ordenada, me atendieron de inmediato.", "Muy buena orientación del ejecutivo."],
                ["La cola fue terrible, más de una hora de pie.", "Solo había una ventanilla abierta y la atención fue pésima.", "El personal fue descortés y la agencia estaba sucia.", "Horrible experiencia: el sistema caído y nadie informaba nada."]),
            ["loan"] = new(
                ["El trámite fue fácil y rápido, todo en línea.", "Me explicaron las tasas con mucha claridad, excelente.", "Aprobaron el crédito en un día, muy buen servicio."],
                ["Demasiado papeleo y nadie sabe nada.", "Me pidieron los mismos documentos cuatro veces, un proceso pésimo.", "La aprobación tardó semanas y la tasa fue un engaño."]),
            ["purchase"] = new(
                ["Buenos precios y excelente atención en caja.", "Encontré todo rápido y el vendedor fue muy amable.", "Me encanta la tienda, productos de muy buena calidad."],
                ["Una sola caja abierta y una cola horrible.", "El precio del anaquel no era el de la caja, me sentí estafado.", "El vendedor fue grosero y el producto estaba roto."]),
            ["delivery"] = new(
                ["Llegó antes de lo prometido y bien empacado.", "Entrega puntual y el repartidor muy amable.", "Excelente servicio, todo en perfecto estado."],
                ["El pedido llegó dos días tarde y con la caja rota.", "Nunca avisaron, pésimo servicio de entrega.", "Entregaron el producto equivocado y nadie responde."]),
            ["support-ticket"] = new(
                ["Resolvieron mi reclamo en el día, muy fácil.", "Respuesta rápida y clara, excelente.", "La persona de soporte fue muy amable y eficaz."],
                ["Abrí el reclamo hace una semana y nadie responde.", "Cerraron mi caso sin resolver el problema, una vergüenza.", "Terrible soporte, solo respuestas automáticas inútiles."]),
        },
        ["Muchas gracias.", "Volveré sin duda.", "Los recomiendo.", "Sigan así.", "Quedé muy satisfecho."],
        ["Estoy muy molesto.", "No vuelvo más.", "Una pérdida de tiempo.", "Me sentí maltratado.", "Pienso cambiarme a otra empresa."],
        ["Normal, nada especial.", "Cumplieron, pero se puede mejorar.", "Estuvo bien, aunque un poco lento.", "Ni bueno ni malo."],
        ["Abran más ventanillas, por favor.", "Contraten más personal.", "Deberían avisar los cambios por mensaje.", "Revisen sus tiempos de espera.", "Capaciten mejor a su gente."],
        ["Pueden llamarme al {phone}.", "Mi correo es {email}, espero respuesta.", "Soy {name}, escríbanme a {email}.", "Llámenme, {phone}, pregunten por {name}."]);
}
